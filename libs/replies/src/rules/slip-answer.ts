import type { ReferralAct, ReferralStatus } from '#referrals';

export const SLIP_ANSWERS = ['ACCEPTED', 'REJECTED', 'ASKED', 'COMPLETED', 'FAILED'] as const;
export type SlipAnswer = (typeof SLIP_ANSWERS)[number];

const LAST_ACT = {
  ACCEPTED: 'accept',
  REJECTED: 'reject',
  ASKED: 'ask',
  COMPLETED: 'complete',
  FAILED: 'fail',
} as const satisfies Record<SlipAnswer, ReferralAct>;

const UNANSWERED: readonly ReferralStatus[] = ['requested', 'received'];
const RUNNING: readonly ReferralStatus[] = ['accepted', 'in-progress'];

/**
 * The acts that a ticked slip stands for, in order. A result on the first slip that ever came back says that the
 * referral was taken on as well. Pure.
 */
export function actsOfSlip(answer: SlipAnswer, status: ReferralStatus): ReferralAct[] {
  const withResult = answer === 'COMPLETED' || answer === 'FAILED';
  return withResult && UNANSWERED.includes(status) ? ['accept', LAST_ACT[answer]] : [LAST_ACT[answer]];
}

/** What a slip can still say of a referral in this status. Pure. */
export function possibleAnswers(status: ReferralStatus): SlipAnswer[] {
  if (UNANSWERED.includes(status)) return [...SLIP_ANSWERS];
  if (RUNNING.includes(status))
    return status === 'accepted' ? ['ASKED', 'COMPLETED', 'FAILED'] : ['COMPLETED', 'FAILED'];
  return status === 'on-hold' ? ['REJECTED'] : [];
}
