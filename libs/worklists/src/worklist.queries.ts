import type { Work } from '#database';

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
  /** Who owes it, when somebody else does. */
  agencyName: string | null;
  owingKinds: string[];
  initials: string | null;
  ageYears: number | null;
  sex: string | null;
  remindersSent: number;
}

export interface WorkFacts {
  rows: WorkRow[];
  drafts: number;
  undecidedReports: number;
  dayEnds: Date;
  weekEnds: Date;
}

const ROWS_MAX = 300;

/**
 * Everything on one person's list in one statement, by legal time left. A partner's list holds what its agency owes; a
 * case worker's what they, or their unit on cases they may see, owe, and what others owe on these cases.
 */
export async function workOf(work: Work, zone: string, sees: { cases: boolean }): Promise<WorkFacts> {
  const rows = await work.query<WorkRow>(
    `select d.id as "deadlineId", d.slug, r.action, r.basis, r.kind, d.due_at as "dueAt", d.status = 'missed' as missed,
            d.status = 'paused' as paused,
            (d.owing_account_id is not distinct from (select ctx.account_id())
             or (d.owing_account_id is null and d.owing_agency_id = (select ctx.agency_id()))) as mine,
            ${sees.cases ? 'd.case_id' : 'null::uuid'} as "caseId", coalesce(f.number, ref.case_number) as "caseNumber",
            d.referral_id as "referralId", coalesce(ag.name, own.display_name) as "agencyName", r.owing_kinds as "owingKinds",
            p.initials, p.age_years as "ageYears", p.sex,
            (select count(*)::int from simpul.deadline_step s where s.deadline_id = d.id and s.status = 'fired') as "remindersSent"
       from simpul.deadline d
       join simpul.deadline_rule r on r.id = d.rule_id
       left join simpul.case_file f on f.id = d.case_id
       left join simpul.referral ref on ref.id = d.referral_id
       left join simpul.agency ag on ag.id = d.owing_agency_id
       left join simpul.account own on own.id = d.owing_account_id
       left join lateral (select initials, age_years, sex from simpul.person
                           where case_id = f.id and kind = 'VICTIM' order by position limit 1) p on true
      where d.status in ('running', 'paused', 'missed')
      order by d.due_at nulls first, d.id limit ${ROWS_MAX}`,
  );
  const [times] = await work.query<{ dayEnds: Date; weekEnds: Date }>(
    `select (date_trunc('day', simpul.now() at time zone $1) + interval '1 day') at time zone $1 as "dayEnds",
            (date_trunc('day', simpul.now() at time zone $1) + interval '8 days') at time zone $1 as "weekEnds"`,
    [zone],
  );
  const [drafts] = sees.cases
    ? await work.query<{ n: number }>("select count(*)::int as n from simpul.referral where status = 'draft'")
    : [{ n: 0 }];
  const [reports] = sees.cases
    ? await work.query<{ n: number }>(
        "select count(*)::int as n from simpul.report where status = 'RECEIVED'",
      )
    : [{ n: 0 }];
  return { rows, drafts: drafts!.n, undecidedReports: reports!.n, ...times! };
}

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
  lastRung: string | null;
  lastToldAt: Date | null;
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
}

const BOARD_MAX = 500;

/** Everything overdue that the supervisor sees, the oldest first: who owes it, who was told last, who answered. */
export async function overdueBoard(work: Work): Promise<BoardRow[]> {
  return work.query<BoardRow>(
    `select d.owing_agency_id as "agencyId", ag.name as "agencyName", d.id as "deadlineId", d.slug, r.action, r.basis,
            r.owing_kinds as "owingKinds", own.display_name as "ownerName", d.due_at as "dueAt", f.number as "caseNumber",
            d.case_id as "caseId", d.referral_id as "referralId", last.rung as "lastRung", last.fired_at as "lastToldAt",
            ack.display_name as "acknowledgedBy", ack.created_at as "acknowledgedAt"
       from simpul.deadline d
       join simpul.deadline_rule r on r.id = d.rule_id
       join simpul.case_file f on f.id = d.case_id
       left join simpul.agency ag on ag.id = d.owing_agency_id
       left join simpul.account own on own.id = d.owing_account_id
       left join lateral (select rung, fired_at from simpul.deadline_step
                           where deadline_id = d.id and status = 'fired' order by fired_at desc limit 1) last on true
       left join lateral (select a.display_name, k.created_at from simpul.deadline_acknowledgement k
                            join simpul.account a on a.id = k.account_id
                           where k.deadline_id = d.id order by k.created_at desc limit 1) ack on true
      where d.status = 'missed' or (d.status = 'running' and d.due_at < simpul.now())
      order by d.due_at, d.id limit ${BOARD_MAX}`,
  );
}
