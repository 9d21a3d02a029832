import { ledgerName, openVerifiers, openWitnessPolicy } from '#audit';
import type { SimpulConfig } from '#config';
import { Module, type DynamicModule } from '@nestjs/common';
import { BaitWatch } from './bait/bait-watch.js';
import { CaseTrailExport } from './case-trail-export.js';
import { CaseViewers } from './case-viewers.queries.js';
import { InvariantWatch } from './invariants/invariant-watch.js';
import { AuditController } from './http/audit.controller.js';
import { CaseViewersController } from './http/case-viewers.controller.js';
import { LedgerExportController } from './http/ledger-export.controller.js';
import { LedgerExport } from './ledger-export.js';
import { LEDGER_VERIFIERS, Oversight, WITNESS_POLICY } from './oversight.service.js';
import { ReviewsController } from './http/reviews.controller.js';
import { ReadingWatch } from './reviews/reading-watch.js';
import { ReviewPicking } from './reviews/review-picking.js';
import { Reviews } from './reviews/reviews.service.js';

/** The audit trail and its verification, for supervisors and auditors. */
@Module({})
export class OversightHttpModule {
  /** Reads the public key now: without one the start stops, and not the first verification. */
  static forConfig(
    config: Pick<SimpulConfig, 'ledgerKeyFile' | 'regionCode' | 'witnessesFile'>,
  ): DynamicModule {
    const verifiers = openVerifiers(config.ledgerKeyFile, ledgerName(config.regionCode));
    return {
      module: OversightHttpModule,
      controllers: [AuditController, LedgerExportController, CaseViewersController, ReviewsController],
      providers: [
        Oversight,
        LedgerExport,
        CaseTrailExport,
        CaseViewers,
        Reviews,
        { provide: LEDGER_VERIFIERS, useValue: verifiers },
        { provide: WITNESS_POLICY, useValue: openWitnessPolicy(config.witnessesFile) },
      ],
    };
  }
}

/** The check of the guarantee, the picks for review, the watch over reading and over bait, for the worker. */
@Module({
  providers: [InvariantWatch, ReviewPicking, ReadingWatch, BaitWatch],
  exports: [InvariantWatch, ReviewPicking, ReadingWatch, BaitWatch],
})
export class OversightJobsModule {}
