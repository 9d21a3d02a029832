import { QueueJobsModule } from '#queue';
import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DeadlineActs } from './deadline-acts.service.js';
import { DeadlineChanges } from './deadline-changes.service.js';
import { Deadline, DeadlineChange, DeadlineStep } from './deadline.entity.js';
import { DeadlineSteps } from './deadline-steps.service.js';
import { CITY_ZONE, DeadlinesService } from './deadlines.service.js';
import { DeadlinesController } from './http/deadlines.controller.js';
import { RegisterController } from './http/register.controller.js';
import { Holidays } from './holidays.service.js';
import { DeadlineSweep } from './jobs/deadline-sweep.js';
import { RecountConsumer } from './jobs/recount.consumer.js';
import { Recount } from './recount.service.js';

/** The clocks, for every act that starts or ends one. */
@Module({})
export class DeadlinesModule {
  static inZone(zone: string): DynamicModule {
    return {
      module: DeadlinesModule,
      global: true,
      imports: [TypeOrmModule.forFeature([Deadline, DeadlineStep, DeadlineChange])],
      providers: [{ provide: CITY_ZONE, useValue: zone }, DeadlinesService, DeadlineChanges, DeadlineSteps],
      exports: [DeadlinesService, DeadlineChanges, DeadlineSteps, CITY_ZONE],
    };
  }
}

/** `/deadlines`, `/deadline-rules`, `/holidays`. Needs `DeadlinesModule.inZone` in the same program. */
@Module({
  controllers: [DeadlinesController, RegisterController],
  providers: [DeadlineActs, Holidays],
  exports: [DeadlineActs],
})
export class DeadlinesHttpModule {}

/** The sweep and the recount, for the worker. Needs `DeadlinesModule.inZone` in the same program. */
@Module({
  imports: [QueueJobsModule],
  providers: [DeadlineSweep, Recount, RecountConsumer],
  exports: [DeadlineSweep, Recount],
})
export class DeadlinesJobsModule {}
