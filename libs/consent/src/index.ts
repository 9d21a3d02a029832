export { ConsentHttpModule, ConsentModule } from './consent.module.js';
export { LawfulBases } from './lawful-bases.queries.js';
export { BasisView } from './http/consents.dto.js';
export { covers } from './rules/cover.js';
export { endedByWithdrawal } from './rules/refusal.js';
export type { RecordedBasis, Scope } from './rules/lawful-basis.js';
export { mayReceivePersons, NEVER_RECEIVE_PERSONS } from './rules/receivers.js';
