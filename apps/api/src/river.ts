import { AgenciesHttpModule } from '#agencies';
import { CasesHttpModule, CasesModule } from '#cases';
import { CodesHttpModule } from '#codes';
import type { SimpulConfig } from '#config';
import { DeadlinesHttpModule, DeadlinesModule } from '#deadlines';
import { IntakeHttpModule } from '#intake';
import { ScreeningHttpModule } from '#screening';
import { OversightHttpModule } from '#oversight';
import type { DynamicModule, Type } from '@nestjs/common';

/** The libraries' modules with their routes, in river order. */
export function riverModules(config: SimpulConfig): (DynamicModule | Type)[] {
  return [
    CodesHttpModule,
    DeadlinesModule.inZone(config.zone),
    DeadlinesHttpModule,
    AgenciesHttpModule,
    CasesModule.forCity(config),
    CasesHttpModule,
    IntakeHttpModule,
    ScreeningHttpModule,
    OversightHttpModule.forConfig(config),
  ];
}
