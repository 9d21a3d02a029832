import type { Work } from '#database';

/** An emergency access by which the actor sees a case, and until when. */
export interface EmergencySight {
  accessId: string;
  until: Date;
}

/** The emergency access without which the actor would not see this case; null for whoever works on it or answers for it. */
export async function emergencySight(work: Work, caseId: string): Promise<EmergencySight | null> {
  const [row] = await work.query<EmergencySight>(
    `select id as "accessId", until from simpul.emergency_access
      where case_id = $1 and account_id = $2 and ended_at is null and until > simpul.now()
        and case_id = any (ctx.emergency_only_case_ids()) order by opened_at desc limit 1`,
    [caseId, work.actor!.accountId],
  );
  return row ?? null;
}
