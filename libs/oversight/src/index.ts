export { brokenOf, checkInvariants, type Verdict } from './invariants/check.js';
export { InvariantWatch } from './invariants/invariant-watch.js';
export { OversightHttpModule, OversightJobsModule } from './oversight.module.js';
