import { AgenciesHttpModule } from '#agencies';
import { CasesHttpModule, CasesModule } from '#cases';
import { ClosureHttpModule } from '#closure';
import { CodesHttpModule } from '#codes';
import type { SimpulConfig } from '#config';
import { ConsentHttpModule } from '#consent';
import { DeadlinesHttpModule, DeadlinesModule } from '#deadlines';
import { ExchangeHttpModule } from '#exchange';
import { HandoffHttpModule } from '#handoff';
import { IntakeHttpModule } from '#intake';
import { NotificationsHttpModule } from '#notifications';
import { IntegrityHttpModule, OversightHttpModule } from '#oversight';
import { ConferencesHttpModule } from '#conferences';
import { ProceedingsHttpModule } from '#proceedings';
import { RepliesHttpModule } from '#replies';
import { ReferralsHttpModule } from '#referrals';
import { RegionsHttpModule } from '#regions';
import { ScreeningHttpModule } from '#screening';
import { TransfersHttpModule } from '#transfers';
import { WorklistsHttpModule } from '#worklists';
import type { DynamicModule, Type } from '@nestjs/common';

/** The libraries' modules with their routes, in river order. */
export function riverModules(config: SimpulConfig): (DynamicModule | Type)[] {
  return [
    CodesHttpModule,
    RegionsHttpModule,
    DeadlinesModule.inZone(config.zone, config.regionCode),
    DeadlinesHttpModule,
    AgenciesHttpModule,
    CasesModule.forCity(config),
    CasesHttpModule,
    IntakeHttpModule,
    ScreeningHttpModule,
    ConsentHttpModule,
    ReferralsHttpModule,
    HandoffHttpModule.forConfig(config),
    ProceedingsHttpModule,
    ConferencesHttpModule,
    ClosureHttpModule,
    TransfersHttpModule,
    RepliesHttpModule.forConfig(config),
    NotificationsHttpModule.forConfig(config),
    WorklistsHttpModule,
    ExchangeHttpModule,
    OversightHttpModule.forConfig(config),
    IntegrityHttpModule,
  ];
}
