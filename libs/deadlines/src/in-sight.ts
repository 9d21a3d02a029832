/**
 * The application's own question of each deadline that a list found (`d`, with its case `f`, referral `ref` and report
 * `rep`): is it this person's business? Row-level security has asked before, so that this is true of every row, unless
 * the connection is one that no policy holds. What hangs on none of them is a day's review, its reviewers' own. A column and not a condition: the plan of the list stays what it was.
 */
const sightOf = (referral: string): string => `
  (coalesce(f.owner_account_id = (select ctx.account_id()) or f.id = any ((select ctx.team_case_ids())::uuid[])
            or ((select ctx.role()) = 'supervisor' and f.agency_id = (select ctx.agency_id()) and not f.sealed), false)${referral}
   or coalesce(rep.received_by = (select ctx.account_id())
               or (rep.case_id is null and rep.agency_id = (select ctx.agency_id())
                   and (select ctx.writes_cases())), false)
   or (d.case_id is null and d.referral_id is null and d.report_id is null and d.about_id is not null
       and d.owing_agency_id = (select ctx.agency_id())
       and (select ctx.role()) in ('supervisor', 'integrity_officer', 'auditor'))
   or (d.status = 'missed' and (select ctx.role()) = 'dinas_head')) as "inSight"`;

export const IN_SIGHT = sightOf(`
   or coalesce(ref.to_agency_id = (select ctx.agency_id()) and ref.sent_at is not null
               and (select ctx.receives_referrals()), false)`);
/** For the boards of those who answer for cases: they receive nothing there, and `ref` is not joined. */
export const IN_SIGHT_OF_BOARDS = sightOf('');

/** Drops what is nobody's business here, and the column that told. */
export function inSight<T extends object>(rows: (T & { inSight?: boolean })[]): T[] {
  return rows.filter((row) => {
    const told = row.inSight === true;
    delete row.inSight;
    return told;
  });
}
