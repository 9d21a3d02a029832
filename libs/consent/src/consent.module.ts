import { CaseParts } from '#cases';
import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { BasisEnding } from './basis-ending.js';
import { BasisFactsReader } from './basis-facts.js';
import { BasisViews } from './basis-views.js';
import { ConsentTrail } from './consent-trail.js';
import { ConsentsService } from './consents.service.js';
import { ConsentsController } from './http/consents.controller.js';
import { LawfulBases } from './lawful-bases.queries.js';
import { LawfulBasis } from './lawful-basis.entity.js';
import { Overrides } from './overrides.service.js';

/** Lawful bases for the libraries downstream: every send and every read of a packet asks them. */
@Global()
@Module({ providers: [LawfulBases], exports: [LawfulBases] })
export class ConsentModule {}

/** The routes of consent, the part `bases` of the case page, and what follows when a case's people change. */
@Module({
  imports: [ConsentModule, TypeOrmModule.forFeature([LawfulBasis])],
  controllers: [ConsentsController],
  providers: [BasisEnding, BasisFactsReader, BasisViews, ConsentsService, ConsentTrail, Overrides],
})
export class ConsentHttpModule implements OnModuleInit {
  constructor(
    private readonly parts: CaseParts,
    private readonly bases: LawfulBases,
    private readonly views: BasisViews,
    private readonly ending: BasisEnding,
  ) {}

  onModuleInit(): void {
    this.parts.add('bases', async (work, facts) =>
      this.views.of(work, facts.id, await this.bases.page(work, facts.id)),
    );
    this.parts.whenPeopleChange((work, facts) => this.ending.voidWhatGuardiansGave(work, facts));
  }
}
