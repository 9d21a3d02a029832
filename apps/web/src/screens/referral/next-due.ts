import type { Referral } from '../../api/contract';

/** The earliest time by which somebody owes something on a referral, and who. */
export function nextDue(referral: Pick<Referral, 'deadlines'>): { at: string; who: string } | undefined {
  return referral.deadlines
    ?.filter((one) => (one.status === 'running' || one.status === 'missed') && one.dueAt)
    .map((one) => ({ at: one.dueAt!, who: one.owes.words }))
    .sort((a, b) => a.at.localeCompare(b.at))[0];
}
