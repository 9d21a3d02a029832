import { isOpen, type ReferralStatus } from './referral-lifecycle.js';

/**
 * What a withdrawal does to a referral that rests on it. `STOPS`: it is cancelled. `CLOSES`: it had ended; what was sent can
 * be read no more, and the receiver hears to destroy its copies.
 */
export type WithdrawalFate = 'STOPS' | 'CLOSES';

export interface FatedReferral {
  readonly status: ReferralStatus;
  readonly cancelledBy: string | null;
  readonly endedAt: Date | null;
}

/** Null: the withdrawal does nothing to it, it was cancelled before. `withdrawnAt`: null while it is only thought of. */
export function fateOf(referral: FatedReferral, withdrawnAt: Date | null): WithdrawalFate | null {
  if (referral.status !== 'cancelled') return isOpen(referral.status) ? 'STOPS' : 'CLOSES';
  const bySelf = withdrawnAt && referral.cancelledBy === 'CONSENT' && referral.endedAt;
  return bySelf && bySelf.getTime() >= withdrawnAt.getTime() ? 'STOPS' : null;
}

/** Whether stopping it takes a talk first: somebody is being helped there, or is expected on a day. */
export function hasBegun(
  referral: { startedAt: Date | null; appointmentAt: Date | null },
  now: Date,
): boolean {
  return referral.startedAt !== null || (referral.appointmentAt !== null && referral.appointmentAt > now);
}
