import type { Scene } from '../doors.js';
import { agency, who } from '../statements.js';
import {
  CLOSED,
  DRAFT,
  HOSPITAL,
  LATER,
  LEAD,
  ONE_REFERRAL,
  OPEN,
  SEALED,
  UNIT,
  changed,
  clock,
  completed,
  onlyThese,
  referral,
} from './things.js';

/** And what it rests on. */
const ONE_BASIS = `delete from simpul.lawful_basis where case_id = (select id from simpul.case_file where number = 'PBM-2026-0001')
  and id not in (select unnest(basis_ids) from simpul.referral where number in ('PBM-R-2026-0001', 'PBM-R-2026-0002'))`;

const transfer = (of: string, number: string, more = `'OFFERED', null, null, null`): string =>
  `insert into simpul.case_transfer (case_id, case_number, referral_id, from_agency_id, to_agency_id, reason, offered_by, status, decided_by, decided_at, refusal)
     select ${of}, 'PBM-2026-' || '${number}', ${referral(number)}, ${UNIT}, ${HOSPITAL}, 'CLIENT_MOVED', ${LEAD}, ${more}`;

const REFUSED = `'REFUSED', ${LEAD}, simpul.now(), 'NOT_OURS'`;

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

export const transfers: Scene[] = [
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
      'simpul.transfer_offered_by(gen_random_uuid()) is not null',
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
    name: 'the hospital takes over a case that has much else',
    so: [
      ...TRANSFERS,
      `update simpul.referral set status = 'cancelled', cancelled_by = 'SENDER', ended_at = simpul.now() where id = ${referral('0002')}`,
      `update simpul.referral set case_id = ${OPEN}, status = 'completed', outcome = 'X', ended_at = simpul.now(), confirmed_at = simpul.now() where id = ${referral('0004')}`,
      `update simpul.referral set case_id = ${OPEN} where id = ${referral('0006')}`,
      clock(1, { case_id: OPEN, owing_agency_id: UNIT }),
      clock(2, { referral_id: referral('0002'), owing_agency_id: UNIT }),
      clock(3, { referral_id: referral('0003'), owing_agency_id: UNIT }),
      onlyThese,
    ],
    things: TRANSFER_THINGS,
    doors: [take('counselor')],
    after: `select concat_ws('; ', ${changed('referral', `concat_ws(' ', coalesce(t.number, 'draft'), g.code, t.confirmed_at is not null)`, 'join simpul.agency g on g.id = t.from_agency_id')}, ${changed('deadline', `concat_ws(' ', f.number, r.number, g.code)`, 'left join simpul.case_file f on f.id = t.case_id left join simpul.referral r on r.id = t.referral_id join simpul.agency g on g.id = t.owing_agency_id')})`,
    by: ['sv-receiver@rsud-igd'],
  },
  {
    name: 'which the hospital refused',
    so: [
      ...TRANSFERS,
      `update simpul.case_transfer set status = 'REFUSED', decided_by = ${LEAD}, decided_at = simpul.now(), refusal = 'NOT_OURS' where case_id = ${OPEN} and status = 'OFFERED'`,
    ],
    things: {
      ...TRANSFER_THINGS,
      offered: `select id from simpul.case_transfer where referral_id = ${referral('0001')}`,
    },
    doors: [take('counselor')],
    by: ['sv-receiver@rsud-igd'],
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
