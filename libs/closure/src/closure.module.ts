import { CaseParts } from '#cases';
import { HandoffModule } from '#handoff';
import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Aftercare } from './aftercare.service.js';
import { AftercareCheck, CaseClosing } from './case-closing.entity.js';
import { CaseClosingService } from './case-closing.service.js';
import { CaseClosings } from './case-closings.queries.js';
import { Closures } from './closures.service.js';
import { CaseClosingController } from './http/case-closing.controller.js';
import { toClosing } from './http/case-closing.dto.js';
import { ClosuresController } from './http/closures.controller.js';
import { LoopConfirmation } from './loop-confirmation.entity.js';

/** The last acts on a referral: for `replies`, where agencies without accounts do the same. */
@Module({
  imports: [TypeOrmModule.forFeature([LoopConfirmation]), HandoffModule],
  providers: [Closures],
  exports: [Closures],
})
export class ClosureModule {}

/** The ends of referrals (`/referrals/:id/completion`, …) and of cases (`/cases/:id/closings`, `/closings/:id/…`). */
@Module({
  imports: [TypeOrmModule.forFeature([CaseClosing, AftercareCheck]), ClosureModule],
  controllers: [ClosuresController, CaseClosingController],
  providers: [CaseClosingService, CaseClosings, Aftercare],
})
export class ClosureHttpModule implements OnModuleInit {
  constructor(
    private readonly parts: CaseParts,
    private readonly closings: CaseClosings,
  ) {}

  onModuleInit(): void {
    this.parts.addStageFact(
      'reopened',
      'exists (select 1 from simpul.case_closing where case_id = c.id and reopened_at is not null)',
    );
    this.parts.add('closing', async (work, facts) =>
      toClosing(await this.closings.page(work, facts), work.actor),
    );
  }
}
