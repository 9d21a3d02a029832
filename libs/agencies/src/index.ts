export { AgenciesHttpModule, AgenciesModule } from './agencies.module.js';
export { AgenciesService } from './agencies.service.js';
export { DutyRoster } from './duty-roster.js';
export type { DutyNow } from './duty-roster.js';
export type { Agency, AgencyService } from './agency.js';
export { seedAgencies, type SeededAgency } from './seed-agencies.js';
export { stableId } from './rules/stable-id.js';
export { inConflict, type ConflictParty } from './rules/conflict-of-interest.js';
export { whoIsOnDuty, type DutyVerdict } from './rules/who-is-on-duty.js';
