import { CaseParts } from '#cases';
import { Module, type OnModuleInit } from '@nestjs/common';
import { Baits } from './bait/bait.service.js';
import { Conflicts } from './conflicts.service.js';
import { EmergencyAccesses } from './emergency/emergency-access.service.js';
import { BaitController } from './http/bait.controller.js';
import { EmergencyController } from './http/emergency.controller.js';
import { IntegrityController } from './http/integrity.controller.js';
import { toProtection } from './http/integrity.dto.js';
import { Integrity } from './integrity.queries.js';
import { SightByRefController, SightController } from './http/sight.controller.js';
import { Seals } from './seals.service.js';
import { CaseSight } from './sight.queries.js';

/**
 * Seals, conflicts of interest, emergencies and bait: `/cases/:id/seals`, `/cases/:id/conflicts`, `/integrity/…`,
 * `/emergency-accesses…`, `/cases/:id/sight`, `/baits…`.
 */
@Module({
  controllers: [
    IntegrityController,
    SightController,
    SightByRefController,
    EmergencyController,
    BaitController,
  ],
  providers: [Seals, Conflicts, Integrity, CaseSight, EmergencyAccesses, Baits],
})
export class IntegrityHttpModule implements OnModuleInit {
  constructor(
    private readonly parts: CaseParts,
    private readonly integrity: Integrity,
  ) {}

  onModuleInit(): void {
    this.parts.add('protection', async (work, facts) =>
      toProtection(await this.integrity.ofCase(work, facts)),
    );
  }
}
