import { agency, who } from '../statements.js';

export const caseOf = (number: string): string =>
  `(select id from simpul.case_file where number = 'PBM-2026-${number}')`;

export const referral = (number: string): string =>
  `(select id from simpul.referral where number = 'PBM-R-2026-${number}')`;

export const OPEN = caseOf('0001');

export const SEALED = caseOf('0002');

export const CLOSED = caseOf('0003');

/** The referral that is written and not sent yet. */
export const DRAFT = `(select id from simpul.referral where case_id = ${OPEN} and status = 'draft' and to_agency_id = (select id from simpul.agency where code = 'dinsos-rehab') order by created_at, id limit 1)`;

export const LEAD = who('pendamping@uptd-ppa');

export const UNIT = agency('uptd-ppa');

export const HOSPITAL = agency('rsud-igd');

export const LATER = `simpul.now() + interval '1 day'`;

/** Only the referral to the hospital is left of those that ask it. */
export const ONE_REFERRAL = `delete from simpul.referral where number like 'PBM-R-2026-000_-%'`;

export const completed = (number: string): string =>
  `update simpul.referral set status = 'completed', outcome = 'X', ended_at = simpul.now() where id = ${referral(number)}`;

export const MEMBER = who('cw-team@uptd-ppa');

export const ADMIN = who('ad-team@diskominfo');

export const newest = (table: string, where: string): string =>
  `select id from simpul.${table} where ${where} limit 1`;

export const emergency = (whose: string, opened: string, more: string): string =>
  `insert into simpul.emergency_access (case_id, account_id, person_id, reason, opened_at, until, ended_at, ended_by, reviewed_at, reviewed_by, reviewed_by_person, outcome)
     select ${OPEN}, id, person_id, 'DANGER_NOW', simpul.now() - ${opened}, simpul.now() - ${opened} + interval '60 minutes', ${more} from simpul.account where id = ${whose}`;

export const LASTS = 'null, null, null, null, null, null';

export const GUARD = who('io-outside@inspektorat');

export const SEALED_NOW = `select string_agg(concat_ws(' ', f.number, f.sealed, a.email), ', ' order by f.number) from simpul.case_file f join simpul.account a on a.id = f.owner_account_id`;

export const ago = (interval: string): string => `simpul.now() - interval '${interval}'`;

/** Somebody of the cross by a short name. */
export const named = (account: string): string => `split_part(${account}.email, '.', 1)`;

/** For `after`: what is told of each row that the act wrote in a table. */
export const changed = (table: string, what: string, more = ''): string =>
  `(select '${table}: ' || string_agg(${what}, ', ' order by ${what}) from simpul.${table} t ${more} where t.xmin::text::bigint >= current_setting('doors.mark')::bigint)`;

/** Somebody is to leave, and nobody else. */
export const departing = (whom: string): string[] => [
  'delete from simpul.departure_item',
  'delete from simpul.departure',
  `insert into simpul.departure (account_id, proposed_by, status) select ${whom}, ${ADMIN}, 'PROPOSED'`,
];

/** A clock of its own, made of one that is there. */
export const clock = (n: number, changes: Record<string, string>): string =>
  `insert into simpul.deadline select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'case_id', null, 'referral_id', null, 'report_id', null, 'about_id', null, 'status', 'running', 'ended_at', null, 'missed_at', null, 'paused_at', null, 'owing_account_id', null, 'owing_agency_id', null, 'waiver_proposed_by', null, 'trigger_at', simpul.now() + interval '${n} minutes', ${Object.entries(
    changes,
  )
    .map(([column, value]) => `'${column}', ${value}`)
    .join(
      ', ',
    )}))).* from simpul.deadline d where d.id = (select id from simpul.deadline where slug <> 'break-glass-review' order by slug, id limit 1)`;

/** One emergency in the open case, and the clock of its review, which only heads meet. */
export const ONE_EMERGENCY = [
  'delete from simpul.emergency_access',
  emergency(who('cw-office@uptd-ppa'), `interval '2 minutes'`, LASTS),
];
export const REVIEW = {
  slug: `'break-glass-review'`,
  about_id: '(select id from simpul.emergency_access)',
  case_id: OPEN,
  owing_agency_id: UNIT,
};

export const PAUSED = { status: `'paused'`, paused_at: 'simpul.now()' };
export const MET = { status: `'met'`, ended_at: 'simpul.now()' };

/** What was there before is no clock any more. */
export const onlyThese = `delete from simpul.deadline where trigger_at <= simpul.now()`;

/** A statement for each change of one row. */
export const sets = (table: string, which: string, changes: string[]): string[] =>
  changes.map((change) => `update simpul.${table} set ${change} where id = $${which}`);
