import { Global, Module } from '@nestjs/common';
import { LedgerQueries } from './ledger.queries.js';
import { Ledger } from './ledger.service.js';

/** The ledger for whoever acts; it registers itself with the unit of work as the recorder of refusals. */
@Global()
@Module({ providers: [Ledger, LedgerQueries], exports: [Ledger, LedgerQueries] })
export class AuditModule {}
