import { Global, Module } from '@nestjs/common';
import { Ledger } from './ledger.service.js';

/** The ledger for whoever acts; it registers itself with the unit of work as the recorder of refusals. */
@Global()
@Module({ providers: [Ledger], exports: [Ledger] })
export class AuditModule {}
