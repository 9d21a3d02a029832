import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeadlineActs } from './deadline-acts.service.js';
import { Deadline, DeadlineChange, DeadlineStep } from './deadline.entity.js';
import { CITY_ZONE, DeadlinesService } from './deadlines.service.js';
import { DeadlinesController } from './http/deadlines.controller.js';
import { RegisterController } from './http/register.controller.js';
import { DeadlineSweep } from './jobs/deadline-sweep.js';

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

/** `/deadlines`, `/deadline-rules`, `/holidays`. Needs `DeadlinesModule.inZone` in the same program. */
@Module({
  controllers: [DeadlinesController, RegisterController],
  providers: [DeadlineActs],
  exports: [DeadlineActs],
})
export class DeadlinesHttpModule {}

/** The sweep, for the worker. Needs `DeadlinesModule.inZone` in the same program. */
@Module({ providers: [DeadlineSweep], exports: [DeadlineSweep] })
export class DeadlinesJobsModule {}
