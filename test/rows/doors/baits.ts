import type { Scene } from '../doors.js';
import { who } from '../statements.js';
import {
  ADMIN,
  CLOSED,
  DRAFT,
  GUARD,
  LATER,
  LEAD,
  MEMBER,
  OPEN,
  SEALED,
  UNIT,
  changed,
  referral,
} from './things.js';

const REPORT = (where: string): string =>
  `select id from simpul.report where ${where} order by received_at, id limit 1`;

export const baits: Scene[] = [
  {
    name: 'reports that were decided on',
    so: [
      `update simpul.deadline set report_id = null, about_id = gen_random_uuid() where report_id is not null`,
      `update simpul.deadline set report_id = (${REPORT(`case_id is null and status = 'RECEIVED' and agency_id = ${UNIT}`)}), about_id = null where id = (select id from simpul.deadline where about_id is not null order by slug, id limit 1)`,
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
    name: 'somebody would lay a bait',
    so: [
      ...['ic-outside@puspaga', 'ps-office@uptd-ppa'].map(
        (whose) => `update simpul.account set active = false where id = ${who(whose)}`,
      ),
      `update simpul.account set role = 'administrator' where id = ${who('ic-office@uptd-ppa')}`,
      `insert into simpul.case_key select (jsonb_populate_record(k, jsonb_build_object('id', gen_random_uuid(), 'case_id', '00000000-0000-4000-8000-000000000009', 'ledger_ref', gen_random_uuid()))).* from simpul.case_key k where case_id = ${OPEN}`,
    ],
    things: {
      unit: UNIT,
      left: who('pindah'),
      leftElsewhere: who('ic-outside@puspaga'),
      leftHelper: who('ps-office@uptd-ppa'),
      member: MEMBER,
      helper: who('ps-team@uptd-ppa'),
      administrator: who('ic-office@uptd-ppa'),
      id: `'00000000-0000-4000-8000-000000000009'`,
    },
    doors: [
      ['left', '$member, $helper'],
      ['leftElsewhere', '$member'],
      ['leftHelper', '$member'],
      ['left', '$member, $administrator'],
    ].map(
      ([owner, readers]) =>
        `simpul.lay_bait(jsonb_build_object('id', $id, 'caseId', $id, 'personId', $id, 'reportId', $id, 'closingId', $id, 'number', 'PBM-2026-0009', 'agencyId', $unit, 'ownerAccountId', $${owner}, 'readerAccountIds', jsonb_build_array(${readers}), 'openedAt', '2026-01-01', 'closedAt', '2026-02-01', 'sex', 'P', 'ageYears', 9, 'ageBand', '6_12', 'initials', 'O. R.', 'rights', '{}'::jsonb), '', '', '', '', '')`,
    ),
    after: `select ${changed('bait', `concat_ws(' ', f.number, k.ledger_ref = t.ledger_ref)`, 'join simpul.case_file f on f.id = t.case_id join simpul.case_key k on k.case_id = f.id')} || ' ' || (select count(*) from simpul.case_key where xmin::text::bigint >= current_setting('doors.mark')::bigint)`,
    by: ['io-outside@inspektorat'],
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
      `simpul.next_case_number('PBM', 2027) > 0`,
      ...["'PBM', 2026", "'pbm', 2026", "'PBM', 1999"].map(
        (series) => `simpul.next_letter_number(${series}) > 0`,
      ),
      `select concat_ws(' ', count(*), count(*) filter (where waits_to_be_let_in)) from simpul.accounts_by_name(null, null, 1000)`,
      `select count(*) from simpul.accounts_by_name('orang rekaan', $after, 1000) x where x.sort = 'orang rekaan' and x.id = $after or x.sort < 'orang'`,
    ],
  },
  {
    name: 'the program of the ledger looks at it',
    so: [],
    things: {},
    doors: [`select entries > 0 from ledger.standing()`],
    reads: true,
    as: 'ledger',
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
    ]
      .map(([token, code]) => `ctx.open_link('\\x${token}', '\\x${code}', 'Orang Rekaan', '\\x04', 5, null)`)
      .concat(`ctx.open_link('\\x01', null, 'Orang Rekaan', '\\x04', 5, null)`),
    by: ['an ended session of the lead'],
  })),
];
