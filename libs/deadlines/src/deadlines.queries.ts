import { exactTime, type Work } from '#database';
import { NotFound } from '#refusals';
import { IN_SIGHT, inSight } from './in-sight.js';
import type { DeadlineStatus } from './rules/deadline-lifecycle.js';

/** A rung of the ladder: when, whom it tells (codes of the register), whether it has rung, and who was told then. */
export interface LadderStep {
  id: string;
  rung: string;
  fireAt: string;
  tells: string[];
  status: string;
  firedAt: string | null;
  late: boolean;
  toldNames: string[];
}

/** The due time was changed, openly: by a pause, or because the calendar changed. */
export interface MovedDue {
  at: string;
  why: string;
  from: string | null;
  to: string | null;
}

/** A deadline with its rule's words, who owes it, and its ladder. */
export interface OpenedDeadline {
  id: string;
  slug: string;
  version: number;
  action: string;
  kind: string;
  clock: string | null;
  basis: string;
  citation: string;
  certainty: string;
  needsLegalCheck: boolean;
  wording: string;
  status: DeadlineStatus;
  caseId: string | null;
  caseNumber: string | null;
  referralId: string | null;
  /** Of a report that was kept, where the reader sees it. */
  reportId: string | null;
  triggerEvent: string;
  triggerAt: Date;
  dueAt: Date | null;
  estimated: boolean;
  whyId: string;
  whyEn: string;
  endedAt: Date | null;
  pausedAt: Date | null;
  pausedByEvent: boolean;
  waiverProposedBy: string | null;
  owingKinds: string[];
  owingAgencyId: string | null;
  owingAgencyName: string | null;
  owingAccountId: string | null;
  owingAccountName: string | null;
  /** Keeps the case, where the reader sees it: watches what bodies outside owe. */
  keeperName: string | null;
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
  ladder: LadderStep[];
  moved: MovedDue[];
}

// One statement with everything a chip on a screen says: who must act, by when, on which basis, and who was told.
const SELECT = `
  select d.id, d.slug, r.version, r.action, r.kind, r.clock, r.basis, r.citation, r.certainty,
         r.needs_legal_check as "needsLegalCheck", r.wording, d.status, d.case_id as "caseId",
         coalesce(f.number, ref.case_number) as "caseNumber", d.referral_id as "referralId",
         rep.id as "reportId",
         d.trigger_event as "triggerEvent", d.trigger_at as "triggerAt", d.due_at as "dueAt", d.estimated,
         d.why_id as "whyId", d.why_en as "whyEn", d.ended_at as "endedAt", d.paused_at as "pausedAt",
         d.paused_by_event as "pausedByEvent", d.waiver_proposed_by as "waiverProposedBy",
         r.owing_kinds as "owingKinds", d.owing_agency_id as "owingAgencyId", ag.name as "owingAgencyName",
         d.owing_account_id as "owingAccountId", ac.display_name as "owingAccountName",
         keeper.display_name as "keeperName",
         ack.display_name as "acknowledgedBy", ack.created_at as "acknowledgedAt", coalesce(l.steps, '[]') as ladder,
         coalesce(m.moves, '[]') as moved
    from simpul.deadline d
    join simpul.deadline_rule r on r.id = d.rule_id
    left join simpul.case_file f on f.id = d.case_id
    left join simpul.referral ref on ref.id = d.referral_id
    left join simpul.report rep on rep.id = d.report_id
    left join simpul.agency ag on ag.id = d.owing_agency_id
    left join simpul.account ac on ac.id = d.owing_account_id
    left join simpul.account keeper on keeper.id = f.owner_account_id
    left join lateral (
      select json_agg(json_build_object('id', s.id, 'rung', s.rung, 'fireAt', s.fire_at, 'tells', s.tells, 'status', s.status,
                                        'firedAt', s.fired_at, 'late', s.late, 'toldNames', array(
                                          select a.display_name from unnest(s.told) with ordinality t (id, n)
                                            join simpul.account a on a.id = t.id order by t.n)) order by s.fire_at, s.id) as steps
        from simpul.deadline_step s where s.deadline_id = d.id and s.status <> 'superseded') l on true
    left join lateral (
      select json_agg(json_build_object('at', c.created_at, 'why', c.change, 'from', c.due_before, 'to', c.due_after)
                      order by c.created_at) as moves
        from simpul.deadline_change c
       where c.deadline_id = d.id and c.change <> 'start' and c.due_before is distinct from c.due_after) m on true
    left join lateral (
      select a.display_name, k.created_at from simpul.deadline_acknowledgement k join simpul.account a on a.id = k.account_id
       where k.deadline_id = d.id order by k.created_at desc limit 1) ack on true`;

// The mark of a row in the list: its time to the microsecond, as the list is ordered, and last what has none yet.
const LISTED = SELECT.replace(
  'select d.id,',
  `select ${IN_SIGHT}, d.id,
         coalesce(${exactTime('d.due_at')}, 'infinity') as "orderedBy",`,
);

/** Deadlines of a case (with those of its referrals), of one referral or of one report, open ones first, then by due time. */
export async function deadlinesOf(
  work: Work,
  scope: { caseId?: string; referralId?: string; reportId?: string },
): Promise<OpenedDeadline[]> {
  return work.query<OpenedDeadline>(
    `${SELECT} where ($1::uuid is null or d.case_id = $1) and ($2::uuid is null or d.referral_id = $2)
        and ($3::uuid is null or d.report_id = $3)
      order by (d.status in ('met', 'waived', 'cancelled')), d.due_at nulls last, d.slug`,
    [scope.caseId ?? null, scope.referralId ?? null, scope.reportId ?? null],
  );
}

/** With its mark in the list: a time in UTC to the microsecond, or `infinity`. */
export type ListedDeadline = OpenedDeadline & { orderedBy: string };

export interface DeadlineFilter {
  /** `overdue`: missed or past due. `soon`: due within 72 hours. Absent: every open one. */
  state?: 'overdue' | 'soon';
  agencyId?: string;
  /** Keyset: `orderedBy` and id of the last row seen. */
  after?: { orderedBy: string; id: string };
}

export const PAGE_SIZE = 50;
const SOON_HOURS = 72;

/** Open deadlines that the actor sees, the longest overdue first; one more than a page, to know whether there is a next. */
export async function openDeadlines(work: Work, filter: DeadlineFilter): Promise<ListedDeadline[]> {
  const rows = await work.query<ListedDeadline & { inSight?: boolean }>(
    `${LISTED}
      where d.status in ('running', 'paused', 'missed')
        and ($1::text is distinct from 'overdue' or d.status = 'missed' or d.due_at < simpul.now())
        and ($1::text is distinct from 'soon' or (d.due_at >= simpul.now() and d.due_at < simpul.now() + make_interval(hours => ${SOON_HOURS})))
        and ($2::uuid is null or d.owing_agency_id = $2)
        and ($3::timestamptz is null or (coalesce(d.due_at, 'infinity'), d.id) > ($3, $4::uuid))
      order by coalesce(d.due_at, 'infinity'), d.id limit ${PAGE_SIZE + 1}`,
    [
      filter.state ?? null,
      filter.agencyId ?? null,
      filter.after?.orderedBy ?? null,
      filter.after?.id ?? null,
    ],
  );
  return inSight(rows);
}

/** One deadline in the actor's sight, or NotFound. */
export async function deadlineById(work: Work, id: string): Promise<OpenedDeadline> {
  const [row] = await work.query<OpenedDeadline>(`${SELECT} where d.id = $1`, [id]);
  if (!row) throw new NotFound();
  return row;
}

/** Who last proposed to waive a deadline, when, and the sealed reason. */
export interface WaiverProposal {
  proposedByName: string;
  /** UTC. */
  at: Date;
  reasonSealed: Buffer | null;
}

export async function lastWaiverProposal(work: Work, deadlineId: string): Promise<WaiverProposal | null> {
  const [row] = await work.query<WaiverProposal>(
    `select a.display_name as "proposedByName", c.created_at as at, c.reason_sealed as "reasonSealed"
       from simpul.deadline_change c join simpul.account a on a.id = c.actor_id
      where c.deadline_id = $1 and c.change = 'proposeWaiver' order by c.created_at desc limit 1`,
    [deadlineId],
  );
  return row ?? null;
}
