import { CodesHttpModule } from '#codes';
import type { SimpulConfig } from '#config';
import type { DynamicModule, Type } from '@nestjs/common';

/** The libraries' HTTP modules, in river order. */
export function riverModules(_config: SimpulConfig): (DynamicModule | Type)[] {
  return [CodesHttpModule];
}
