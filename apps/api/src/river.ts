import { AgenciesHttpModule } from '#agencies';
import { CodesHttpModule } from '#codes';
import type { SimpulConfig } from '#config';
import { DeadlinesModule } from '#deadlines';
import type { DynamicModule, Type } from '@nestjs/common';

/** The libraries' modules with their routes, in river order. */
export function riverModules(config: SimpulConfig): (DynamicModule | Type)[] {
  return [CodesHttpModule, DeadlinesModule.inZone(config.zone), AgenciesHttpModule];
}
