import { QueueJobsModule } from '#queue';
import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CITY, type City } from './calendars.js';
import { DeadlineActs } from './deadline-acts.service.js';
import { DeadlineChanges } from './deadline-changes.service.js';
import { Deadline, DeadlineChange, DeadlineStep } from './deadline.entity.js';
import { DeadlineSteps } from './deadline-steps.service.js';
import { CITY_ZONE, DeadlinesService } from './deadlines.service.js';
import { DeadlinesController } from './http/deadlines.controller.js';
import { HolidaysController } from './http/holidays.controller.js';
import { OfficeHoursController } from './http/office-hours.controller.js';
import { RegisterController } from './http/register.controller.js';
import { Holidays } from './holidays.service.js';
import { CalendarWatch } from './jobs/calendar-watch.js';
import { DeadlineSweep } from './jobs/deadline-sweep.js';
import { NewVersionConsumer } from './jobs/new-version.consumer.js';
import { RecountConsumer } from './jobs/recount.consumer.js';
import { OfficeHoursKeeping } from './office-hours.service.js';
import { NewVersions } from './new-version.service.js';
import { Recount } from './recount.service.js';
import { RuleVersions } from './rule-versions.service.js';

/** Kota Prabumulih, where no other city is named. */
const FIRST_CITY = '16.74';

/** The clocks, for every act that starts or ends one. */
@Module({})
export class DeadlinesModule {
  static inZone(zone: string, regionCode = FIRST_CITY): DynamicModule {
    const city: City = { zone, regionCode };
    return {
      module: DeadlinesModule,
      global: true,
      imports: [TypeOrmModule.forFeature([Deadline, DeadlineStep, DeadlineChange])],
      providers: [
        { provide: CITY_ZONE, useValue: zone },
        { provide: CITY, useValue: city },
        DeadlinesService,
        DeadlineChanges,
        DeadlineSteps,
      ],
      exports: [DeadlinesService, DeadlineChanges, DeadlineSteps, CITY_ZONE, CITY],
    };
  }
}

/** `/deadlines`, `/deadline-rules`, `/holidays`. Needs `DeadlinesModule.inZone` in the same program. */
@Module({
  controllers: [DeadlinesController, RegisterController, HolidaysController, OfficeHoursController],
  providers: [DeadlineActs, Holidays, OfficeHoursKeeping, RuleVersions],
  exports: [DeadlineActs],
})
export class DeadlinesHttpModule {}

/** The sweep and the recount, for the worker. Needs `DeadlinesModule.inZone` in the same program. */
@Module({
  imports: [QueueJobsModule],
  providers: [DeadlineSweep, Recount, RecountConsumer, CalendarWatch, NewVersions, NewVersionConsumer],
  exports: [DeadlineSweep, Recount, CalendarWatch, NewVersions],
})
export class DeadlinesJobsModule {}
