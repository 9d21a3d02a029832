import type { Scene } from '../doors.js';
import { who } from '../statements.js';
import {
  ADMIN,
  CLOSED,
  DRAFT,
  LASTS,
  HOSPITAL,
  LATER,
  LEAD,
  MEMBER,
  ONE_EMERGENCY,
  OPEN,
  REVIEW,
  SEALED,
  UNIT,
  ago,
  caseOf,
  changed,
  clock,
  departing,
  emergency,
  named,
  newest,
  onlyThese,
  referral,
} from './things.js';

const LEAVER = who('cw-office@uptd-ppa');

/** A case of the lead like the open one. */
const FOURTH = caseOf('0009');

const FOURTH_CASE = `insert into simpul.case_file select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'number', 'PBM-2026-0009'))).* from simpul.case_file f where id = ${OPEN}`;

const seat = (of: string, whose: string, since: string, until = 'null'): string =>
  `insert into simpul.case_member (case_id, account_id, agency_id, since, until) select ${of}, id, agency_id, ${since}, ${until} from simpul.account where id = ${whose}`;

const sealed = (of: string, whose: string, since: string, until = 'null'): string =>
  `insert into simpul.seal_member (case_id, account_id, seal_id, since, until) select ${of}, ${whose}, (select id from simpul.case_seal limit 1), ${since}, ${until}`;

const shift = (whose: string, standIn: string, from: string, to: string, removed = 'null'): string =>
  `insert into simpul.duty_shift (account_id, stand_in_account_id, agency_id, created_by, starts_at, ends_at, removed_at, removed_by) select ${whose}, ${standIn}, ${UNIT}, ${LEAD}, ${from}, ${to}, ${removed}, case when ${removed} is not null then ${LEAD} end`;

const owes = (whose: string, which: string, more: string): string =>
  `update simpul.deadline set owing_account_id = ${whose}, ${more} where id = (select id from simpul.deadline where ${which} order by slug, id limit 1)`;

const NOW = 'simpul.now()';

const WORK = [
  ...departing(LEAVER),
  `insert into simpul.departure (account_id, proposed_by, status) select ${MEMBER}, ${ADMIN}, 'PROPOSED'`,
  FOURTH_CASE,
  `update simpul.case_file set owner_account_id = ${LEAVER} where id = ${OPEN}`,
  ...[OPEN, FOURTH, SEALED].map((of) => seat(of, LEAVER, ago('2 days'))),
  ...[OPEN, CLOSED].map((of) => seat(of, LEAVER, ago('9 days'), ago('8 days'))),
  sealed(SEALED, LEAVER, ago('9 days'), ago('8 days')),
  sealed(SEALED, LEAVER, ago('2 days')),
  seat(FOURTH, LEAVER, ago('9 days'), ago('8 days')),
  seat(FOURTH, who('ic-office@uptd-ppa'), ago('3 days')),
  seat(FOURTH, who('cw-former@uptd-ppa'), ago('3 days'), ago('2 days')),
  `update simpul.referral set responsible_account_id = ${LEAVER}, to_agency_id = ${UNIT}, from_agency_id = ${HOSPITAL} where number in ('PBM-R-2026-0001', 'PBM-R-2026-0003', 'PBM-R-2026-0005') or id = ${DRAFT}`,
  `update simpul.referral set status = 'completed', outcome = 'X', ended_at = ${NOW} where id = ${referral('0005')}`,
  'delete from simpul.duty_shift',
  'delete from simpul.absence',
  shift(LEAVER, MEMBER, ago('1 day'), LATER),
  shift(LEAVER, 'null::uuid', LATER, `${LATER} + interval '1 day'`),
  shift(LEAVER, 'null::uuid', ago('1 day'), LATER, NOW),
  shift(LEAVER, 'null::uuid', ago('1 day'), NOW),
  shift(LEAD, 'null::uuid', ago('1 day'), LATER),
  shift(MEMBER, LEAVER, ago('1 day'), LATER),
  shift(MEMBER, LEAVER, ago('1 day'), LATER, NOW),
  shift(MEMBER, LEAVER, ago('1 day'), NOW),
  ...[
    [LEAVER, LATER, 'null'],
    [LEAVER, LATER, NOW],
    [LEAVER, NOW, 'null'],
    ['null::uuid', LATER, 'null'],
  ].map(
    ([standIn, to, removed]) =>
      `insert into simpul.absence (account_id, stand_in_account_id, agency_id, created_by, starts_at, ends_at, removed_at, removed_by) select ${MEMBER}, ${standIn}, ${UNIT}, ${LEAD}, ${ago('1 day')}, ${to}, ${removed}, case when ${removed} is not null then ${LEAD} end`,
  ),
  `update simpul.duty_fallback set account_id = ${LEAVER} where agency_id = ${UNIT}`,
  `update simpul.deadline set owing_account_id = ${LEAD} where owing_account_id is not null`,
  owes(LEAVER, `case_id = ${OPEN} and status = 'running'`, 'waiver_proposed_by = gen_random_uuid()'),
  owes(LEAVER, `case_id = ${OPEN} and status = 'met'`, 'waiver_proposed_by = gen_random_uuid()'),
  owes(LEAVER, `case_id = ${CLOSED} and status = 'running'`, 'waiver_proposed_by = gen_random_uuid()'),
  owes(LEAVER, `case_id = ${CLOSED} and status = 'met'`, 'waiver_proposed_by = null'),
  owes(
    LEAVER,
    `case_id = ${CLOSED} and status = 'running' and owing_account_id is null`,
    `case_id = null, trigger_at = trigger_at - interval '1 hour', referral_id = ${referral('0005')}`,
  ),
  emergency(LEAVER, `interval '1 minute'`, LASTS),
  emergency(LEAVER, `interval '2 minutes'`, `${ago('1 minute')}, id, null, null, null, null`),
  `update simpul.push_device set account_id = ${LEAVER} where account_id in (${LEAD}, ${MEMBER})`,
  `update simpul.push_device set removed_at = ${NOW}, subscription_sealed = null, endpoint_mark = null where id = (select id from simpul.push_device where account_id = ${LEAVER} limit 1)`,
  `update simpul.session set account_id = ${LEAVER}, ended_at = ${ago('1 minute')} where id = (select id from simpul.session where account_id = ${LEAD} limit 1)`,
];

/** All that a hand-over writes. */
const HANDED = `select concat_ws('; ', ${[
  changed(
    'case_file',
    `concat_ws(' ', t.number, ${named('a')})`,
    'join simpul.account a on a.id = t.owner_account_id',
  ),
  changed(
    'case_member',
    `concat_ws(' ', f.number, ${named('a')}, t.agency_id = a.agency_id, case when t.until is null then 'is on' else 'is off' end)`,
    'join simpul.case_file f on f.id = t.case_id join simpul.account a on a.id = t.account_id',
  ),
  changed(
    'referral',
    `concat_ws(' ', t.number, ${named('a')})`,
    'left join simpul.account a on a.id = t.responsible_account_id',
  ),
  ...['duty_shift', 'absence'].map((table) =>
    changed(
      table,
      `concat_ws(' ', ${named('a')}, 'for', ${named('b')}, t.ends_at <= simpul.now(), t.removed_at is not null)`,
      'join simpul.account a on a.id = t.account_id left join simpul.account b on b.id = t.stand_in_account_id',
    ),
  ),
  changed('duty_fallback', named('a'), 'join simpul.account a on a.id = t.account_id'),
  changed(
    'deadline',
    `concat_ws(' ', coalesce(f.number, r.number), t.status, coalesce(${named('a')}, 'the office ' || (t.owing_agency_id is not null)), case when t.slug = 'break-glass-review' then 'to review' end)`,
    'left join simpul.case_file f on f.id = t.case_id left join simpul.referral r on r.id = t.referral_id left join simpul.account a on a.id = t.owing_account_id',
  ),
  ...['case_file', 'departure'].map(
    (table) =>
      `(select '${table} locked: ' || count(*) from simpul.${table} where xmax::text::bigint >= current_setting('doors.mark')::bigint)`,
  ),
].join(', ')})`;

const handOver = (to: string, others = `'{}'`): string =>
  `select string_agg(concat_ws(' ', n, code, kind), ', ' order by code, kind) from (select code, kind, count(*) as n from simpul.hand_over($leaves, ${to}, ${others}) group by 1, 2) x`;

const LEAVES = { leaves: newest('departure', `account_id <> ${MEMBER}`) };

const HEADS = ['sv-office@uptd-ppa', 'sv-team@uptd-ppa'];

/** A case that is kept from whoever decides. */
const kept = (so: string[]): string[] => [
  ...departing(LEAVER),
  FOURTH_CASE,
  ...['case_member', 'seal_member'].map(
    (table) => `update simpul.${table} set until = ${ago('1 hour')} where until is null`,
  ),
  ...so,
];

/** The head who decides has an interest in the open case. */
const NEAR = `update simpul.case_conflict set lifted_at = null, lifted_by = null where person_id = (select person_id from simpul.account where id = ${who('sv-office@uptd-ppa')})`;

const onlyOne = (changes: Record<string, string>): string[] => [clock(1, changes), onlyThese];

const PSYCHOLOGISTS = ['ps-team@uptd-ppa', 'ps-office@uptd-ppa'].map(who);

const IC = who('ic-team@uptd-ppa');

export const handovers: Scene[] = [
  {
    name: 'somebody leaves who holds a bit of everything',
    so: WORK,
    things: {
      ...LEAVES,
      onTheTeam: MEMBER,
      onTheOther: who('ic-office@uptd-ppa'),
      formerly: who('cw-former@uptd-ppa'),
      outside: who('cw-outside@puspaga'),
      left: who('pindah'),
      seat: `select id from simpul.case_member where case_id = ${FOURTH} and account_id = ${LEAVER} and until is null`,
      ofTheSealed: referral('0003'),
    },
    doors: [
      `select string_agg(concat_ws(' ', n, kind, label, proposals, overdue, possible), ', ' order by kind, label, n) from (select kind, label, sum(proposals) as proposals, sum(overdue) as overdue, sum(cardinality(possible)) as possible, count(*) as n from simpul.departure_page($leaves) group by 1, 2) x`,
      ...['onTheTeam', 'onTheOther', 'formerly', 'outside', 'left'].map((to) => handOver(`$${to}`)),
      handOver('$onTheTeam', 'jsonb_build_object($seat, null)'),
      handOver('$onTheTeam', 'jsonb_build_object($ofTheSealed, $onTheOther)'),
      handOver('null'),
    ],
    after: HANDED,
    by: HEADS,
  },
  ...[
    {
      name: 'sealed, with a team',
      so: [
        `update simpul.case_file set owner_account_id = ${LEAVER} where id = ${SEALED}`,
        ...[LEAVER, IC, MEMBER].flatMap((whose, at) => [
          seat(SEALED, whose, ago(`${9 - at} days`)),
          sealed(SEALED, whose, ago('9 days')),
        ]),
      ],
    },
    {
      name: 'sealed, with nobody but those of the seal',
      so: [
        `update simpul.case_file set owner_account_id = ${LEAVER} where id = ${SEALED}`,
        sealed(SEALED, LEAVER, ago('9 days')),
        sealed(SEALED, who('ps-team@uptd-ppa'), ago('9 days')),
        sealed(SEALED, IC, ago('8 days'), ago('7 days')),
        sealed(OPEN, IC, ago('8 days')),
        sealed(SEALED, IC, ago('1 day')),
        sealed(SEALED, MEMBER, ago('3 days')),
      ],
    },
    {
      name: 'sealed, with nobody',
      so: [
        `update simpul.case_file set owner_account_id = ${LEAVER} where id = ${SEALED}`,
        sealed(SEALED, LEAVER, ago('9 days')),
        sealed(SEALED, MEMBER, ago('8 days'), ago('7 days')),
        sealed(OPEN, MEMBER, ago('8 days')),
      ],
    },
    {
      name: 'of somebody near, with a team',
      so: [
        `update simpul.case_file set owner_account_id = ${LEAVER} where id = ${OPEN}`,
        NEAR,
        seat(OPEN, LEAVER, ago('9 days')),
        seat(OPEN, who('cw-former@uptd-ppa'), ago('8 days'), ago('1 day')),
        seat(FOURTH, MEMBER, ago('7 days')),
        seat(OPEN, IC, ago('6 days')),
      ],
    },
    {
      name: 'of somebody near, with nobody',
      so: [`update simpul.case_file set owner_account_id = ${LEAVER} where id = ${OPEN}`, NEAR],
    },
    {
      name: 'of somebody near, closed, with nobody',
      so: [
        `update simpul.case_file set owner_account_id = ${LEAVER}, closed_at = ${NOW} where id = ${OPEN}`,
        NEAR,
        ...onlyOne({ case_id: OPEN, owing_account_id: LEAVER }),
      ],
    },
    {
      name: 'sealed, and one other is on its team',
      so: [
        `update simpul.case_file set owner_account_id = ${LEAVER} where id = ${SEALED}`,
        ...[LEAVER, MEMBER].map((whose) => sealed(SEALED, whose, ago('9 days'))),
      ],
    },
    {
      name: 'sealed, and of the two others one has left',
      so: [
        `update simpul.case_file set owner_account_id = ${LEAVER} where id = ${SEALED}`,
        ...[LEAVER, MEMBER, IC].map((whose, at) => sealed(SEALED, whose, ago(`${9 - at} days`))),
        `update simpul.account set active = false where id = ${IC}`,
      ],
    },
    {
      name: 'sealed, and the other two are one person',
      so: [
        `update simpul.case_file set owner_account_id = ${LEAVER} where id = ${SEALED}`,
        ...[LEAVER, MEMBER, IC].map((whose, at) => sealed(SEALED, whose, ago(`${9 - at} days`))),
        `update simpul.account set person_id = (select person_id from simpul.account where id = ${MEMBER}) where id = ${IC}`,
      ],
    },
    {
      name: 'sealed, and one of the other two is the same person',
      so: [
        `update simpul.case_file set owner_account_id = ${LEAVER} where id = ${SEALED}`,
        ...[LEAVER, MEMBER, IC].map((whose, at) => sealed(SEALED, whose, ago(`${9 - at} days`))),
        `update simpul.account set person_id = (select person_id from simpul.account where id = ${LEAVER}) where id = ${IC}`,
      ],
    },
    {
      name: 'sealed, and one of the other two is no member any more',
      so: [
        `update simpul.case_file set owner_account_id = ${LEAVER} where id = ${SEALED}`,
        ...[LEAVER, MEMBER].map((whose) => sealed(SEALED, whose, ago('9 days'))),
        sealed(SEALED, IC, ago('9 days'), ago('8 days')),
        sealed(OPEN, IC, ago('9 days')),
      ],
    },
    {
      name: 'no more sealed, and one is left of its team',
      so: [
        sealed(FOURTH, LEAVER, ago('9 days')),
        sealed(SEALED, LEAVER, ago('9 days'), ago('8 days')),
        sealed(SEALED, MEMBER, ago('9 days')),
      ],
    },
    {
      name: 'sealed, with somebody on its team who is not of the seal',
      so: [
        `update simpul.case_file set owner_account_id = ${LEAVER} where id = ${SEALED}`,
        seat(SEALED, who('ic-office@uptd-ppa'), ago('9 days')),
        sealed(OPEN, who('ic-office@uptd-ppa'), ago('9 days')),
        sealed(SEALED, who('ic-office@uptd-ppa'), ago('9 days'), ago('8 days')),
        ...[LEAVER, MEMBER, IC].map((whose, at) => sealed(SEALED, whose, ago(`${9 - at} days`))),
      ],
    },
    {
      name: 'sealed, and nobody of its team may own it',
      so: [
        `update simpul.case_file set owner_account_id = ${LEAVER} where id = ${SEALED}`,
        ...[LEAVER, ...PSYCHOLOGISTS].map((whose) => sealed(SEALED, whose, ago('9 days'))),
      ],
    },
  ].map(({ name, so }) => ({
    name: `somebody leaves whose case is kept from the head: ${name}`,
    so: kept(so),
    things: { ...LEAVES, member: MEMBER },
    doors: [handOver('$member')],
    after: HANDED,
    by: ['sv-office@uptd-ppa'],
  })),
  ...[
    { name: 'another head is there', so: [] },
    {
      name: 'nobody else may review it',
      so: [
        `update simpul.account set role = 'agency_head' where id = ${who('cw-former@uptd-ppa')}`,
        `update simpul.account set active = false where id = ${who('sv-team@uptd-ppa')}`,
      ],
    },
    {
      name: 'the other head used it',
      so: [
        `update simpul.emergency_access set account_id = ${who('sv-team@uptd-ppa')}, person_id = (select person_id from simpul.account where id = ${who('sv-team@uptd-ppa')})`,
        emergency(who('cw-office@uptd-ppa'), `interval '3 minutes'`, LASTS),
      ],
    },
    {
      name: 'the case is kept from the other head',
      so: [
        `insert into simpul.case_conflict (case_id, person_id, source) select ${OPEN}, person_id, 'MATCH' from simpul.account where id = ${who('sv-team@uptd-ppa')}`,
      ],
    },
  ].map(({ name, so }) => ({
    name: `a head leaves who is to review an emergency, and ${name}`,
    so: [
      ...departing(who('sv-office@uptd-ppa')),
      `update simpul.account set role = 'case_worker' where role = 'supervisor' and agency_id = ${UNIT} and id not in (${who('sv-team@uptd-ppa')}, ${who('sv-office@uptd-ppa')})`,
      ...ONE_EMERGENCY,
      ...onlyOne({ ...REVIEW, owing_account_id: who('sv-office@uptd-ppa') }),
      ...so,
    ],
    things: { leaves: newest('departure', 'true'), member: MEMBER },
    doors: [handOver('$member')],
    after: HANDED,
    by: ['cw-former@uptd-ppa', 'sv-team@uptd-ppa'],
  })),
  {
    name: 'a head who is to review an emergency leaves the team, or hands the case over',
    so: [
      ...ONE_EMERGENCY,
      ...onlyOne({ ...REVIEW, owing_account_id: MEMBER }),
      clock(2, { case_id: OPEN, owing_account_id: MEMBER }),
      clock(3, { ...REVIEW, owing_account_id: LEAD }),
      clock(4, { case_id: OPEN, owing_account_id: LEAD }),
    ],
    things: { open: `select ${OPEN}`, member: MEMBER },
    doors: [
      `update simpul.case_member set until = simpul.now() where case_id = $open and account_id = $member and until is null`,
      'update simpul.case_file set owner_account_id = $member where id = $open',
    ],
    after: HANDED,
    bare: true,
    by: ['pendamping@uptd-ppa'],
  },
  {
    name: 'the review of an emergency begins as its head leaves',
    so: [
      `update simpul.account set role = 'case_worker' where role = 'supervisor' and agency_id = ${UNIT} and id <> ${who('sv-office@uptd-ppa')}`,
      ...ONE_EMERGENCY,
      ...onlyOne({ slug: `'satu'`, case_id: OPEN, owing_agency_id: UNIT }),
    ],
    things: { left: who('pindah'), access: 'select id from simpul.emergency_access' },
    doors: [
      `insert into simpul.deadline select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(), 'slug', 'break-glass-review', 'about_id', $access, 'owing_account_id', $left))).* from simpul.deadline d where d.slug = 'satu'`,
    ],
    after: HANDED,
    bare: true,
    by: ['pendamping@uptd-ppa'],
  },
];
