export { ReferralsHttpModule, ReferralsJobsModule, ReferralsModule } from './referrals.module.js';
export { ReferralActs } from './referral-acts.service.js';
export { ReferralDrafts, type DraftContent, type DraftLevels, type DraftWords } from './referral-drafts.js';
export type { Referral } from './referral.entity.js';
export { Fans } from './fans.js';
export { bareQuestion, fanObstacles } from './rules/fan.js';
export { ReferralMoves } from './referral-moves.service.js';
export { ReceiverChecks } from './receiver-checks.js';
export { ReferralsService } from './referrals.service.js';
export { REFERRAL_SELECT, referralById, slipCodeOf, type ReferralRow } from './referral-rows.queries.js';
export { slipCodeOnPaper, slipCodeTyped } from './rules/slip-code.js';
export {
  AgencyNameView,
  ReferralView,
  ServiceNameView,
  sideOf,
  toReferral,
  toService,
} from './http/referral.dto.js';
export { NothingDto } from './http/referral-acts.dto.js';
export {
  availableActs,
  isOpen,
  REFERRAL_STATUSES,
  type ReferralAct,
  type ReferralStatus,
} from './rules/referral-lifecycle.js';
export { appointmentsOf, type AppointmentsOfReferral } from './appointments/appointments.queries.js';
export { ReferralAppointmentView, toAppointment } from './http/appointments.dto.js';
export { agenciesWithAccounts } from './receiver-accounts.queries.js';
export { statusWords } from './rules/status-words.js';
export { referralsLeft } from './work-left.queries.js';
