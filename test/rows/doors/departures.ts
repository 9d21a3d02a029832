import type { Scene } from '../doors.js';
import { who } from '../statements.js';
import { like } from './made.js';
import { ADMIN, CLOSED, LATER, LEAD, MEMBER, OPEN, SEALED, UNIT, newest, referral } from './things.js';

const departs = (whom: string, by: string, more = `'PROPOSED', null, null`): string =>
  `insert into simpul.departure (account_id, proposed_by, status, decided_by, decided_at) select ${whom}, ${by}, ${more}`;

const DEPARTURES = [
  // No act of the program makes a person owe what is of no case.
  'update simpul.deadline set owing_account_id = null where case_id is null and referral_id is null',
  'delete from simpul.departure_item',
  'delete from simpul.departure',
  departs(LEAD, ADMIN),
  departs(MEMBER, ADMIN, `'REJECTED', ${who('sv-office@uptd-ppa')}, simpul.now()`),
  departs(
    who('cw-former@uptd-ppa'),
    ADMIN,
    `'REJECTED', ${who('sv-office@uptd-ppa')}, simpul.now() - interval '91 days'`,
  ),
  departs(who('ao-receiver@rsud-igd'), ADMIN),
  departs(who('cw-office@uptd-ppa'), who('sv-office@uptd-ppa')),
  `update simpul.referral set responsible_account_id = ${who('ao-receiver@rsud-igd')} where number in ('PBM-R-2026-0001', 'PBM-R-2026-0003', 'PBM-R-2026-0005')`,
  ...[`${LATER}`, `simpul.now()`].map(
    (ends) =>
      `insert into simpul.duty_shift (account_id, stand_in_account_id, agency_id, created_by, starts_at, ends_at) select ${LEAD}, ${MEMBER}, ${UNIT}, ${LEAD}, simpul.now() - interval '1 day', ${ends}`,
  ),
  `insert into simpul.duty_shift (account_id, stand_in_account_id, agency_id, created_by, starts_at, ends_at) select ${MEMBER}, ${LEAD}, ${UNIT}, ${LEAD}, ${LATER}, ${LATER} + interval '1 day'`,
  `insert into simpul.absence (account_id, stand_in_account_id, agency_id, created_by, starts_at, ends_at) select ${MEMBER}, ${LEAD}, ${UNIT}, ${LEAD}, simpul.now(), ${LATER}`,
];

const DEPARTURE_THINGS = {
  lead: newest('departure', `account_id = ${LEAD}`),
  rejected: newest('departure', `account_id = ${MEMBER}`),
  officer: newest('departure', `account_id = ${who('ao-receiver@rsud-igd')}`),
  proposedByOne: newest('departure', `account_id = ${who('cw-office@uptd-ppa')}`),
  member: MEMBER,
  colleague: who('cw-office@uptd-ppa'),
  counselor: who('ic-receiver@rsud-igd'),
  otherOfficer: who('ah-receiver@rsud-igd'),
};

const handOver = (which: string, to: string): string =>
  `select string_agg(concat_ws(' ', n, code, kind), ', ' order by code, kind) from (select code, kind, count(*) as n from simpul.hand_over($${which}, $${to}, '{}') group by 1, 2) x`;

/** A clock of a case or of a referral; each at a minute of its own. */
const missed = (at: number, of: Record<string, string>): string =>
  like('deadline', `missed ${at}`, {
    ...{ case_id: 'null', referral_id: 'null', report_id: 'null', about_id: 'null' },
    ...{ ended_at: 'null', paused_at: 'null', waiver_proposed_by: 'null' },
    trigger_at: `simpul.now() - interval '${at + 10} days'`,
    status: `'missed'`,
    missed_at: 'simpul.now()',
    ...of,
  });

const DONE = [
  ...DEPARTURES,
  // Of other cases and referrals there is more to do, which is not of this page.
  ...[{ case_id: OPEN }, { case_id: SEALED }, { case_id: SEALED }, { case_id: CLOSED }].map((of, at) =>
    missed(at, of),
  ),
  ...['0002', '0003', '0003', '0003'].map((number, at) => missed(at + 4, { referral_id: referral(number) })),
  departs(who('ic-office@uptd-ppa'), ADMIN, `'DONE', ${who('sv-office@uptd-ppa')}, simpul.now()`),
  ...['ic-office@uptd-ppa', 'ao-receiver@rsud-igd'].flatMap((whose) => [
    `insert into simpul.departure_item (departure_id, kind, object_id, case_id, to_account_id) select (select id from simpul.departure where account_id = ${who(whose)}), 'CASE', ${OPEN}, ${OPEN}, ${MEMBER}`,
    `insert into simpul.departure_item (departure_id, kind, object_id, case_id, to_account_id) select (select id from simpul.departure where account_id = ${who(whose)}), 'REFERRAL', ${referral('0002')}, ${OPEN}, ${MEMBER}`,
    `insert into simpul.departure_item (departure_id, kind, object_id, case_id, to_account_id) select (select id from simpul.departure where account_id = ${who(whose)}), 'SHIFT', gen_random_uuid(), null, ${MEMBER}`,
  ]),
];

const page = (which: string): string =>
  `select string_agg(concat_ws(' ', n, kind, closed, label, proposals, overdue, possible), ', ' order by kind, closed, label, n) from (select kind, closed, label, sum(proposals) as proposals, sum(overdue) as overdue, sum(cardinality(possible)) as possible, count(*) as n from simpul.departure_page($${which}) group by 1, 2, 3) x`;

export const departures: Scene[] = [
  {
    name: 'a colleague has left',
    so: DONE,
    things: {
      done: newest('departure', `status = 'DONE'`),
      proposed: newest('departure', `account_id = ${who('ao-receiver@rsud-igd')}`),
    },
    doors: [page('done'), page('proposed')],
    by: ['sv-office@uptd-ppa', 'ah-receiver@rsud-igd', 'ad-outside@diskominfo'],
  },
  {
    name: 'colleagues leave',
    so: DEPARTURES,
    things: DEPARTURE_THINGS,
    doors: [
      `select count(*) || ' ' || count(*) filter (where may_decide) from simpul.departures()`,
      ...['lead', 'rejected', 'officer', 'proposedByOne'].flatMap((which) => [
        `simpul.departure_to_decide($${which}) is not null`,
        `simpul.reject_departure($${which}) is not null`,
        `select string_agg(concat_ws(' ', n, kind, closed, label, proposals, overdue, possible), ', ' order by kind, closed, label, n) from (select kind, closed, label is not null as label, sum(proposals) as proposals, sum(overdue) as overdue, sum(cardinality(possible)) as possible, count(*) as n from simpul.departure_page($${which}) group by 1, 2, 3) x`,
      ]),
      handOver('lead', 'member'),
      handOver('rejected', 'member'),
      handOver('proposedByOne', 'member'),
      handOver('officer', 'otherOfficer'),
    ],
  },
  {
    name: 'colleagues leave, and somebody else was named',
    so: DEPARTURES,
    things: DEPARTURE_THINGS,
    doors: [handOver('lead', 'colleague'), handOver('officer', 'counselor')],
    by: ['sv-office@uptd-ppa', 'ah-receiver@rsud-igd', 'sv-receiver@rsud-igd'],
  },
  // Whoever is on the team sees the case though somebody of the office is reported, and may not name who is not.
  ...[
    { by: 'ah-receiver@rsud-igd', to: 'otherOfficer' },
    { by: 'sv-receiver@rsud-igd', to: 'counselor' },
  ].map(({ by, to }) => ({
    name: `colleagues leave, and a reported person works at the office of ${by}`,
    so: [
      ...DEPARTURES,
      `update simpul.person set employer_agency_id = (select id from simpul.agency where code = 'rsud-igd') where case_id = ${OPEN} and kind = 'REPORTED'`,
      `insert into simpul.case_member (case_id, account_id, agency_id, since) select ${OPEN}, id, agency_id, simpul.now() from simpul.account where id = ${who('ah-receiver@rsud-igd')}`,
    ],
    things: DEPARTURE_THINGS,
    doors: [page('officer'), handOver('officer', to)],
    after: `select string_agg(concat_ws(' ', r.number, coalesce(split_part(a.email, '.', 1), 'nobody')), ', ' order by r.number) from simpul.referral r left join simpul.account a on a.id = r.responsible_account_id where r.number in ('PBM-R-2026-0001', 'PBM-R-2026-0003', 'PBM-R-2026-0005')`,
    by: [by],
  })),
];
