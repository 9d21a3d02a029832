import type { Work } from '#database';
import { OPEN_STATUSES } from './rules/referral-lifecycle.js';

/** How many referrals of a case are not at their end: sent and open, ended and not confirmed, begun and not sent. */
export async function referralsLeft(
  work: Work,
  caseId: string,
): Promise<{ openReferrals: number; unconfirmedReferrals: number; drafts: number }> {
  const [row] = await work.query<{ openReferrals: number; unconfirmedReferrals: number; drafts: number }>(
    `select count(*) filter (where status = any ($2))::int as "openReferrals",
            count(*) filter (where status in ('completed', 'failed') and confirmed_at is null)::int
              as "unconfirmedReferrals",
            count(*) filter (where status = 'draft')::int as drafts
       from simpul.referral where case_id = $1`,
    [caseId, [...OPEN_STATUSES]],
  );
  return row!;
}
