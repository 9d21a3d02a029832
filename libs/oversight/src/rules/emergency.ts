/** Why a case that is not one's own must be opened now. Codes: the ledger holds no words. */
export const EMERGENCY_REASONS = [
  'DANGER_NOW',
  'CLIENT_CALLS',
  'MEDICAL',
  'RESCUE',
  'TEAM_UNREACHABLE',
] as const;
export type EmergencyReason = (typeof EMERGENCY_REASONS)[number];

export const EMERGENCY_OUTCOMES = ['JUSTIFIED', 'TO_TALK', 'NOT_JUSTIFIED'] as const;
export type EmergencyOutcome = (typeof EMERGENCY_OUTCOMES)[number];

/** An access as the question of what may be done with it needs it. People are compared, not accounts. */
export interface EmergencyState {
  readonly own: boolean;
  readonly until: Date;
  readonly endedAt: Date | null;
  readonly reviewedAt: Date | null;
  /** Answers for the unit of the case, or watches over the offices, and is another human being. */
  readonly mayReview: boolean;
}

export type EmergencyAct = 'emergency.end' | 'emergency.review';

/** It ends by itself, so `now` is the database's clock. The database decides again (`simpul.review_emergency`). Pure. */
export function emergencyActs(
  { own, until, endedAt, reviewedAt, mayReview }: EmergencyState,
  now: Date,
): EmergencyAct[] {
  if (isOpen({ until, endedAt }, now)) return own || mayReview ? ['emergency.end'] : [];
  return mayReview && !reviewedAt ? ['emergency.review'] : [];
}

export function isOpen({ until, endedAt }: Pick<EmergencyState, 'until' | 'endedAt'>, now: Date): boolean {
  return endedAt === null && now < until;
}
