import type { Work } from '#database';

/** The agencies among these where somebody answers referrals in Simpul itself, not by letter or link. */
export async function agenciesWithAccounts(work: Work, agencyIds: readonly string[]): Promise<Set<string>> {
  const rows = await work.query<{ id: string }>(
    `select distinct agency_id as id from simpul.account where agency_id = any ($1) and active
        and role in ('agency_officer', 'agency_head', 'intake_counselor', 'case_worker', 'supervisor')`,
    [agencyIds],
  );
  return new Set(rows.map(({ id }) => id));
}
