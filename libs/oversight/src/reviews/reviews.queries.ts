import { exactTime, type Work } from '#database';
import { Invalid } from '#refusals';
import type { Reason } from '../rules/reasons-to-review.js';
import type { Side } from '../rules/who-reviews.js';

/** Something that was picked for review, as the reader may see it. */
export interface ReviewRow {
  id: string;
  day: string;
  side: Side;
  reason: Reason;
  status: 'open' | 'asked' | 'done';
  outcome: 'IN_ORDER' | 'CONCERN' | null;
  subjectId: string;
  subjectName: string;
  subjectRole: string;
  subjectAgency: string;
  caseRef: string | null;
  /** For whoever may see the case. */
  caseId: string | null;
  caseNumber: string | null;
  entryIds: string[];
  firstAt: Date;
  lastAt: Date;
  dueAt: Date | null;
  askedBy: string | null;
  askedAt: Date | null;
  reviewedBy: string | null;
  reviewedAt: Date | null;
  noteSealed: Buffer | null;
  /** Whether the reader is of the side that reviews it. */
  mine: boolean;
  dayId: string;
  createdAt: Date;
}

export type ReviewState = 'open' | 'done';

const PAGE = 50;

const SELECT = `
  select i.id, d.day::text, d.side, i.reason, i.status, i.outcome, i.subject_account_id as "subjectId",
         s.display_name as "subjectName", s.role as "subjectRole", s.agency_name as "subjectAgency",
         i.case_ref as "caseRef", f.id as "caseId", f.number as "caseNumber", i.entry_ids as "entryIds",
         i.first_at as "firstAt", i.last_at as "lastAt",
         (select min(l.due_at) from simpul.deadline l where l.about_id = d.id and l.slug = 'trail-review'
             and l.status <> 'cancelled') as "dueAt",
         asker.display_name as "askedBy", i.asked_at as "askedAt", r.display_name as "reviewedBy",
         i.reviewed_at as "reviewedAt", i.note_sealed as "noteSealed",
         ((d.side = 'office') = ((select ctx.role()) = 'supervisor')
           or ((select ctx.guards()) and coalesce(i.case_ref = any ((select ctx.sealed_case_refs())::uuid[]), false))) as mine, d.id as "dayId",
         i.created_at as "createdAt"
    from simpul.review_item i
    join simpul.review_day d on d.id = i.review_day_id
    join simpul.account s on s.id = i.subject_account_id
    left join simpul.account asker on asker.id = i.asked_by
    left join simpul.account r on r.id = i.reviewed_by
    left join simpul.case_key k on k.ledger_ref = i.case_ref
    left join simpul.case_file f on f.id = k.case_id`;

/** A page: what waits, the longest wait first; or what was ended, the newest first. 422 for a cursor that is none. */
export async function reviewPage(
  work: Work,
  state: ReviewState,
  cursor?: string,
): Promise<{ items: ReviewRow[]; next: string | null }> {
  const after = cursor === undefined ? null : decoded(cursor);
  const rows =
    state === 'open'
      ? await work.query<ReviewRow & { sort: string }>(
          `select x.*, ${exactTime('"createdAt"')} as sort
             from (${SELECT} where i.status <> 'done') x
            where $1::timestamptz is null or ("createdAt", id) > ($1::timestamptz, $2::uuid)
            order by "createdAt", id limit ${PAGE + 1}`,
          [after?.at ?? null, after?.id ?? null],
        )
      : await work.query<ReviewRow & { sort: string }>(
          `select x.*, ${exactTime('"reviewedAt"')} as sort
             from (${SELECT} where i.status = 'done') x
            where $1::timestamptz is null or ("reviewedAt", id) < ($1::timestamptz, $2::uuid)
            order by "reviewedAt" desc, id desc limit ${PAGE + 1}`,
          [after?.at ?? null, after?.id ?? null],
        );
  const items = rows.slice(0, PAGE);
  const last = items.at(-1);
  return { items, next: rows.length > PAGE && last ? `${last.sort}_${last.id}` : null };
}

/** One item; `lock` keeps a second reviewer waiting until this one is through. */
export async function reviewById(
  work: Work,
  id: string,
  options: { lock?: boolean } = {},
): Promise<ReviewRow | undefined> {
  if (options.lock) await work.query('select 1 from simpul.review_item where id = $1 for update', [id]);
  const [row] = await work.query<ReviewRow>(`${SELECT} where i.id = $1`, [id]);
  return row;
}

function decoded(cursor: string): { at: string; id: string } {
  const match = /^(\d{4}-\d{2}-\d{2}T[\d:.]+Z)_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor);
  if (!match || Number.isNaN(Date.parse(match[1]!)))
    throw new Invalid([{ pointer: '/cursor', code: 'cursor' }]);
  return { at: match[1]!, id: match[2]! };
}
