import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Deadline, DeadlineChange, DeadlineStep } from './deadline.entity.js';
import { CITY_ZONE, DeadlinesService } from './deadlines.service.js';

/** The clocks, for every act that starts or ends one. */
@Module({})
export class DeadlinesModule {
  static inZone(zone: string): DynamicModule {
    return {
      module: DeadlinesModule,
      global: true,
      imports: [TypeOrmModule.forFeature([Deadline, DeadlineStep, DeadlineChange])],
      providers: [{ provide: CITY_ZONE, useValue: zone }, DeadlinesService],
      exports: [DeadlinesService, CITY_ZONE],
    };
  }
}
