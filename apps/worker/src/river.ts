import { AgenciesJobsModule } from '#agencies';
import { LedgerJobsModule } from '#audit';
import { CasesModule } from '#cases';
import type { SimpulConfig } from '#config';
import { DeadlinesJobsModule, DeadlinesModule } from '#deadlines';
import { NotificationsJobsModule } from '#notifications';
import { OversightJobsModule } from '#oversight';
import { ReferralsJobsModule } from '#referrals';
import type { DynamicModule, Type } from '@nestjs/common';

/** The libraries' job modules, in river order. */
export function riverJobs(config: SimpulConfig): (DynamicModule | Type)[] {
  return [
    LedgerJobsModule.forConfig(config),
    DeadlinesModule.inZone(config.zone, config.regionCode),
    DeadlinesJobsModule,
    AgenciesJobsModule,
    CasesModule.forCity(config),
    ReferralsJobsModule,
    NotificationsJobsModule.forConfig(config),
    OversightJobsModule,
  ];
}
