import type { Work } from '#database';
import { IN_SIGHT, IN_SIGHT_OF_BOARDS, inSight } from '#deadlines';

/** The column that the sight of a deadline is told by. */
interface Sight {
  inSight?: boolean;
}

/** An open deadline in the actor's sight, as a row of the list needs it. */
export interface WorkRow {
  deadlineId: string;
  slug: string;
  action: string;
  basis: string;
  kind: string;
  dueAt: Date | null;
  missed: boolean;
  paused: boolean;
  mine: boolean;
  caseId: string | null;
  caseNumber: string | null;
  referralId: string | null;
  reportId: string | null;
  /** Who owes it, when somebody else does. */
  agencyName: string | null;
  owingKinds: string[];
  /** Keeps the case: watches what a body outside owes. */
  keeperName: string | null;
  initials: string | null;
  ageYears: number | null;
  sex: string | null;
  remindersSent: number;
}

/** A referral that was begun and not sent, in the actor's sight: the case team's, whoever wrote it. */
export interface DraftRow {
  referralId: string;
  caseId: string;
  caseNumber: string;
  agencyName: string;
  serviceCode: string;
  authorName: string;
  startedAt: Date;
}

/** What somebody proposed and another person has to decide: a lower level of risk, or the end of a case. */
export interface ProposalRow {
  kind: 'LOWERING' | 'CLOSING' | 'OVERRIDE';
  /** Of the screening or of the closing. */
  id: string;
  proposedByMe: boolean;
  caseId: string;
  caseNumber: string;
  proposerName: string;
  proposedAt: Date;
  /** Until when a second person has to decide. */
  dueAt: Date | null;
  initials: string | null;
  ageYears: number | null;
  sex: string | null;
}

export interface WorkFacts {
  /** What the actor owes, by legal time left; up to the end of the week. */
  mine: WorkRow[];
  /** What others owe on the actor's cases or referrals, the oldest first, and how much of it there is. */
  waiting: WorkRow[];
  waitingCount: number;
  /** The oldest first. */
  proposals: ProposalRow[];
  drafts: DraftRow[];
  draftCount: number;
  undecidedReports: number;
  dayEnds: Date;
  weekEnds: Date;
}

/** More than anybody can do in a week; a longer list would hide what is on top of it. */
const MINE_MAX = 300;
/** Waiting on others is shown, but is not what needs me: the oldest of it is enough. */
const WAITING_MAX = 50;
/** A draft is on its case's page as well; the newest are what somebody comes back for. */
const DRAFTS_MAX = 50;

const OPEN = `d.status in ('running', 'paused', 'missed')`;
/** Clocks of a second person's decision: the proposal is on the list itself, with its time. */
const OF_A_PROPOSAL = `d.slug in ('lowering-approval', 'closing-approval', 'override-approval')`;

const OWED_BY_ME = `(d.owing_account_id = (select ctx.account_id())
                     or (d.owing_account_id is null and d.owing_agency_id = (select ctx.agency_id())))`;

const columns = (sees: { cases: boolean }): string => `
       ${IN_SIGHT}, d.id as "deadlineId", d.slug, r.action, r.basis, r.kind, d.due_at as "dueAt", d.status = 'missed' as missed,
       d.status = 'paused' as paused, ${sees.cases ? 'd.case_id' : 'null::uuid'} as "caseId",
       coalesce(f.number, case when not ref.bare then ref.case_number end) as "caseNumber", d.referral_id as "referralId",
       rep.id as "reportId",
       coalesce(ag.name, own.display_name) as "agencyName", r.owing_kinds as "owingKinds",
       keeper.display_name as "keeperName", p.initials, p.age_years as "ageYears", p.sex,
       (select count(*)::int from simpul.deadline_step s where s.deadline_id = d.id and s.status = 'fired') as "remindersSent"`;

const JOINS = `
  join simpul.deadline_rule r on r.id = d.rule_id
  left join simpul.case_file f on f.id = d.case_id
  left join simpul.referral ref on ref.id = d.referral_id
  left join simpul.report rep on rep.id = d.report_id
  left join simpul.agency ag on ag.id = d.owing_agency_id
  left join simpul.account own on own.id = d.owing_account_id
  left join simpul.account keeper on keeper.id = f.owner_account_id
  left join lateral (select initials, age_years, sex from simpul.person
                      where case_id = f.id and kind = 'VICTIM' order by position limit 1) p on true`;

/**
 * Everything on one person's list, a few statements under row-level security. What is mine is found by who owes it, what
 * I wait for by my cases and my agency's referrals: neither reads the open deadlines of the whole city, except for the
 * head of the lead office, who sees all that was missed.
 */
export async function workOf(
  work: Work,
  zone: string,
  sees: { cases: boolean; proposals: boolean },
): Promise<WorkFacts> {
  const [times] = await work.query<{
    dayEnds: Date;
    weekEnds: Date;
    draftCount: number;
    undecidedReports: number;
  }>(
    `select (date_trunc('day', simpul.now() at time zone $1) + interval '1 day') at time zone $1 as "dayEnds",
            (date_trunc('day', simpul.now() at time zone $1) + interval '8 days') at time zone $1 as "weekEnds",
            case when $2 then (select count(*)::int from simpul.referral where status = 'draft') else 0 end as "draftCount",
            case when $2 then (select count(*)::int from simpul.report where status = 'RECEIVED') else 0 end
              as "undecidedReports"`,
    [zone, sees.cases],
  );
  const mine = await work.query<WorkRow & Sight>(
    `select ${columns(sees)}, true as mine from simpul.deadline d ${JOINS}
      where ${OPEN} and not ${OF_A_PROPOSAL} and ${OWED_BY_ME} and (d.due_at is null or d.due_at <= $1 or d.status = 'missed')
      order by d.due_at nulls first, d.id limit ${MINE_MAX}`,
    [times!.weekEnds],
  );
  const waiting = await work.query<WorkRow & Sight & { total: number }>(
    `select ${columns(sees)}, false as mine, count(*) over ()::int as total
       from (select d.id from simpul.case_file f join simpul.deadline d on d.case_id = f.id where $1 and ${OPEN}
             union
             select d.id from simpul.referral x join simpul.deadline d on d.referral_id = x.id
              where x.to_agency_id = (select ctx.agency_id()) and ${OPEN}
             union
             select d.id from simpul.deadline d where d.status = 'missed' and (select ctx.role()) = 'dinas_head') seen
       join simpul.deadline d on d.id = seen.id ${JOINS}
      where ${OWED_BY_ME} is not true
      order by d.due_at nulls first, d.id limit ${WAITING_MAX}`,
    [sees.cases],
  );
  const drafts =
    times!.draftCount === 0
      ? []
      : await work.query<DraftRow>(
          `select r.id as "referralId", r.case_id as "caseId", r.case_number as "caseNumber", ag.name as "agencyName",
                  r.service_code as "serviceCode", a.display_name as "authorName", r.created_at as "startedAt"
             from simpul.referral r
             join simpul.agency ag on ag.id = r.to_agency_id
             join simpul.account a on a.id = r.created_by
            where r.status = 'draft' and cardinality(simpul.stands_to('case', r.case_id)) > 0
            order by r.created_at desc, r.id limit ${DRAFTS_MAX}`,
        );
  const proposals = sees.proposals ? await work.query<ProposalRow>(PROPOSALS) : [];
  const waitingCount = waiting[0]?.total ?? 0;
  return { mine: inSight(mine), proposals, drafts, waiting: inSight(waiting), waitingCount, ...times! };
}

// Only what can be acted on: whoever opens a closed case again finds its proposal still there.
const PROPOSALS = `
  select s.kind, s.id, by.person_id = (select ctx.person_id()) as "proposedByMe", f.id as "caseId",
         f.number as "caseNumber", by.display_name as "proposerName", s.at as "proposedAt",
         (select min(d.due_at) from simpul.deadline d where d.case_id = f.id and ${OPEN}
             and d.slug = lower(s.kind) || '-approval') as "dueAt",
         p.initials, p.age_years as "ageYears", p.sex
    from (select 'LOWERING' as kind, id, case_id, screened_by as by_id, at from simpul.screening
           where status = 'PENDING_APPROVAL'
           union all
          select 'CLOSING', id, case_id, proposed_by, proposed_at from simpul.case_closing
           where status = 'PROPOSED'
           union all
          select 'OVERRIDE', id, case_id, recorded_by, recorded_at from simpul.lawful_basis
           where against_refusal and decision is null and withdrawn_at is null
             and (expires_at is null or expires_at > simpul.now())) s
    join simpul.case_file f on f.id = s.case_id
    join simpul.account by on by.id = s.by_id
    left join lateral (select initials, age_years, sex from simpul.person
                        where case_id = f.id and kind = 'VICTIM' order by position limit 1) p on true
   where f.closed_at is null and cardinality(simpul.stands_to('case', f.id)) > 0
   order by s.at, s.id limit ${MINE_MAX}`;

/** One agency on the supervisor's board. */
export interface BoardRow {
  agencyId: string | null;
  agencyName: string | null;
  deadlineId: string;
  slug: string;
  action: string;
  basis: string;
  owingKinds: string[];
  ownerName: string | null;
  dueAt: Date | null;
  caseNumber: string | null;
  caseId: string | null;
  referralId: string | null;
  reportId: string | null;
  lastRung: string | null;
  lastToldAt: Date | null;
  lastToldNames: string[];
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
}

const BOARD_MAX = 500;

/**
 * Everything overdue in the actor's sight, the oldest first: who owes it, who was told last, who answered. The head of
 * the lead office sees what was missed in the whole city, without the number of its case.
 */
export async function overdueBoard(work: Work): Promise<BoardRow[]> {
  const rows = await work.query<BoardRow & Sight>(
    `select ${IN_SIGHT_OF_BOARDS}, d.owing_agency_id as "agencyId", ag.name as "agencyName", d.id as "deadlineId", d.slug, r.action, r.basis,
            r.owing_kinds as "owingKinds", own.display_name as "ownerName", d.due_at as "dueAt", f.number as "caseNumber",
            f.id as "caseId", case when f.id is not null then d.referral_id end as "referralId",
            rep.id as "reportId", last.rung as "lastRung", last.fired_at as "lastToldAt", coalesce(last.names, '{}') as "lastToldNames",
            ack.display_name as "acknowledgedBy", ack.created_at as "acknowledgedAt"
       from simpul.deadline d
       join simpul.deadline_rule r on r.id = d.rule_id
       left join simpul.case_file f on f.id = d.case_id
       left join simpul.report rep on rep.id = d.report_id
       left join simpul.agency ag on ag.id = d.owing_agency_id
       left join simpul.account own on own.id = d.owing_account_id
       left join lateral (select s.rung, s.fired_at,
                                 array(select a.display_name from unnest(s.told) with ordinality t (id, n)
                                         join simpul.account a on a.id = t.id order by t.n) as names
                            from simpul.deadline_step s
                           where s.deadline_id = d.id and s.status = 'fired' order by s.fired_at desc limit 1) last on true
       left join lateral (select a.display_name, k.created_at from simpul.deadline_acknowledgement k
                            join simpul.account a on a.id = k.account_id
                           where k.deadline_id = d.id order by k.created_at desc limit 1) ack on true
      where d.status = 'missed' or (d.status = 'running' and d.due_at < simpul.now())
      order by d.due_at, d.id limit ${BOARD_MAX}`,
  );
  return inSight(rows);
}
