import { ledgerName, openVerifier } from '#audit';
import type { SimpulConfig } from '#config';
import { Module, type DynamicModule } from '@nestjs/common';
import { CaseViewers } from './case-viewers.queries.js';
import { InvariantWatch } from './invariants/invariant-watch.js';
import { AuditController } from './http/audit.controller.js';
import { CaseViewersController } from './http/case-viewers.controller.js';
import { LEDGER_VERIFIER, Oversight } from './oversight.service.js';

/** The audit trail and its verification, for supervisors and auditors. */
@Module({})
export class OversightHttpModule {
  /** Reads the public key now: without one the start stops, and not the first verification. */
  static forConfig(config: Pick<SimpulConfig, 'ledgerKeyFile' | 'regionCode'>): DynamicModule {
    const verifier = openVerifier(config.ledgerKeyFile, ledgerName(config.regionCode));
    return {
      module: OversightHttpModule,
      controllers: [AuditController, CaseViewersController],
      providers: [Oversight, CaseViewers, { provide: LEDGER_VERIFIER, useValue: verifier }],
    };
  }
}

/** The hourly check of the guarantee, for the worker. */
@Module({ providers: [InvariantWatch], exports: [InvariantWatch] })
export class OversightJobsModule {}
