import type { Scene } from '../doors.js';
import { agency, who } from '../statements.js';
import { like } from './made.js';
import {
  CLOSED,
  DRAFT,
  HOSPITAL,
  LATER,
  LEAD,
  ONE_EMERGENCY,
  ONE_REFERRAL,
  OPEN,
  REVIEW,
  SEALED,
  UNIT,
  ago,
  changed,
  clock,
  completed,
  onlyThese,
  referral,
} from './things.js';

/** And what it rests on. */
const ONE_BASIS = `delete from simpul.lawful_basis where case_id = (select id from simpul.case_file where number = 'PBM-2026-0001')
  and id not in (select unnest(basis_ids) from simpul.referral where number in ('PBM-R-2026-0001', 'PBM-R-2026-0002'))`;

/** Drafts to the hospital would be asked of whoever keeps the case by then. */
const NO_DRAFT_THERE = `delete from simpul.referral where status = 'draft' and to_agency_id = ${HOSPITAL}`;

/** The basis for the hospital becomes a duty, recorded a day ago, against a no or not. */
const duty = (more: string): string =>
  `update simpul.lawful_basis set basis = 'KEWAJIBAN_HUKUM', answer = null, given_by = 'NONE', guardian_person_id = null, told_client = true,
     text_version = null, text_hash = null, recorded_at = simpul.now() - interval '1 day', ${more}
   where case_id = ${OPEN} and receiver_kind = 'RSUD' and answer = 'GIVEN'`;

const AGAINST_A_NO = `against_refusal = true, why_sealed = '\\x00'`;

const YESTERDAY = `update simpul.lawful_basis set recorded_at = simpul.now() - interval '1 day' where case_id = ${OPEN} and receiver_kind = 'RSUD'`;

/** Said by the client about the hospital so many hours ago, of one class of data if no other is named. */
const said = (
  answer: string,
  hours: number,
  scopes = ['HEALTH_PSYCH'],
  changes: Record<string, string> = {},
): string =>
  like(
    'lawful_basis',
    `said ${answer} ${hours} hours ago`,
    {
      ...{ basis: `'PERSETUJUAN'`, given_by: `'SELF'`, against_refusal: 'false', why_sealed: 'null' },
      answer: `'${answer}'`,
      recorded_at: ago(`${hours} hours`),
      scopes: `array['${scopes.join(`', '`)}']`,
      ...changes,
    },
    `r.case_id = ${OPEN} and r.receiver_kind = 'RSUD'`,
  );

/** A duty to share one class of data, recorded an hour ago. */
const anotherDuty = (changes: Record<string, string> = {}): string =>
  said('GIVEN', 1, undefined, {
    ...{ basis: `'TUGAS_PUBLIK'`, answer: 'null', given_by: `'NONE'`, told_client: 'true' },
    ...changes,
  });

const PLAIN_DUTY = duty('against_refusal = false');

const FOR_THE_SERVICE = `update simpul.lawful_basis set purpose = (select service_code from simpul.referral where id = ${referral('0001')}) where case_id = ${OPEN} and receiver_kind = 'RSUD'`;

const employed = (office: string): string =>
  `update simpul.person set employer_agency_id = ${office} where case_id = ${OPEN} and kind = 'REPORTED'`;

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
  // One after the other, and each answered three days later.
  `update simpul.case_transfer t set offered_at = simpul.now() - n.at * interval '1 day',
     decided_at = case when t.decided_at is not null then simpul.now() - (n.at - 3) * interval '1 day' end
   from (select id, row_number() over (order by case_number, status) + 3 as at from simpul.case_transfer) n where n.id = t.id`,
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

/** In the order of the page. */
const LIST = `select string_agg(concat_ws(' ', "caseNumber", status, "caseId" is not null, "mayWithdraw", "mayDecide"), ', ') from simpul.case_transfers()`;

export const transfers: Scene[] = [
  {
    name: 'somebody of the hospital is on the team of the case that is offered to it',
    so: [
      ...TRANSFERS,
      `insert into simpul.case_member (case_id, account_id, agency_id, since) select ${OPEN}, ${who('sv-receiver@rsud-igd')}, ${HOSPITAL}, simpul.now()`,
    ],
    things: TRANSFER_THINGS,
    doors: [LIST, 'simpul.end_transfer($offered, null)'],
    by: ['sv-receiver@rsud-igd'],
  },
  {
    name: 'a case is offered to the hospital',
    so: TRANSFERS,
    things: TRANSFER_THINGS,
    doors: [
      LIST,
      'simpul.transfer_offered_by($offered) is not null',
      'simpul.transfer_offered_by($ofTheSealed) is not null',
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
      ...ONE_EMERGENCY,
      clock(4, { ...REVIEW, owing_account_id: who('sv-office@uptd-ppa') }),
      onlyThese,
    ],
    things: TRANSFER_THINGS,
    doors: [take('counselor')],
    after: `select concat_ws('; ', ${changed('referral', `concat_ws(' ', coalesce(t.number, 'draft'), g.code, t.confirmed_at is not null)`, 'join simpul.agency g on g.id = t.from_agency_id')}, ${changed('deadline', `concat_ws(' ', f.number, r.number, g.code, a.role, (select code from simpul.agency where id = a.agency_id))`, 'left join simpul.account a on a.id = t.owing_account_id left join simpul.case_file f on f.id = t.case_id left join simpul.referral r on r.id = t.referral_id join simpul.agency g on g.id = t.owing_agency_id')})`,
    by: ['sv-receiver@rsud-igd'],
  },
  {
    name: 'which rests on nothing any more',
    so: [
      ...TRANSFERS,
      `update simpul.lawful_basis set withdrawn_at = simpul.now(), withdrawn_by = ${LEAD} where case_id = ${OPEN}`,
    ],
    things: TRANSFER_THINGS,
    doors: [take('counselor')],
    by: ['sv-receiver@rsud-igd'],
  },
  {
    name: 'which the hospital refused',
    so: [
      ...TRANSFERS,
      `delete from simpul.case_transfer where status = 'REFUSED'`,
      `update simpul.case_transfer set status = 'REFUSED', decided_by = ${LEAD}, decided_at = simpul.now(), refusal = 'NOT_OURS' where case_id = ${OPEN} and status = 'OFFERED'`,
    ],
    things: {
      counselor: TRANSFER_THINGS.counselor,
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
    so: ['delete from simpul.case_transfer', ONE_REFERRAL, NO_DRAFT_THERE],
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
    so: ['delete from simpul.case_transfer', ONE_REFERRAL, NO_DRAFT_THERE, ...so],
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
      so: [employed(HOSPITAL)],
    },
    {
      name: 'a reported person works there, and nobody employs the hospital',
      so: [employed(HOSPITAL), `update simpul.agency set conflict_group = null where code = 'rsud-igd'`],
    },
    { name: 'a reported person works for the same employer', so: [employed(agency('dinkes'))] },
    { name: 'a reported person works elsewhere', so: [employed(agency('polres-ppa'))] },
    {
      name: 'a reported person works elsewhere, and nobody employs the hospital',
      so: [
        employed(agency('polres-ppa')),
        `update simpul.agency set conflict_group = null where code in ('rsud-igd', 'polres-ppa')`,
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
      name: 'a basis for the service of the referral',
      so: [FOR_THE_SERVICE],
    },
    {
      name: 'a basis for another service',
      so: [
        `update simpul.lawful_basis set purpose = 'LAIN' where case_id = ${OPEN} and receiver_kind = 'RSUD'`,
      ],
    },
    { name: 'a duty', so: [PLAIN_DUTY] },
    { name: 'a duty against a no', so: [duty(AGAINST_A_NO)] },
    ...['COUNTERSIGNED', 'DECLINED'].map((decision) => ({
      name: `a duty against a no: ${decision}`,
      so: [
        duty(
          `${AGAINST_A_NO}, decision = '${decision}', decided_by = ${LEAD}, decided_at = simpul.now() - interval '1 hour'`,
        ),
      ],
    })),
    { name: 'a later no to a part', so: [YESTERDAY, said('REFUSED', 1)] },
    { name: 'an earlier no to a part', so: [YESTERDAY, said('REFUSED', 30)] },
    { name: 'a later no to something else', so: [YESTERDAY, said('REFUSED', 1, ['LEGAL_STEPS'])] },
    { name: 'a later duty that is over', so: [YESTERDAY, anotherDuty({ expires_at: 'simpul.now()' })] },
    ...Object.entries({
      'a no before it': [said('REFUSED', 30)],
      'a no after it': [said('REFUSED', 2)],
      'a yes after it that was withdrawn': [
        said('GIVEN', 2, undefined, { withdrawn_at: ago('1 hour'), withdrawn_by: LEAD }),
      ],
      'a yes after it of a guardian who is reported': [
        said('GIVEN', 2, undefined, {
          ...{ withdrawn_at: ago('1 hour'), withdrawn_by: LEAD },
          ...{ void_reason: `'GUARDIAN_REPORTED'`, given_by: `'GUARDIAN'` },
        }),
      ],
      'a no of something else': [said('REFUSED', 2, ['LEGAL_STEPS'])],
      'a no to another office': [said('REFUSED', 2, undefined, { receiver_kind: `'DINKES'` })],
      'a no, then a yes': [said('REFUSED', 2), said('GIVEN', 1)],
      'a yes, then a no': [said('GIVEN', 2), said('REFUSED', 1)],
      'a no, then a yes to less': [said('REFUSED', 2, ['HEALTH_PSYCH', 'IDENTITY']), said('GIVEN', 1)],
      'a no, then a yes to another office': [
        said('REFUSED', 2),
        said('GIVEN', 1, undefined, { receiver_kind: `'DINKES'` }),
      ],
      'another one that was withdrawn': [anotherDuty({ withdrawn_at: 'simpul.now()', withdrawn_by: LEAD })],
      'a no, then another one to less': [said('REFUSED', 2), anotherDuty()],
      'a no for this office, then a yes for another one': [
        said('REFUSED', 2, undefined, { receiver_agency_id: HOSPITAL }),
        said('GIVEN', 1, undefined, { receiver_agency_id: UNIT }),
      ],
      'a no for one service, then a yes for another': [
        said('REFUSED', 2, undefined, { purpose: `'KESEHATAN'` }),
        said('GIVEN', 1, undefined, { purpose: `'LAIN'` }),
      ],
      'named for the hospital, and a no for another office': [
        `update simpul.lawful_basis set receiver_agency_id = ${HOSPITAL} where case_id = ${OPEN} and receiver_kind = 'RSUD'`,
        said('REFUSED', 2, undefined, { receiver_agency_id: UNIT }),
      ],
      'for this service, and a no for another': [
        FOR_THE_SERVICE,
        said('REFUSED', 2, undefined, { purpose: `'LAIN'` }),
      ],
      'a no, then a yes that is over': [
        said('REFUSED', 2),
        said('GIVEN', 1, undefined, { expires_at: 'simpul.now()' }),
      ],
    }).map(([name, so]) => ({ name: `a duty, and ${name}`, so: [PLAIN_DUTY, ...so] })),
    {
      name: 'a no',
      so: [
        `update simpul.lawful_basis set answer = 'REFUSED' where case_id = ${OPEN} and receiver_kind = 'RSUD'`,
      ],
    },
  ].map(({ name, so }) => ({
    name: `what stands against a transfer: ${name}`,
    so: ['delete from simpul.case_transfer', ONE_REFERRAL, NO_DRAFT_THERE, ONE_BASIS, ...so],
    things: { sent: referral('0001') },
    doors: [`simpul.offer_transfer(gen_random_uuid(), $sent, 'CLIENT_MOVED')`],
    by: ['pendamping@uptd-ppa'],
  })),
];
