export { AuditModule } from './audit.module.js';
export { Ledger, type LedgerEntry } from './ledger.service.js';
