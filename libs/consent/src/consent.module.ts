import { may } from '#access';
import { CaseParts } from '#cases';
import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ConsentTrail } from './consent-trail.js';
import { ConsentsService } from './consents.service.js';
import { ConsentsController } from './http/consents.controller.js';
import { toBasis } from './http/consents.dto.js';
import { LawfulBases } from './lawful-bases.queries.js';
import { LawfulBasis } from './lawful-basis.entity.js';

/** Lawful bases for the libraries downstream: every send and every read of a packet asks them. */
@Global()
@Module({ providers: [LawfulBases], exports: [LawfulBases] })
export class ConsentModule {}

/** `POST /cases/:id/consents`, `POST /consents/:id/withdrawal`, and the part `bases` of the case page. */
@Module({
  imports: [ConsentModule, TypeOrmModule.forFeature([LawfulBasis])],
  controllers: [ConsentsController],
  providers: [ConsentsService, ConsentTrail],
})
export class ConsentHttpModule implements OnModuleInit {
  constructor(
    private readonly parts: CaseParts,
    private readonly bases: LawfulBases,
  ) {}

  onModuleInit(): void {
    this.parts.add('bases', async (work, facts) => {
      const writes = work.actor !== null && may(work.actor.role, 'consent.withdraw');
      const rows = await this.bases.page(work, facts.id);
      return rows.map((row) => toBasis(row, work.at, work.actor?.locale ?? 'id', writes));
    });
  }
}
