import type { Work } from '#database';
import { emergencyActs, type EmergencyAct } from '../rules/emergency.js';

export interface EmergencyAccess {
  id: string;
  caseId: string;
  /** Absent for whoever does not see the case now: the integrity officer, and the person once the hour is over. */
  caseNumber: string | null;
  agencyName: string | null;
  accountId: string;
  personName: string;
  personRole: string;
  personAgency: string;
  reason: string;
  words: string | null;
  wordsSealed: Buffer | null;
  openedAt: Date;
  until: Date;
  endedAt: Date | null;
  endedByName: string | null;
  looks: number | null;
  reveals: number | null;
  notes: number | null;
  outcome: string | null;
  reviewedAt: Date | null;
  reviewedByName: string | null;
  own: boolean;
  availableActs: EmergencyAct[];
}

const SHOWN_MAX = 50;

/** The accesses that the actor may see (row-level security), newest first; `id`: that one alone. */
export async function emergencyAccesses(work: Work, id: string | null = null): Promise<EmergencyAccess[]> {
  const rows = await work.query<Omit<EmergencyAccess, 'availableActs' | 'words'> & { mayReview: boolean }>(
    `select e.id, e.case_id as "caseId", f.number as "caseNumber", g.name as "agencyName", e.account_id as "accountId",
            a.display_name as "personName", a.role as "personRole", a.agency_name as "personAgency", e.reason,
            e.words_sealed as "wordsSealed", e.opened_at as "openedAt", e.until, e.ended_at as "endedAt",
            ended.display_name as "endedByName", u.looks, u.reveals, u.notes, e.outcome,
            e.reviewed_at as "reviewedAt", reviewed.display_name as "reviewedByName",
            a.person_id = $2 as own, simpul.may_review_emergency(e.id) as "mayReview"
       from (select * from simpul.emergency_access where $1::uuid is null or id = $1
              order by opened_at desc, id desc limit ${SHOWN_MAX}) e
       join simpul.account a on a.id = e.account_id
       left join simpul.case_file f on f.id = e.case_id
       left join simpul.agency g on g.id = f.agency_id
       left join simpul.account ended on ended.id = e.ended_by
       left join simpul.account reviewed on reviewed.id = e.reviewed_by
       left join lateral simpul.emergency_use(e.id) u on true
      order by e.opened_at desc, e.id desc`,
    [id, work.actor!.personId],
  );
  return rows.map(({ mayReview, ...row }) => ({
    ...row,
    words: null,
    availableActs: emergencyActs({ ...row, mayReview }, work.at),
  }));
}
