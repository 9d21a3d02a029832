/**
 * The course of one appointment: planned until it is held, missed, moved or called off, and then decided once and for all.
 * A new time is a new appointment that follows the one it moves. While the referral does not run, a planned one has
 * fallen away: nothing is done with it any more.
 */
export const APPOINTMENT_STATUSES = ['PLANNED', 'ATTENDED', 'NOT_ATTENDED', 'MOVED', 'CANCELLED'] as const;
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

export const APPOINTMENT_SIDES = ['receiver', 'case-team'] as const;
export type AppointmentSide = (typeof APPOINTMENT_SIDES)[number];

interface Rule {
  readonly by: readonly AppointmentSide[];
  readonly from: AppointmentStatus;
  /** `same`: it stays what it is. */
  readonly to: AppointmentStatus | 'same';
  /** Whose calendar it is: the receiver's, and the case team's only where nobody of the receiver works in Simpul. */
  readonly keepsTheCalendar?: true;
  /** Goes on after the referral has ended: a person is looked after, not a paper. */
  readonly outlivesTheReferral?: true;
}

export const APPOINTMENT_ACTS = {
  arrange: { by: ['receiver', 'case-team'], from: 'PLANNED', to: 'same' },
  move: { by: ['receiver', 'case-team'], from: 'PLANNED', to: 'MOVED', keepsTheCalendar: true },
  cancel: { by: ['receiver', 'case-team'], from: 'PLANNED', to: 'CANCELLED' },
  attend: { by: ['receiver', 'case-team'], from: 'PLANNED', to: 'ATTENDED' },
  miss: { by: ['receiver', 'case-team'], from: 'PLANNED', to: 'NOT_ATTENDED' },
  followUp: { by: ['case-team'], from: 'NOT_ATTENDED', to: 'same', outlivesTheReferral: true },
} as const satisfies Record<string, Rule>;
export type AppointmentAct = keyof typeof APPOINTMENT_ACTS;

/** What stands around an appointment. Times UTC. */
export interface AppointmentSight {
  readonly side: AppointmentSide;
  /** The referral's status; `accepted` and `in-progress` run. */
  readonly referralStatus: string;
  /** Somebody of the receiver answers in Simpul itself. */
  readonly receiverAnswersHere: boolean;
  readonly now: Date;
}

export interface AppointmentState {
  readonly status: AppointmentStatus;
  readonly at: Date;
  /** The case team has spoken with the person since it was missed. */
  readonly followedUp: boolean;
}

/** Whoever comes early is not sent to wait for the clock. */
export const EARLY_MS = 3 * 3_600_000;
/** A typed year goes wrong by a digit; nobody is given an appointment further away than this. */
const FURTHEST_MS = 366 * 86_400_000;

/** Whether a referral is so far that one can meet for it. */
export function isRunning(referralStatus: string): boolean {
  return referralStatus === 'accepted' || referralStatus === 'in-progress';
}

/** Why no appointment can be set now, or null: `appointment.notRunning`, `.notYourCalendar`, `.alreadyPlanned`. */
export function whyNotSet(sight: AppointmentSight, onePlanned: boolean): string | null {
  if (!isRunning(sight.referralStatus)) return 'appointment.notRunning';
  if (!keepsTheCalendar(sight)) return 'appointment.notYourCalendar';
  return onePlanned ? 'appointment.alreadyPlanned' : null;
}

/**
 * Why the act is refused now, or null. `appointment.notYours`, `.notRunning`, `.notYourCalendar`, `.isAttended` (and the
 * other statuses), `.isPlanned`, `.notYet`, `.alreadyFollowedUp`.
 */
export function whyNotAppointment(
  act: AppointmentAct,
  state: AppointmentState,
  sight: AppointmentSight,
): string | null {
  const rule: Rule = APPOINTMENT_ACTS[act];
  if (!rule.by.includes(sight.side)) return 'appointment.notYours';
  if (state.status !== rule.from) return `appointment.is${camel(state.status)}`;
  if (!rule.outlivesTheReferral && !isRunning(sight.referralStatus)) return 'appointment.notRunning';
  if (rule.keepsTheCalendar && !keepsTheCalendar(sight)) return 'appointment.notYourCalendar';
  if (act === 'miss' && sight.now < state.at) return 'appointment.notYet';
  if (act === 'attend' && sight.now.getTime() < state.at.getTime() - EARLY_MS) return 'appointment.notYet';
  if (act === 'followUp' && state.followedUp) return 'appointment.alreadyFollowedUp';
  return null;
}

/** The acts that the table leaves to this side now. */
export function appointmentActs(state: AppointmentState, sight: AppointmentSight): AppointmentAct[] {
  return (Object.keys(APPOINTMENT_ACTS) as AppointmentAct[]).filter(
    (act) => whyNotAppointment(act, state, sight) === null,
  );
}

/** The fault of a new time, or null: never past, never further away than a year. */
export function faultOfTime(at: Date, now: Date): string | null {
  if (at <= now) return 'appointment.past';
  return at.getTime() - now.getTime() > FURTHEST_MS ? 'appointment.tooFar' : null;
}

/** Codes of ALASAN_BELUM_HADIR behind which somebody may be in danger: looked after as fast as the highest risk. */
const MAY_BE_DANGER = ['BELUM_ADA_JALAN_AMAN', 'ADA_YANG_MENGHALANGI', 'BELUM_TERHUBUNG', 'BELUM_DIKETAHUI'];

/** How fast the case team gets in touch: by the risk of the referral, and as TINGGI where nobody can say that it is safe. */
export function followUpRisk(reason: string, risk: string | null): string {
  return MAY_BE_DANGER.includes(reason) ? 'TINGGI' : (risk ?? 'TINGGI');
}

/** Codes of TINDAK_LANJUT_JANJI with which the person was reached; an attempt that failed leaves the clock running. */
export function wasReached(followUp: string | null): boolean {
  return followUp !== null && followUp !== 'BELUM_TERHUBUNG';
}

function keepsTheCalendar({ side, receiverAnswersHere }: AppointmentSight): boolean {
  return side === 'receiver' || !receiverAnswersHere;
}

function camel(status: AppointmentStatus): string {
  return status
    .toLowerCase()
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
