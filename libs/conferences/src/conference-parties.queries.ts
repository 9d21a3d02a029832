import type { Work } from '#database';

/** The agency that holds a referral. */
export async function receiverOf(work: Work, referralId: string): Promise<string> {
  const [row] = await work.query<{ id: string }>(
    'select to_agency_id as id from simpul.referral where id = $1',
    [referralId],
  );
  return row!.id;
}

/** Whether a decision may be a colleague's: who leads the case, or is on its team today. */
export async function isOnTeam(work: Work, caseId: string, accountId: string): Promise<boolean> {
  const rows = await work.query(
    `select 1 from simpul.case_file f where f.id = $1 and f.owner_account_id = $2
      union all select 1 from simpul.case_member m where m.case_id = $1 and m.account_id = $2 and m.until is null`,
    [caseId, accountId],
  );
  return rows.length > 0;
}
