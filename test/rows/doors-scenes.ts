import type { Scene } from './doors.js';
import { agency, who } from './statements.js';

const caseOf = (number: string): string =>
  `(select id from simpul.case_file where number = 'PBM-2026-${number}')`;
const referral = (number: string): string =>
  `(select id from simpul.referral where number = 'PBM-R-2026-${number}')`;

const OPEN = caseOf('0001');
const SEALED = caseOf('0002');
const CLOSED = caseOf('0003');
/** The referral that is written and not sent yet. */
const DRAFT = `(select id from simpul.referral where case_id = ${OPEN} and status = 'draft' and to_agency_id = (select id from simpul.agency where code = 'dinsos-rehab') order by created_at, id limit 1)`;
const LEAD = who('pendamping@uptd-ppa');
const UNIT = agency('uptd-ppa');
const HOSPITAL = agency('rsud-igd');
const LATER = `simpul.now() + interval '1 day'`;

/** Only the referral to the hospital is left of those that ask it. */
const ONE_REFERRAL = `delete from simpul.referral where number like 'PBM-R-2026-000_-%'`;

/** And what it rests on. */
const ONE_BASIS = `delete from simpul.lawful_basis where case_id = (select id from simpul.case_file where number = 'PBM-2026-0001')
  and id not in (select unnest(basis_ids) from simpul.referral where number in ('PBM-R-2026-0001', 'PBM-R-2026-0002'))`;

const transfer = (of: string, number: string, more = `'OFFERED', null, null, null`): string =>
  `insert into simpul.case_transfer (case_id, case_number, referral_id, from_agency_id, to_agency_id, reason, offered_by, status, decided_by, decided_at, refusal)
     select ${of}, 'PBM-2026-' || '${number}', ${referral(number)}, ${UNIT}, ${HOSPITAL}, 'CLIENT_MOVED', ${LEAD}, ${more}`;
const REFUSED = `'REFUSED', ${LEAD}, simpul.now(), 'NOT_OURS'`;
const completed = (number: string): string =>
  `update simpul.referral set status = 'completed', outcome = 'X', ended_at = simpul.now() where id = ${referral(number)}`;

const TRANSFERS: string[] = [
  'delete from simpul.case_transfer',
  ONE_REFERRAL,
  transfer(OPEN, '0001'),
  transfer(SEALED, '0003'),
  transfer(CLOSED, '0005', REFUSED),
  transfer(OPEN, '0002', REFUSED),
  ...['0001', '0003'].map(completed),
];
const TRANSFER_THINGS = {
  offered: `select id from simpul.case_transfer where case_id = ${OPEN} and status = 'OFFERED'`,
  ofTheSealed: `select id from simpul.case_transfer where case_id = ${SEALED}`,
  decided: `select id from simpul.case_transfer where status = 'REFUSED' and case_id = ${CLOSED}`,
  counselor: who('ic-receiver@rsud-igd'),
  kept: who('cw-receiver@rsud-igd'),
  officer: who('ao-receiver@rsud-igd'),
  lead: LEAD,
  ended: who('cw-receiver@rsud-igd'),
};
const take = (whom: string, which = 'offered'): string =>
  `simpul.take_case_over($${which}, $${whom}, gen_random_uuid())`;

const transfers: Scene[] = [
  {
    name: 'somebody of the hospital is on the team of the case that is offered to it',
    so: [
      ...TRANSFERS,
      `insert into simpul.case_member (case_id, account_id, agency_id, since) select ${OPEN}, ${who('sv-receiver@rsud-igd')}, ${HOSPITAL}, simpul.now()`,
    ],
    things: {},
    doors: [
      `select string_agg(concat_ws(' ', status, "caseId" is not null, "mayWithdraw", "mayDecide"), ', ' order by "caseNumber", status) from simpul.case_transfers()`,
    ],
    by: ['sv-receiver@rsud-igd'],
  },
  {
    name: 'a case is offered to the hospital',
    so: TRANSFERS,
    things: TRANSFER_THINGS,
    doors: [
      `select string_agg(concat_ws(' ', status, "caseId" is not null, "mayWithdraw", "mayDecide"), ', ' order by "caseNumber", status) from simpul.case_transfers()`,
      'simpul.transfer_offered_by($offered) is not null',
      'simpul.end_transfer($offered, null)',
      `simpul.end_transfer($offered, 'NO_CAPACITY')`,
      'simpul.end_transfer($ofTheSealed, null)',
      `simpul.end_transfer($ofTheSealed, 'NO_CAPACITY')`,
      'simpul.end_transfer($decided, null)',
      `simpul.end_transfer($decided, 'NO_CAPACITY')`,
      'simpul.end_transfer(gen_random_uuid(), null)',
      `simpul.end_transfer(gen_random_uuid(), 'NO_CAPACITY')`,
      `simpul.take_case_over(gen_random_uuid(), $counselor, gen_random_uuid())`,
      take('counselor'),
      take('kept'),
      take('officer'),
      take('lead'),
      take('counselor', 'decided'),
      take('counselor', 'ofTheSealed'),
    ],
  },
  {
    name: 'whose owner-to-be has left',
    so: [...TRANSFERS, `update simpul.account set active = false where id = ${who('ic-receiver@rsud-igd')}`],
    things: TRANSFER_THINGS,
    doors: [take('counselor')],
    by: ['sv-receiver@rsud-igd'],
  },
  {
    name: 'whose referral still runs',
    so: [
      ...TRANSFERS,
      `update simpul.referral set status = 'in-progress', outcome = null, ended_at = null where id = ${referral('0001')}`,
    ],
    things: TRANSFER_THINGS,
    doors: [take('counselor')],
    by: ['sv-receiver@rsud-igd'],
  },
  {
    name: 'whose referral was confirmed',
    so: [
      ...TRANSFERS,
      `update simpul.referral set confirmed_at = simpul.now() - interval '1 day' where id = ${referral('0001')}`,
    ],
    things: TRANSFER_THINGS,
    doors: [take('counselor')],
    by: ['sv-receiver@rsud-igd'],
  },
  {
    name: 'which another unit keeps by now',
    so: [
      ...TRANSFERS,
      `update simpul.case_file set agency_id = ${agency('puspaga')}, owner_account_id = ${who('cw-outside@puspaga')} where id = ${OPEN}`,
    ],
    things: TRANSFER_THINGS,
    doors: [take('counselor')],
    by: ['sv-receiver@rsud-igd'],
  },
  {
    name: 'a referral to the hospital runs',
    so: ['delete from simpul.case_transfer', ONE_REFERRAL],
    things: {
      sent: referral('0001'),
      draft: DRAFT,
      ofTheSealed: referral('0003'),
      ofTheClosed: referral('0005'),
      toThePolice: referral('0002'),
      unknown: 'gen_random_uuid()',
    },
    doors: ['unknown', 'sent', 'draft', 'ofTheSealed', 'ofTheClosed', 'toThePolice'].map(
      (which) => `simpul.offer_transfer(gen_random_uuid(), $${which}, 'CLIENT_MOVED')`,
    ),
  },
  ...[
    {
      name: 'another one to the hospital is drafted',
      so: [`update simpul.referral set to_agency_id = ${HOSPITAL} where id = ${DRAFT}`],
    },
    {
      name: 'another one to the hospital was rejected',
      so: [
        `update simpul.referral set to_agency_id = ${HOSPITAL}, status = 'rejected', rejection_reason = 'X', number = 'PBM-R-2026-9', sent_at = simpul.now(), ended_at = simpul.now() where id = ${DRAFT}`,
      ],
    },
    {
      name: 'it was held up',
      so: [
        `update simpul.referral set status = 'on-hold', held_from = 'received' where id = ${referral('0001')}`,
      ],
    },
    {
      name: 'it only asks',
      so: [
        `update simpul.referral set bare = true, fan_id = gen_random_uuid(), case_number = null, risk = null where id = ${referral('0001')}`,
      ],
    },
    {
      name: 'it is of another unit',
      so: [`update simpul.referral set from_agency_id = ${agency('puspaga')} where id = ${referral('0001')}`],
    },
    { name: 'the case was offered before', so: [transfer(OPEN, '0001')] },
  ].map(({ name, so }) => ({
    name,
    so: ['delete from simpul.case_transfer', ONE_REFERRAL, ...so],
    things: { sent: referral('0001') },
    doors: [`simpul.offer_transfer(gen_random_uuid(), $sent, 'CLIENT_MOVED')`],
    by: ['pendamping@uptd-ppa'],
  })),
  ...[
    { name: 'as it is', so: [] },
    {
      name: 'nobody there keeps cases',
      so: [
        `update simpul.account set active = false where agency_id = ${HOSPITAL} and role in ('intake_counselor', 'case_worker', 'supervisor')`,
      ],
    },
    {
      name: 'only helpers work there',
      so: [
        `update simpul.account set role = 'psychologist' where agency_id = ${HOSPITAL} and role in ('intake_counselor', 'case_worker', 'supervisor')`,
      ],
    },
    {
      name: 'a reported person works there',
      so: [
        `update simpul.person set employer_agency_id = ${HOSPITAL} where case_id = ${OPEN} and kind = 'REPORTED'`,
      ],
    },
    {
      name: 'a client works there',
      so: [
        `update simpul.person set employer_agency_id = ${HOSPITAL} where case_id = ${OPEN} and kind = 'VICTIM'`,
      ],
    },
    {
      name: 'a basis for that office alone',
      so: [
        `update simpul.lawful_basis set receiver_agency_id = ${HOSPITAL} where case_id = ${OPEN} and receiver_kind = 'RSUD'`,
      ],
    },
    {
      name: 'a basis for another office',
      so: [
        `update simpul.lawful_basis set receiver_agency_id = ${UNIT} where case_id = ${OPEN} and receiver_kind = 'RSUD'`,
      ],
    },
    {
      name: 'a basis for another kind',
      so: [
        `update simpul.lawful_basis set receiver_kind = 'DINKES' where case_id = ${OPEN} and receiver_kind = 'RSUD'`,
      ],
    },
    {
      name: 'a basis that will end',
      so: [
        `update simpul.lawful_basis set expires_at = ${LATER} where case_id = ${OPEN} and receiver_kind = 'RSUD'`,
      ],
    },
    {
      name: 'a basis that is over',
      so: [
        `update simpul.lawful_basis set expires_at = simpul.now() where case_id = ${OPEN} and receiver_kind = 'RSUD'`,
      ],
    },
    {
      name: 'a basis that was withdrawn',
      so: [
        `update simpul.lawful_basis set withdrawn_at = simpul.now(), withdrawn_by = ${LEAD} where case_id = ${OPEN} and receiver_kind = 'RSUD'`,
      ],
    },
    {
      name: 'a no',
      so: [
        `update simpul.lawful_basis set answer = 'REFUSED' where case_id = ${OPEN} and receiver_kind = 'RSUD'`,
      ],
    },
  ].map(({ name, so }) => ({
    name: `what stands against a transfer: ${name}`,
    so: ['delete from simpul.case_transfer', ONE_REFERRAL, ONE_BASIS, ...so],
    things: { sent: referral('0001') },
    doors: [`simpul.offer_transfer(gen_random_uuid(), $sent, 'CLIENT_MOVED')`],
    by: ['pendamping@uptd-ppa'],
  })),
];

const departs = (whom: string, by: string, more = `'PROPOSED', null, null`): string =>
  `insert into simpul.departure (account_id, proposed_by, status, decided_by, decided_at) select ${whom}, ${by}, ${more}`;
const recovery = (whom: string, status: string): string =>
  `insert into simpul.account_recovery (account_id, proposed_by, half, status, decided_by, decided_at)
     select ${whom}, ${who('ad-team@diskominfo')}, ${status === 'PROPOSED' ? `'\\x01'` : 'null'}, '${status}',
            ${status === 'PROPOSED' ? 'null, null' : `${who('sv-office@uptd-ppa')}, simpul.now()`}`;
const MEMBER = who('cw-team@uptd-ppa');
const ADMIN = who('ad-team@diskominfo');
const newest = (table: string, where: string): string =>
  `select id from simpul.${table} where ${where} limit 1`;

const accounts: Scene[] = [
  {
    name: 'somebody is let back in',
    so: [
      'delete from simpul.account_recovery',
      recovery(MEMBER, 'PROPOSED'),
      recovery(who('cw-office@uptd-ppa'), 'CONFIRMED'),
      recovery(who('cw-outside@puspaga'), 'PROPOSED'),
      recovery(who('dh-outside@dppkbpppa'), 'PROPOSED'),
      recovery(who('pl-outside@bappeda'), 'PROPOSED'),
      recovery(who('sv-office@uptd-ppa'), 'REJECTED').replace(
        who('sv-office@uptd-ppa') + ', simpul',
        who('sv-team@uptd-ppa') + ', simpul',
      ),
      `insert into simpul.factor (account_id, kind, secret) select ${MEMBER}, 'totp', '\\x00'`,
      `insert into simpul.factor (account_id, kind, secret, removed_at) select ${MEMBER}, 'totp', '\\x00', simpul.now()`,
      `insert into simpul.recovery_code (account_id, code_hash, ended_at) select ${MEMBER}, sha256('y'), simpul.now()`,
      `insert into simpul.session (account_id, token_hash, idle_seconds, expires_at, ended_at) select ${MEMBER}, sha256('y'), 900, simpul.now(), simpul.now()`,
      // Offices with no head that is there: one has gone, one would be its own.
      ...['bappeda', 'lain'].map(
        (code) =>
          `insert into simpul.account (email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash, active)
             select 'kepala-${code}.simpul.example', 'Orang Rekaan', 'supervisor', id, kind, code, name, '-', ${code === 'lain'} from simpul.agency where code = '${code}'`,
      ),
      recovery(who('kepala-lain'), 'PROPOSED'),
      `insert into simpul.recovery_code (account_id, code_hash) select ${MEMBER}, sha256('x')`,
    ],
    things: {
      proposed: newest('account_recovery', `account_id = ${MEMBER}`),
      confirmed: newest('account_recovery', `status = 'CONFIRMED'`),
      rejected: newest('account_recovery', `status = 'REJECTED'`),
      elsewhere: newest('account_recovery', `account_id = ${who('cw-outside@puspaga')}`),
      ofAHead: newest('account_recovery', `account_id = ${who('dh-outside@dppkbpppa')}`),
      ofTheOnlyHead: newest('account_recovery', `account_id = ${who('kepala-lain')}`),
      self: who('ad-outside@diskominfo'),
      ofNobodys: newest('account_recovery', `account_id = ${who('pl-outside@bappeda')}`),
      member: MEMBER,
      newcomer: who('baru'),
      left: who('pindah'),
    },
    doors: [
      `select count(*) || ' ' || count(*) filter (where may_decide) from simpul.recoveries()`,
      ...['proposed', 'confirmed', 'rejected', 'elsewhere', 'ofAHead', 'ofTheOnlyHead', 'ofNobodys'].flatMap(
        (which) => [
          `simpul.recovery_half($${which}) is not null`,
          `simpul.decide_recovery($${which}, 'hash') is not null`,
          `simpul.decide_recovery($${which}, null) is not null`,
          `simpul.release_recovery($${which}) is not null`,
        ],
      ),
      ...['member', 'newcomer', 'left', 'self'].flatMap((whom) => [
        `simpul.propose_recovery(gen_random_uuid(), $${whom}, '\\x00')`,
        `simpul.propose_departure(gen_random_uuid(), $${whom})`,
        `simpul.reset_account($${whom}, 'hash')`,
        `simpul.end_account($${whom})`,
        `simpul.open_cases_of($${whom})`,
        `simpul.holds_work($${whom})`,
      ]),
    ],
  },
  {
    name: 'who is let back in must change the password first',
    so: [
      'delete from simpul.account_recovery',
      recovery(MEMBER, 'CONFIRMED'),
      `update simpul.account set must_change_password = true where id = ${MEMBER}`,
    ],
    things: { confirmed: newest('account_recovery', `status = 'CONFIRMED'`) },
    doors: ['simpul.release_recovery($confirmed) is not null'],
    by: ['sv-office@uptd-ppa'],
  },
  {
    name: 'sign-ins of the city are tied to accounts',
    so: [
      'delete from simpul.account_identity',
      ...['PROPOSED', 'APPROVED', 'ENDED'].map(
        (status, at) =>
          `insert into simpul.account_identity (account_id, issuer, subject, status, approved_by) select ${[MEMBER, who('cw-office@uptd-ppa'), who('cw-former@uptd-ppa')][at]}, 'https://kota.example', '${status}', '${status}', ${status === 'PROPOSED' ? 'null' : ADMIN}`,
      ),
      `insert into simpul.account_identity (account_id, issuer, subject, status) select ${ADMIN}, 'https://kota.example', 'own', 'PROPOSED'`,
      `insert into simpul.account_identity (account_id, issuer, subject, status) select ${who('pindah')}, 'https://kota.example', 'left', 'PROPOSED'`,
    ],
    things: Object.fromEntries(
      ['PROPOSED', 'APPROVED', 'ENDED', 'own'].map((subject) => [
        subject,
        newest('account_identity', `subject = '${subject}'`),
      ]),
    ),
    doors: [
      `select string_agg(subject, ' ' order by subject) from simpul.identities()`,
      ...['PROPOSED', 'APPROVED', 'ENDED', 'own'].flatMap((subject) =>
        ['true', 'false'].map((approved) => `simpul.decide_identity($${subject}, ${approved}) is not null`),
      ),
    ],
  },
  {
    name: 'somebody new waits',
    so: ['office', 'made', 'gone', 'in', 'hidden'].map(
      (which) =>
        `insert into simpul.account (email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash, waits_for_release, made_by, must_change_password, active, let_in_by, let_in_at)
           select 'baru-${which}.simpul.example', 'Orang Rekaan', 'case_worker', id, kind, code, name, '-', true,
                  ${which === 'made' ? who('sv-office@uptd-ppa') : ADMIN}, ${which === 'hidden'}, ${which !== 'gone'}, ${which === 'in' ? `${who('sv-team@uptd-ppa')}, simpul.now()` : 'null, null'}
             from simpul.agency where code = 'uptd-ppa'`,
    ),
    things: Object.fromEntries(
      ['office', 'made', 'gone', 'in', 'hidden'].map((which) => [which, who(`baru-${which}`)]),
    ),
    doors: [
      `select count(*) || ' ' || count(*) filter (where may_decide) || ' ' || count(*) filter (where arrived) from simpul.newcomers()`,
      ...['office', 'made', 'gone', 'in', 'hidden'].flatMap((which) => [
        `simpul.let_in($${which})`,
        `simpul.turn_away($${which})`,
      ]),
    ],
  },
  {
    name: 'somebody new holds work',
    so: [
      `insert into simpul.account (email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash, waits_for_release, made_by)
         select 'baru-kerja.simpul.example', 'Orang Rekaan', 'case_worker', id, kind, code, name, '-', true, ${ADMIN} from simpul.agency where code = 'uptd-ppa'`,
      `insert into simpul.duty_fallback (account_id, agency_id, changed_by) select ${who('baru-kerja')}, ${agency('puspaga')}, ${ADMIN} on conflict do nothing`,
    ],
    things: { busy: who('baru-kerja') },
    doors: ['simpul.turn_away($busy)'],
    by: ['sv-office@uptd-ppa'],
  },
];

const DEPARTURES = [
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

const DONE = [
  ...DEPARTURES,
  departs(who('ic-office@uptd-ppa'), ADMIN, `'DONE', ${who('sv-office@uptd-ppa')}, simpul.now()`),
  ...['ic-office@uptd-ppa', 'ao-receiver@rsud-igd'].flatMap((whose) => [
    `insert into simpul.departure_item (departure_id, kind, object_id, case_id, to_account_id) select (select id from simpul.departure where account_id = ${who(whose)}), 'CASE', ${OPEN}, ${OPEN}, ${MEMBER}`,
    `insert into simpul.departure_item (departure_id, kind, object_id, case_id, to_account_id) select (select id from simpul.departure where account_id = ${who(whose)}), 'REFERRAL', ${referral('0002')}, ${OPEN}, ${MEMBER}`,
    `insert into simpul.departure_item (departure_id, kind, object_id, case_id, to_account_id) select (select id from simpul.departure where account_id = ${who(whose)}), 'SHIFT', gen_random_uuid(), null, ${MEMBER}`,
  ]),
];
const page = (which: string): string =>
  `select string_agg(concat_ws(' ', n, kind, closed, label, proposals, overdue, possible), ', ' order by kind, closed, label, n) from (select kind, closed, label, sum(proposals) as proposals, sum(overdue) as overdue, sum(cardinality(possible)) as possible, count(*) as n from simpul.departure_page($${which}) group by 1, 2, 3) x`;
const departures: Scene[] = [
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
];

const emergency = (whose: string, opened: string, more: string): string =>
  `insert into simpul.emergency_access (case_id, account_id, person_id, reason, opened_at, until, ended_at, ended_by, reviewed_at, reviewed_by, reviewed_by_person, outcome)
     select ${OPEN}, id, person_id, 'DANGER_NOW', simpul.now() - ${opened}, simpul.now() - ${opened} + interval '60 minutes', ${more} from simpul.account where id = ${whose}`;
const LASTS = 'null, null, null, null, null, null';
/** What was done in the first of them, and what nearly was: by another, of another case, before it and after it. */
const USES = [
  ['emergencyAccess.read', 'cw-outside@puspaga', OPEN, '0 s'],
  ['emergencyAccess.notesRead', 'cw-outside@puspaga', OPEN, '0 s'],
  ['emergencyAccess.revealed', 'cw-outside@puspaga', OPEN, '0 s'],
  ['emergencyAccess.noted', 'cw-outside@puspaga', OPEN, '0 s'],
  ['emergencyAccess.noted', 'sv-office@uptd-ppa', OPEN, '0 s'],
  ['emergencyAccess.noted', 'cw-outside@puspaga', SEALED, '0 s'],
  ['emergencyAccess.noted', 'cw-outside@puspaga', OPEN, '61 s'],
  ['emergencyAccess.noted', 'cw-outside@puspaga', OPEN, '-3600 s'],
].map(
  ([act, whose, of, ago]) =>
    `insert into ledger.entry (id, at, actor_id, actor_role, actor_agency, act, object_kind, object_id, case_ref, decision, facts, leaf)
       select gen_random_uuid(), simpul.now() - interval '${ago}', ${who(whose!)}, 'case_worker', null, '${act}', 'other', gen_random_uuid(), k.ledger_ref, 'allowed', '{}', sha256(gen_random_uuid()::text::bytea)
         from simpul.case_key k where k.case_id = ${of}`,
);
const emergencies: Scene[] = [
  {
    name: 'a case was opened in an emergency',
    so: [
      'delete from simpul.emergency_access',
      emergency(who('cw-outside@puspaga'), `interval '1 minute'`, LASTS),
      emergency(who('sv-outside@puspaga'), `interval '2 hours'`, LASTS),
      emergency(
        who('cw-office@uptd-ppa'),
        `interval '10 minutes'`,
        `simpul.now(), id, null, null, null, null`,
      ),
      emergency(
        who('cw-former@uptd-ppa'),
        `interval '2 hours'`,
        `null, null, simpul.now(), ${ADMIN}, gen_random_uuid(), 'JUSTIFIED'`,
      ),
      emergency(who('sv-team@uptd-ppa'), `interval '2 hours'`, LASTS),
      emergency(who('ic-office@uptd-ppa'), `interval '2 hours'`, LASTS).replace(OPEN, SEALED),
      ...USES,
    ],
    things: {
      lasts: newest('emergency_access', `account_id = ${who('cw-outside@puspaga')}`),
      over: newest('emergency_access', `account_id = ${who('sv-outside@puspaga')}`),
      ended: newest('emergency_access', `account_id = ${who('cw-office@uptd-ppa')}`),
      reviewed: newest('emergency_access', `account_id = ${who('cw-former@uptd-ppa')}`),
      ofAHead: newest('emergency_access', `account_id = ${who('sv-team@uptd-ppa')}`),
      ofTheSealed: newest('emergency_access', `account_id = ${who('ic-office@uptd-ppa')}`),
      none: 'gen_random_uuid()',
    },
    doors: ['lasts', 'over', 'ended', 'reviewed', 'ofAHead', 'ofTheSealed', 'none'].flatMap((which) => [
      `simpul.may_review_emergency($${which})`,
      `simpul.end_emergency($${which})`,
      `simpul.review_emergency($${which}, 'JUSTIFIED')`,
      `(select concat_ws(' ', looks, reveals, notes) from simpul.emergency_use($${which}))`,
    ]),
  },
];

const sealing = (kind: string, of: string, by: string, role: string, status: string, team: string): string =>
  `insert into simpul.case_seal (case_id, kind, reason, team, proposed_by, proposed_by_person, proposed_by_role, status, decided_by, decided_by_person, decided_by_role, decided_at)
     select ${of}, '${kind}', 'CLIENT_ASKED', ${team}, id, person_id, '${role}', '${status}',
            ${status === 'PROPOSED' ? 'null, null, null, null' : `${ADMIN}, gen_random_uuid(), 'integrity_officer', simpul.now()`}
       from simpul.account where id = ${by}`;
const TEAM = `array[${LEAD}, ${MEMBER}]`;
const GUARD = who('io-outside@inspektorat');
const SEAL_THINGS = {
  seal: `select id from simpul.case_seal where status = 'PROPOSED' and reason = 'CLIENT_ASKED' limit 1`,
};
const SEALED_NOW = `select string_agg(concat_ws(' ', f.number, f.sealed, a.email), ', ' order by f.number) from simpul.case_file f join simpul.account a on a.id = f.owner_account_id`;
const DECISIONS = ['APPROVED', 'REJECTED', 'WITHDRAWN', 'ANYTHING'].map(
  (verdict) => `simpul.decide_seal($seal, '${verdict}')`,
);
const more = `insert into simpul.case_seal (case_id, kind, reason, team, proposed_by, proposed_by_person, proposed_by_role) select ${CLOSED}, 'SEAL', 'SOMEBODY_LOOKS', ${TEAM}, id, person_id, 'integrity_officer' from simpul.account where id = ${GUARD}`;
const seals: Scene[] = [
  {
    name: 'a guard would seal the case of another unit',
    so: [
      'delete from simpul.case_seal',
      `update simpul.case_file set agency_id = ${agency('puspaga')}, owner_account_id = ${who('cw-outside@puspaga')} where id = ${OPEN}`,
      sealing(
        'SEAL',
        OPEN,
        GUARD,
        'integrity_officer',
        'PROPOSED',
        `array[${who('cw-outside@puspaga')}, ${who('sv-outside@puspaga')}]`,
      ),
    ],
    things: SEAL_THINGS,
    doors: [...DECISIONS, `simpul.decide_seal(gen_random_uuid(), 'WITHDRAWN')`],
    after: SEALED_NOW,
  },
  ...[
    {
      name: 'nobody of its unit is named',
      by: GUARD,
      role: 'integrity_officer',
      team: `array[${who('cw-outside@puspaga')}, ${who('sv-outside@puspaga')}]`,
    },
    {
      name: 'whoever proposed it has an interest',
      by: who('ps-team@uptd-ppa'),
      role: 'psychologist',
      team: TEAM,
    },
  ].map(({ name, by, role, team }) => ({
    name: `the open case would be sealed: ${name}`,
    so: ['delete from simpul.case_seal', sealing('SEAL', OPEN, by, role, 'PROPOSED', team)],
    things: SEAL_THINGS,
    doors: DECISIONS,
    by: ['pendamping@uptd-ppa', 'io-outside@inspektorat'],
    after: SEALED_NOW,
  })),
  {
    name: 'what is guarded without interests',
    so: [
      `delete from simpul.case_conflict where lifted_at is null`,
      'delete from simpul.case_seal',
      more,
      `insert into simpul.seal_member (case_id, account_id, seal_id, since, until) select ${SEALED}, ${GUARD}, id, simpul.now(), simpul.now() from simpul.case_seal`,
    ],
    things: {},
    doors: [
      `select string_agg(concat_ws(' ', number, sealed, cardinality(team), jsonb_array_length(conflicts)), ', ' order by number) from simpul.guarded_cases()`,
    ],
    by: ['io-outside@inspektorat', 'sv-office@uptd-ppa'],
  },
  {
    name: 'a guard would seal the open case',
    so: [
      'delete from simpul.case_seal',
      sealing('SEAL', OPEN, GUARD, 'integrity_officer', 'PROPOSED', TEAM),
      more,
    ],
    after: SEALED_NOW,
    things: SEAL_THINGS,
    doors: DECISIONS,
  },
  {
    name: 'its lead would seal the open case',
    after: SEALED_NOW,
    so: [
      'delete from simpul.case_seal',
      sealing(
        'SEAL',
        OPEN,
        LEAD,
        'case_worker',
        'PROPOSED',
        `array[${MEMBER}, ${who('sv-office@uptd-ppa')}]`,
      ),
    ],
    things: SEAL_THINGS,
    doors: DECISIONS,
  },
  {
    name: 'somebody would open the sealed case again',
    after: SEALED_NOW,
    so: [
      'delete from simpul.case_seal',
      sealing('UNSEAL', SEALED, MEMBER, 'case_worker', 'PROPOSED', `'{}'`),
      `insert into simpul.seal_member (case_id, account_id, seal_id, since, until) select ${SEALED}, ${GUARD}, id, simpul.now(), simpul.now() from simpul.case_seal`,
    ],
    things: SEAL_THINGS,
    doors: DECISIONS,
  },
  {
    name: 'the team of the sealed case would be another',
    after: SEALED_NOW,
    so: [
      'delete from simpul.case_seal',
      sealing(
        'SEAL',
        SEALED,
        GUARD,
        'integrity_officer',
        'PROPOSED',
        `array[${MEMBER}, ${who('ic-office@uptd-ppa')}]`,
      ),
    ],
    things: SEAL_THINGS,
    doors: DECISIONS,
  },
  {
    name: 'a seal was decided',
    so: ['delete from simpul.case_seal', sealing('SEAL', OPEN, GUARD, 'integrity_officer', 'REJECTED', TEAM)],
    things: { seal: `select id from simpul.case_seal limit 1` },
    doors: DECISIONS,
  },
  {
    name: 'a team for a sealed case',
    so: [],
    things: {
      open: OPEN,
      lead: LEAD,
      member: MEMBER,
      kept: who('ps-team@uptd-ppa'),
      sameOne: who('sv-team@uptd-ppa'),
      helper: who('ps-office@uptd-ppa'),
      helper2: who('ps-former@uptd-ppa'),
      other: who('cw-outside@puspaga'),
      left: who('pindah'),
    },
    doors: [
      'lead member',
      'lead kept',
      'lead sameOne',
      'helper helper2',
      'lead other',
      'lead left',
      'lead lead',
      'member helper',
      'lead',
      'member sameOne',
    ].map(
      (team) =>
        `simpul.seal_team_fits($open, array[${team
          .split(' ')
          .map((whom) => `$${whom}`)
          .join(', ')}]::uuid[])`,
    ),
    by: ['pendamping@uptd-ppa'],
  },
  {
    name: 'what guards look at',
    so: [],
    things: {
      toTheHospital: referral('0001'),
      ofTheSealed: referral('0003'),
      draft: DRAFT,
    },
    doors: [
      `select string_agg(concat_ws(' ', number, sealed, cardinality(team), jsonb_array_length(conflicts)), ', ' order by number) from simpul.guarded_cases()`,
      ...['toTheHospital', 'ofTheSealed', 'draft'].map(
        (which) => `simpul.referral_sender($${which}) is not null`,
      ),
    ],
  },
];

const fan = (more: string): string =>
  `update simpul.referral set fan_id = '00000000-0000-4000-8000-000000000001', ${more}`;
const fans: Scene[] = [
  ...[
    {
      name: 'one of several accepted',
      winner: `status = 'accepted', bare = false`,
      loser: `status = 'requested', bare = true, case_number = null, risk = null`,
    },
    {
      name: 'one of several was received',
      winner: `status = 'received', bare = true, case_number = null, risk = null`,
      loser: `status = 'received', bare = true, case_number = null, risk = null`,
    },
    {
      name: 'the work has begun',
      winner: `status = 'in-progress', bare = false`,
      loser: `status = 'requested', bare = true, case_number = null, risk = null`,
    },
    {
      name: 'the other one said no',
      winner: `status = 'accepted', bare = false`,
      loser: `status = 'rejected', rejection_reason = 'X', ended_at = simpul.now(), bare = true, case_number = null, risk = null`,
    },
  ].map(({ name, winner, loser }) => ({
    name: `asked of several: ${name}`,
    so: [`${fan(winner)} where number = 'PBM-R-2026-0001'`, `${fan(loser)} where number = 'PBM-R-2026-0002'`],
    things: { winner: referral('0001'), loser: referral('0002'), other: referral('0003') },
    doors: [
      ...['winner', 'loser', 'other'].flatMap((which) => [
        `simpul.fan_goes_on($${which})`,
        `select string_agg(status, ' ') from simpul.losers_of_fan($${which})`,
      ]),
      `select 'yields' from simpul.yield_to_winner($winner, $loser, gen_random_uuid(), simpul.now())`,
      `select 'yields' from simpul.yield_to_winner($winner, $other, gen_random_uuid(), simpul.now())`,
    ],
    by: ['pendamping@uptd-ppa', 'ao-receiver@rsud-igd', 'ao-outside@dinkes'],
  })),
];

const CONFIRMED = `update simpul.session set confirmed_at = simpul.now()`;
const emergencyOf = (whose: string, opened: string): string =>
  emergency(whose, opened, `simpul.now() - ${opened} + interval '1 minute', id, null, null, null, null`);
const openings: Scene[] = [
  ...[
    { name: 'everybody has just proven who they are', so: [CONFIRMED] },
    {
      name: 'nobody has just proven who they are',
      so: [
        `update simpul.session set confirmed_at = simpul.now() - case when account_id = ${LEAD} then interval '0' else interval '5 minutes' end`,
      ],
    },
    {
      name: 'one was opened and lasts',
      so: [
        CONFIRMED,
        ...['cw-outside@puspaga', 'sv-outside@puspaga'].map((whose) =>
          emergency(who(whose), `interval '1 minute'`, LASTS),
        ),
      ],
    },
    {
      name: 'one was opened and is over',
      so: [
        CONFIRMED,
        emergency(who('cw-outside@puspaga'), `interval '60 minutes'`, LASTS),
        emergencyOf(who('sv-outside@puspaga'), `interval '3 minutes'`),
      ],
    },
    {
      name: 'three were opened in a day',
      so: [
        CONFIRMED,
        ...['2 hours', '3 hours', '23 hours'].map((ago) =>
          emergencyOf(who('cw-outside@puspaga'), `interval '${ago}'`),
        ),
        ...['2 hours', '3 hours', '24 hours'].map((ago) =>
          emergencyOf(who('sv-outside@puspaga'), `interval '${ago}'`),
        ),
      ],
    },
    {
      name: 'the look back is overdue',
      so: [
        CONFIRMED,
        ...['cw-outside@puspaga', 'cw-former@uptd-ppa', 'ic-receiver@rsud-igd', 'sv-outside@puspaga'].map(
          (whose) => emergencyOf(who(whose), `interval '2 days'`),
        ),
        // The last one was looked at all the same.
        `update simpul.emergency_access set reviewed_at = simpul.now(), outcome = 'JUSTIFIED', reviewed_by = ${ADMIN}, reviewed_by_person = gen_random_uuid() where account_id = ${who('sv-outside@puspaga')}`,
        ...[
          ['cw-outside@puspaga', 'break-glass-review', 'missed'],
          ['cw-former@uptd-ppa', 'break-glass-review', 'running'],
          ['ic-receiver@rsud-igd', 'another', 'missed'],
          ['sv-outside@puspaga', 'break-glass-review', 'missed'],
        ].map(
          ([whose, slug, status], at) =>
            `update simpul.deadline set about_id = (select id from simpul.emergency_access where account_id = ${who(whose!)}), slug = '${slug}', status = '${status}'${status === 'missed' ? ', missed_at = simpul.now()' : ''} where id = (select id from simpul.deadline where about_id is null and case_id is not null and status = 'running' order by slug, id offset ${at} limit 1)`,
        ),
      ],
    },
    {
      name: 'five wrong numbers were tried',
      so: [
        CONFIRMED,
        ...[
          ['cw-outside@puspaga', '0 minutes', 5, 'denied', 'notFound'],
          ['sv-outside@puspaga', '1 hour', 5, 'denied', 'notFound'],
          ['cw-receiver@rsud-igd', '0 minutes', 4, 'denied', 'notFound'],
          ['cw-former@uptd-ppa', '0 minutes', 5, 'refused', 'notFound'],
          ['ic-receiver@rsud-igd', '0 minutes', 5, 'denied', 'another'],
        ].map(
          ([whose, ago, n, decision, code]) =>
            `insert into ledger.entry (id, at, actor_id, actor_role, actor_agency, act, object_kind, object_id, decision, facts, leaf) select gen_random_uuid(), simpul.now() - interval '${ago}', ${who(String(whose))}, 'case_worker', null, 'emergency.open', 'other', gen_random_uuid(), '${decision}', '{"code": "${code}"}', sha256(gen_random_uuid()::text::bytea) from generate_series(1, ${n})`,
        ),
      ],
    },
  ].map(({ name, so }) => ({
    name: `opening in an emergency: ${name}`,
    so: ['delete from simpul.emergency_access', ...so],
    things: {},
    doors: ['0001', '0002', '0003', '9999']
      .slice(0, name.startsWith('everybody') ? 4 : 1)
      .map(
        (n) =>
          `select string_agg(concat_ws(' ', code, id is not null, case_id is not null), ', ') from simpul.open_emergency('PBM-2026-${n}', 'DANGER_NOW') as x (code, id, case_id)`,
      ),
    ...(name.startsWith('everybody')
      ? {}
      : {
          by: [
            'cw-outside@puspaga',
            'sv-outside@puspaga',
            'cw-receiver@rsud-igd',
            'cw-former@uptd-ppa',
            'ic-receiver@rsud-igd',
          ],
        }),
  })),
];

const pausedAt = (ago: string, change: string): string =>
  `insert into simpul.deadline_change (deadline_id, change, from_status, to_status, created_at)
     select id, '${change}', 'running', 'paused', simpul.now() - interval '${ago}' from simpul.deadline
      where case_id = ${OPEN} and status = 'running' order by slug limit 1`;
const ofStatus = (call: string): string =>
  `select string_agg(concat_ws(' ', n, status, pauses), ', ' order by status) from (select status, count(*) as n, sum(jsonb_array_length(pauses)) as pauses from ${call} group by 1) x`;
const clocks: Scene[] = [
  {
    name: 'who keeps the calendar and the rules',
    so: [
      'delete from simpul.deadline_change',
      pausedAt('3 hours', 'pause'),
      pausedAt('2 hours', 'resume'),
      pausedAt('1 hour', 'pause'),
    ],
    things: {
      slug: `select slug from simpul.deadline where case_id = ${OPEN} and status = 'running' order by slug limit 1`,
    },
    doors: [
      ofStatus('simpul.open_working_day_deadlines()'),
      ofStatus('simpul.open_deadlines_of_rule($slug)'),
    ],
    by: [
      'lo-outside@bagian-hukum',
      'ad-outside@diskominfo',
      'sv-office@uptd-ppa',
      'an ended session of the lead',
    ],
  },
  ...[
    { name: 'as it should', so: [] },
    {
      name: 'not yet received',
      so: [`update simpul.referral set status = 'requested' where id = ${referral('0001')}`],
    },
    {
      name: 'another service',
      so: [`update simpul.referral set service_code = 'KESEHATAN' where id = ${referral('0001')}`],
    },
    { name: 'no police', so: [`update simpul.agency set kind = 'RSUD' where id = ${HOSPITAL}`] },
    {
      name: 'received before',
      so: [
        `insert into simpul.milestone (case_id, kind, at, recorded_by) select ${OPEN}, 'report.received_by_police', simpul.now(), ${LEAD}`,
      ],
    },
    {
      name: 'something else happened before',
      so: [
        `insert into simpul.milestone (case_id, kind, at, recorded_by) select ${OPEN}, 'other', simpul.now(), ${LEAD}`,
        `insert into simpul.milestone (case_id, kind, at, recorded_by) select ${SEALED}, 'report.received_by_police', simpul.now(), ${LEAD}`,
      ],
    },
  ].map(({ name, so }) => ({
    name: `the police received a report: ${name}`,
    so: [
      'delete from simpul.milestone',
      `update simpul.agency set kind = 'POLRES' where id = ${HOSPITAL}`,
      `update simpul.referral set status = 'received', service_code = 'PENEGAKAN_HUKUM' where number in ('PBM-R-2026-0001', 'PBM-R-2026-0003')`,
      ...so,
    ],
    things: { sent: referral('0001') },
    doors: ['select count(*) from simpul.police_received_report($sent, simpul.now())'],
    by: ['ao-receiver@rsud-igd', 'ao-outside@dinkes', 'pendamping@uptd-ppa'],
  })),
  {
    name: 'a referral ends the clocks of its case',
    so: [`update simpul.deadline set case_id = ${OPEN} where referral_id = ${referral('0002')}`],
    things: {
      sent: referral('0001'),
      draft: DRAFT,
      slugs: `select array_agg(distinct slug) from simpul.deadline`,
      some: `select array_agg(slug) from (select slug from simpul.deadline where case_id = ${OPEN} and referral_id is null and status in ('running', 'paused', 'missed') order by slug limit 1) x`,
    },
    doors: [
      `simpul.end_case_deadlines($sent, $slugs, 'met', 'report.received', simpul.now())`,
      `simpul.end_case_deadlines($sent, $slugs, 'cancelled', 'lpsk.received', simpul.now())`,
      `simpul.end_case_deadlines($sent, $some, 'met', 'report.received', simpul.now())`,
      `simpul.end_case_deadlines($sent, $some, 'running', 'report.received', simpul.now())`,
      `simpul.end_case_deadlines($sent, $some, 'met', 'case.closed', simpul.now())`,
      `simpul.end_case_deadlines($draft, $some, 'met', 'report.received', simpul.now())`,
    ],
    by: ['ao-receiver@rsud-igd', 'ao-outside@dinkes', 'ao-drafted@dinsos-rehab', 'pendamping@uptd-ppa'],
  },
];

const REPORT = (where: string): string =>
  `select id from simpul.report where ${where} order by received_at, id limit 1`;
const baits: Scene[] = [
  {
    name: 'reports that were decided on',
    so: [
      `update simpul.deadline set report_id = null, about_id = gen_random_uuid() where report_id is not null`,
      ...[OPEN, SEALED].map(
        (of) =>
          `update simpul.deadline set report_id = (${REPORT(`case_id = ${of}`)}), case_id = null where id = (select id from simpul.deadline where case_id = ${of} and referral_id is null order by slug limit 1)`,
      ),
    ],
    things: {
      ofTheOpen: REPORT(`case_id = ${OPEN}`),
      ofTheSealed: REPORT(`case_id = ${SEALED}`),
      ofTheClosed: REPORT(`case_id = ${CLOSED}`),
      undecided: REPORT(`case_id is null and status = 'RECEIVED' and agency_id = ${UNIT}`),
    },
    doors: ['ofTheOpen', 'ofTheSealed', 'ofTheClosed', 'undecided'].map(
      (which) => `simpul.report_was_decided($${which})`,
    ),
  },
  {
    name: 'bait among the files',
    so: [
      `insert into simpul.bait (case_id, ledger_ref, laid_by, ended_at, ended_by) select case_id, gen_random_uuid(), ${GUARD}, simpul.now(), ${GUARD} from simpul.case_key where case_id = ${OPEN}`,
    ],
    things: {
      laid: `select id from simpul.bait where ended_at is null`,
      ended: `select id from simpul.bait where ended_at is not null`,
      unit: UNIT,
      left: who('pindah'),
      member: MEMBER,
      other: who('cw-outside@puspaga'),
    },
    doors: [
      `select string_agg(concat_ws(' ', number, initials is not null, cardinality("readerNames"), "endedAt" is not null), ', ' order by number) from simpul.baits()`,
      'simpul.end_bait($laid)',
      'simpul.end_bait($ended)',
      'simpul.end_bait(gen_random_uuid())',
      ...[
        ['member', 'member'],
        ['left', 'other'],
        ['left', 'left'],
      ].map(
        ([owner, reader]) =>
          `simpul.lay_bait(jsonb_build_object('caseId', gen_random_uuid(), 'agencyId', $unit, 'ownerAccountId', $${owner}, 'readerAccountIds', jsonb_build_array($${reader}), 'openedAt', '2026-01-01'), '', '', '', '', '')`,
      ),
    ],
    by: ['io-outside@inspektorat', 'sv-office@uptd-ppa', 'ad-outside@diskominfo'],
  },
  {
    name: 'what few may ask',
    so: [
      `update simpul.account set made_by = ${ADMIN}, let_in_by = ${GUARD}, let_in_at = simpul.now() where id = ${who('orang-lain')}`,
    ],
    things: { open: OPEN, after: who('cw-team@uptd-ppa') },
    doors: [
      `select concat_ws(' ', entries > 0, leaves, last_checkpoint, pending > 0, missed > 0) from ledger.standing()`,
      'select count(*) from ledger.evidence(0, 10)',
      'select count(*) from ledger.evidence(1, 10)',
      'select count(*) from ledger.evidence(0, 0)',
      'simpul.ledger_ref($open) is not null',
      `simpul.last_case_of('PBM', 2026) is not null`,
      `simpul.last_case_of('PBM', 2025) is not null`,
      `simpul.next_case_number('PBM', 2026) > 0`,
      `simpul.next_case_number('pbm', 2026) > 0`,
      `simpul.next_case_number('PBM', 1999) > 0`,
      `select concat_ws(' ', count(*), count(*) filter (where waits_to_be_let_in)) from simpul.accounts_by_name(null, null, 1000)`,
      `select count(*) from simpul.accounts_by_name('orang rekaan', $after, 1000) x where x.sort = 'orang rekaan' and x.id = $after or x.sort < 'orang'`,
    ],
  },
  {
    name: 'a slip that came back on paper',
    so: [
      `update simpul.referral set slip_code = 'ABCDEFGHJK' where id = ${referral('0001')}`,
      `update simpul.referral set slip_code = 'ABCDEFGHJM', status = 'cancelled', cancelled_by = 'SENDER', ended_at = simpul.now() where id = ${referral('0002')}`,
      `update simpul.referral set slip_code = 'ABCDEFGHJN' where id = ${referral('0003')}`,
      `update simpul.referral set slip_code = 'ABCDEFGHJP' where id = ${DRAFT}`,
    ],
    things: {
      draft: `select id from simpul.referral where slip_code = 'ABCDEFGHJP'`,
      sent: referral('0001'),
      cancelled: referral('0002'),
      ofTheSealed: referral('0003'),
    },
    doors: [
      [`sent`, 'ABCDEFGHJK'],
      ['sent', 'ABCDEFGHJN'],
      ['cancelled', 'ABCDEFGHJM'],
      ['draft', 'ABCDEFGHJP'],
      ['ofTheSealed', 'ABCDEFGHJN'],
    ].map(([which, code]) => `select count(*) from ctx.answer_by_slip($${which}, '${code}', 'Orang Rekaan')`),
  },
  ...[
    { name: 'as it should be', so: 'revoked_at = null' },
    { name: 'revoked', so: 'revoked_at = simpul.now()' },
    { name: 'spent', so: `spent_at = simpul.now(), account_id = ${LEAD}` },
    { name: 'after four wrong tries', so: `tries = 4, tried_at = simpul.now() - interval '1 day'` },
    { name: 'after five wrong tries', so: `tries = 5, tried_at = simpul.now() - interval '1 day'` },
    { name: 'right after a wrong try', so: `tries = 1, tried_at = simpul.now() - interval '4 seconds'` },
    { name: 'a while after a wrong try', so: `tries = 1, tried_at = simpul.now() - interval '6 seconds'` },
    { name: 'too late', so: 'expires_at = simpul.now()' },
    {
      name: 'of a cancelled referral',
      so: `referral_id = (select id from simpul.referral where number = 'PBM-R-2026-0001-b')`,
    },
    {
      name: 'whose basis was withdrawn',
      so: `referral_id = (select id from simpul.referral where number = 'PBM-R-2026-0001-withdrawn_at')`,
    },
  ].map(({ name, so }) => ({
    name: `a one-time link is opened: ${name}`,
    so: [
      `insert into simpul.referral_link (referral_id, case_id, kind, token_hash, code_hash, issued_by, expires_at) select ${referral('0001')}, ${OPEN}, 'LINK', '\\x01', '\\x02', ${LEAD}, ${LATER}`,
      `update simpul.referral_link set ${so} where token_hash = '\\x01'`,
    ],
    things: {},
    doors: [
      ['01', '02'],
      ['01', '03'],
      ['09', '02'],
    ].map(([token, code]) => `ctx.open_link('\\x${token}', '\\x${code}', 'Orang Rekaan', '\\x04', 5, null)`),
    by: ['an ended session of the lead'],
  })),
];

const sets = (table: string, which: string, changes: string[]): string[] =>
  changes.map((change) => `update simpul.${table} set ${change} where id = $${which}`);
const BOTH = ['pendamping@uptd-ppa', 'ao-receiver@rsud-igd'];
const COURSE_THINGS = {
  sent: referral('0001'),
  draft: DRAFT,
  sealed: SEALED,
  member: MEMBER,
  puspaga: agency('puspaga'),
  police: agency('polres-ppa'),
};
const WAIVED = sets('deadline', 'clock', [
  `status = 'waived', ended_at = simpul.now()`,
  'waiver_proposed_by = $me',
  'waiver_proposed_by = $other',
  `status = 'met', ended_at = simpul.now()`,
]);
const triggers: Scene[] = [
  {
    name: 'the course of a referral that was sent',
    so: [ONE_REFERRAL],
    things: COURSE_THINGS,
    doors: [
      ...sets('referral', 'sent', [
        'case_id = $sealed',
        `case_number = 'X'`,
        'created_by = $member',
        'from_agency_id = $puspaga',
        'to_agency_id = $police',
        `service_code = 'X'`,
        `number = 'X'`,
        `sent_at = sent_at + interval '1 day'`,
        `client_ids = '{}'`,
        'fan_id = gen_random_uuid()',
        'fan_id = gen_random_uuid(), bare = true, case_number = null, risk = null',
        `asked_age_bands = '{X}'`,
        `asked_region_code = '1'`,
        `urgency = 'SEGERA'`,
        `status = 'received'`,
        `status = 'accepted'`,
        `status = 'cancelled', cancelled_by = 'SENDER', ended_at = simpul.now()`,
        'packet_version = packet_version + 1',
        'packet_version = packet_version + 2',
        'packet_version = packet_version + 1, tells_risk = not tells_risk',
        'tells_risk = not tells_risk',
        `basis_ids = '{}'`,
        'responsible_account_id = $member',
      ]),
      ...sets('referral', 'draft', [
        'to_agency_id = $police',
        `service_code = 'X'`,
        'packet_version = packet_version + 1',
        'tells_risk = not tells_risk',
        'fan_id = gen_random_uuid()',
      ]),
    ],
    bare: true,
    after: `select string_agg(concat_ws(' ', number, version > 1, bare), ', ' order by number) from simpul.referral where number in ('PBM-R-2026-0001')`,
    by: BOTH,
  },
  {
    name: 'the course of a referral that was completed',
    so: [completed('0001')],
    things: COURSE_THINGS,
    doors: sets('referral', 'sent', [
      'confirmed_at = simpul.now()',
      `urgency = 'SEGERA'`,
      'packet_version = packet_version + 1',
      'responsible_account_id = $member',
    ]),
    bare: true,
    by: BOTH,
  },
  {
    name: 'the course of a referral that was confirmed',
    so: [
      completed('0001'),
      `update simpul.referral set confirmed_at = simpul.now() - interval '1 day' where id = ${referral('0001')}`,
    ],
    things: COURSE_THINGS,
    doors: sets('referral', 'sent', [
      'confirmed_at = simpul.now()',
      'confirmed_at = null',
      `urgency = 'SEGERA'`,
    ]),
    bare: true,
    by: BOTH,
  },
  {
    name: 'the course of a referral that only asked',
    so: [
      `update simpul.referral set bare = true, fan_id = gen_random_uuid(), case_number = null, risk = null, status = 'received' where id = ${referral('0001')}`,
    ],
    things: COURSE_THINGS,
    doors: sets('referral', 'sent', [
      `status = 'accepted'`,
      `status = 'accepted', bare = false`,
      `bare = false`,
    ]),
    bare: true,
    after: `select concat_ws(' ', bare, case_number, risk) from simpul.referral where id = ${referral('0001')}`,
    by: BOTH,
  },
  ...[
    { name: 'nobody proposed it', so: 'waiver_proposed_by = null' },
    {
      name: 'the lead proposed it',
      so: `waiver_proposed_by = (select person_id from simpul.account where id = ${LEAD})`,
    },
    {
      name: 'somebody proposed it who has an interest',
      so: `waiver_proposed_by = (select person_id from simpul.account where id = ${who('ps-team@uptd-ppa')})`,
    },
    {
      name: 'it was waived',
      so: `waiver_proposed_by = (select person_id from simpul.account where id = ${who('sv-office@uptd-ppa')}), status = 'waived', ended_at = simpul.now()`,
    },
  ].map(({ name, so }) => ({
    name: `a clock would be waived: ${name}`,
    so: [
      `update simpul.deadline set case_id = ${OPEN}, referral_id = null, ${so} where id = (select id from simpul.deadline where case_id = ${OPEN} order by slug limit 1)`,
    ],
    things: {
      clock: `select id from simpul.deadline where case_id = ${OPEN} order by slug limit 1`,
      me: `select person_id from simpul.account where id = ${LEAD}`,
      other: `select person_id from simpul.account where id = ${MEMBER}`,
    },
    doors: WAIVED,
    bare: true as const,
    by: ['pendamping@uptd-ppa', 'cw-team@uptd-ppa'],
  })),
  {
    name: 'a case has somebody',
    so: [],
    things: {
      open: OPEN,
      closed: CLOSED,
      member: MEMBER,
      left: who('pindah'),
      other: who('cw-outside@puspaga'),
      puspaga: agency('puspaga'),
    },
    doors: [
      ...['open', 'closed'].flatMap((which) =>
        sets('case_file', which, [
          'owner_account_id = $member',
          'owner_account_id = $left',
          'owner_account_id = $other',
          'owner_account_id = $other, agency_id = $puspaga',
          'agency_id = $puspaga',
          `risk = 'RENDAH'`,
          'sealed = true',
        ]),
      ),
      ...sets('case_file', 'closed', ['closed_at = null']),
      ...sets('case_file', 'open', ['closed_at = simpul.now()']),
    ],
    bare: true,
    after: SEALED_NOW,
    by: ['pendamping@uptd-ppa', 'io-outside@inspektorat'],
  },
  {
    name: 'a closed case whose owner has left',
    so: [`update simpul.case_file set owner_account_id = ${who('pindah')} where id in (${CLOSED}, ${OPEN})`],
    things: { open: OPEN, closed: CLOSED },
    doors: [
      ...sets('case_file', 'closed', ['closed_at = null', `chronology_sealed = '\\x00'`]),
      ...sets('case_file', 'open', [`chronology_sealed = '\\x00'`]),
    ],
    bare: true,
    after: SEALED_NOW,
    by: ['pendamping@uptd-ppa', 'io-outside@inspektorat'],
  },
  {
    name: 'an account ends when nothing hangs on it',
    so: [
      `update simpul.referral set responsible_account_id = ${who('ao-receiver@rsud-igd')} where id = ${referral('0001')}`,
      `update simpul.referral set responsible_account_id = ${who('ao-drafted@dinsos-rehab')} where id = ${DRAFT}`,
      `update simpul.referral set responsible_account_id = ${who('ah-receiver@rsud-igd')} where number = 'PBM-R-2026-0001-b'`,
      `update simpul.case_file set owner_account_id = ${MEMBER} where id = ${CLOSED}`,
      `update simpul.deadline set owing_account_id = ${who('cw-office@uptd-ppa')} where id = (select id from simpul.deadline where case_id = ${OPEN} and status = 'running' order by slug limit 1)`,
      `update simpul.deadline set owing_account_id = ${who('ic-office@uptd-ppa')}, status = 'met', ended_at = simpul.now() where id = (select id from simpul.deadline where case_id = ${SEALED} order by slug limit 1)`,
    ],
    things: {
      lead: LEAD,
      ofAClosedCase: MEMBER,
      ofAReferral: who('ao-receiver@rsud-igd'),
      ofADraft: who('ao-drafted@dinsos-rehab'),
      ofAnEndedOne: who('ah-receiver@rsud-igd'),
      ofAClock: who('cw-office@uptd-ppa'),
      ofAMetClock: who('ic-office@uptd-ppa'),
      nobody: who('cw-former@uptd-ppa'),
    },
    doors: [
      'lead',
      'ofAClosedCase',
      'ofAReferral',
      'ofADraft',
      'ofAnEndedOne',
      'ofAClock',
      'ofAMetClock',
      'nobody',
    ].map((whom) => `update simpul.account set active = false where id = $${whom}`),
    bare: true,
    by: ['ad-outside@diskominfo'],
  },
  {
    name: 'a no is overridden by two',
    so: [],
    things: {
      waiting: `select id from simpul.lawful_basis where case_id = ${OPEN} and against_refusal order by decision nulls first, withdrawn_at nulls first, id limit 1`,
      ofTheSealed: `select id from simpul.lawful_basis where case_id = ${SEALED} and against_refusal order by decision nulls first, withdrawn_at nulls first, id limit 1`,
      me: who('sv-office@uptd-ppa'),
    },
    doors: ['waiting', 'ofTheSealed'].flatMap((which) =>
      sets('lawful_basis', which, [
        `decision = 'COUNTERSIGNED', decided_by = $me, decided_at = simpul.now()`,
        `decision = 'DECLINED', decided_by = $me, decided_at = simpul.now()`,
        `withdrawn_at = simpul.now(), withdrawn_by = $me`,
      ]),
    ),
    bare: true,
    by: ['sv-office@uptd-ppa', 'pendamping@uptd-ppa', 'sv-team@uptd-ppa', 'cw-team@uptd-ppa'],
  },
  ...[
    { name: 'it was decided', so: `decision = 'DECLINED', decided_by = ${ADMIN}, decided_at = simpul.now()` },
    { name: 'it was withdrawn', so: `withdrawn_at = simpul.now(), withdrawn_by = ${LEAD}` },
    { name: 'somebody recorded it who has an interest', so: `recorded_by = ${who('ps-team@uptd-ppa')}` },
  ].map(({ name, so }) => ({
    name: `a no would be overridden: ${name}`,
    so: [`update simpul.lawful_basis set ${so} where case_id = ${OPEN} and against_refusal`],
    things: {
      waiting: `select id from simpul.lawful_basis where case_id = ${OPEN} and against_refusal order by decision nulls first, withdrawn_at nulls first, id limit 1`,
      me: who('sv-office@uptd-ppa'),
    },
    doors: sets('lawful_basis', 'waiting', [
      `decision = 'COUNTERSIGNED', decided_by = $me, decided_at = simpul.now()`,
      `told_client = not told_client`,
    ]),
    bare: true as const,
    by: ['sv-office@uptd-ppa'],
  })),
  {
    name: 'a closing goes forward',
    so: [],
    things: {
      proposed: `select id from simpul.case_closing where case_id = ${OPEN} and status = 'PROPOSED' limit 1`,
      closed: `select id from simpul.case_closing where case_id = ${CLOSED} and status = 'CLOSED' order by turn limit 1`,
      me: who('sv-office@uptd-ppa'),
    },
    doors: [
      ...['CLOSED', 'REJECTED', 'WITHDRAWN', 'REOPENED'].map(
        (status) =>
          `update simpul.case_closing set status = '${status}', decided_by = $me, decided_at = simpul.now() where id = $proposed`,
      ),
      ...sets('case_closing', 'closed', [
        `status = 'REOPENED', reopened_at = simpul.now(), reopened_by = $me, reopening_sealed = '\\x00'`,
        `status = 'PROPOSED', decided_by = null, decided_at = null`,
        "decided_at = simpul.now() + interval '1 s'",
        `status = 'REOPENED', decided_by = $me`,
        `summary_sealed = '\\x00'`,
      ]),
    ],
    bare: true,
    by: ['sv-office@uptd-ppa', 'pendamping@uptd-ppa'],
  },
  {
    name: 'whoever works on a referral is there',
    so: [],
    things: {
      sent: referral('0001'),
      left: who('pindah'),
      link: `select id from simpul.account where role = 'link_holder' limit 1`,
      officer: who('ao-receiver@rsud-igd'),
    },
    doors: sets('referral', 'sent', [
      'responsible_account_id = $left',
      'responsible_account_id = $link',
      'responsible_account_id = $officer',
    ]),
    after: `select coalesce(a.email, 'nobody') from simpul.referral r left join simpul.account a on a.id = r.responsible_account_id where r.id = ${referral('0001')}`,
    bare: true,
    by: ['ao-receiver@rsud-igd'],
  },
];

export const SCENES: Scene[] = [
  ...triggers,
  ...clocks,
  ...baits,
  ...openings,
  ...seals,
  ...fans,
  ...transfers,
  ...accounts,
  ...departures,
  ...emergencies,
];
