export { brokenOf, checkInvariants, type Verdict } from './invariants/check.js';
export { InvariantWatch } from './invariants/invariant-watch.js';
export { IntegrityHttpModule } from './integrity.module.js';
export { ReadingWatch } from './reviews/reading-watch.js';
export { ReviewPicking } from './reviews/review-picking.js';
export { OversightHttpModule, OversightJobsModule } from './oversight.module.js';
export { gaugeTheHouse } from './metrics/house-figures.js';
export { openMetricsPort, type MetricsPort } from './metrics/metrics-port.js';
export { timeRequests } from './metrics/request-times.js';
