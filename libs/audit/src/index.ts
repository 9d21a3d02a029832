export { AuditModule } from './audit.module.js';
export { Ledger, type LedgerEntry } from './ledger.service.js';
export { LedgerQueries, type EntryFilter, type EntryPage, type EntryView } from './ledger.queries.js';
export { LedgerJobsModule } from './jobs/ledger-jobs.module.js';
export { SealJob } from './jobs/seal.job.js';
export { WITNESS_TROUBLED, WitnessJob } from './jobs/witness.job.js';
export { LedgerBroken, Sealer, type SealPass } from './sealer.js';
export { TreeReader } from './tree-reader.js';
export { verifyLedger, type Ask } from './verification.js';
export { ledgerName, openSigner, openVerifiers, openWitnessPolicy } from './ledger-key.js';
export { witnessStates, type WitnessState, type WitnessStates } from './witness-state.js';
export { WITNESS_TROUBLES, type WitnessTrouble } from './rules/witness-trouble.js';
export { witnessAdvice, witnessSays, witnessWords } from './rules/witness-words.js';
export type { WitnessPolicy } from './rules/witness-policy.js';
export {
  resultOf,
  VERDICT_RESULTS,
  verdictWords,
  type Verdict,
  type VerdictResult,
} from './rules/verdict-words.js';
export type { Fault, FirstBad } from './rules/examination.js';
export { signedNote, type NoteSigner, type NoteVerifier } from './rules/note.js';
export type { Decision, Fact } from './rules/leaf.js';
