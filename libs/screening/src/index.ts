export { ScreeningHttpModule, ScreeningModule } from './screening.module.js';
export { ScreeningService, type NewScreening } from './screening.service.js';
export { Screenings, type OpenedScreening } from './screenings.queries.js';
export { SuggestedReceiversQueries } from './suggested-receivers.queries.js';
export { mediationVerdict, type MediationVerdict } from './rules/mediation.js';
export { suggestPathway } from './rules/pathways.js';
export { suggestedRisk, type RiskLevel } from './rules/risk.js';
