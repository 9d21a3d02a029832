import type { Referral } from '../../api/contract';

/** The earliest time by which somebody owes something on a referral. */
export function nextDue(referral: Pick<Referral, 'deadlines'>): string | undefined {
  return referral.deadlines
    ?.filter((one) => (one.status === 'running' || one.status === 'missed') && one.dueAt)
    .map((one) => one.dueAt!)
    .sort()[0];
}
