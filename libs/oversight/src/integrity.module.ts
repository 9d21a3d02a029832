import { CaseParts } from '#cases';
import { Module, type OnModuleInit } from '@nestjs/common';
import { Conflicts } from './conflicts.service.js';
import { IntegrityController } from './http/integrity.controller.js';
import { toProtection } from './http/integrity.dto.js';
import { Integrity } from './integrity.queries.js';
import { Seals } from './seals.service.js';

/** Seals and conflicts of interest: `/cases/:id/seals`, `/cases/:id/conflicts`, `/integrity/…`. */
@Module({ controllers: [IntegrityController], providers: [Seals, Conflicts, Integrity] })
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
