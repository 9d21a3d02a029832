import type { Scene } from '../doors.js';
import { who } from '../statements.js';
import {
  LEAD,
  MEMBER,
  MET,
  OPEN,
  SEALED,
  changed,
  clock,
  named,
  newest,
  onlyThese,
  referral,
} from './things.js';

const IC = who('ic-team@uptd-ppa');

const CLOCKS = changed(
  'deadline',
  `concat_ws(' ', coalesce(f.number, r.number), t.status, ${named('a')})`,
  'left join simpul.case_file f on f.id = t.case_id left join simpul.referral r on r.id = t.referral_id left join simpul.account a on a.id = t.owing_account_id',
);

const MOVED = `select concat_ws('; ', ${CLOCKS}, ${changed(
  'appointment',
  `concat_ws(' ', f.number, t.status, ${named('a')})`,
  'join simpul.case_file f on f.id = t.case_id left join simpul.account a on a.id = t.escort_account_id',
)})`;

const escorted = (whose: string, of: string, status: string): string =>
  `update simpul.appointment set escort = 'TIM_KASUS', escort_account_id = ${whose} where id = (select id from simpul.appointment where case_id = ${of} and status = '${status}' and escort_account_id is null order by id limit 1)`;

const leaves = (whom: string): string =>
  `update simpul.case_member set until = simpul.now() where case_id = $open and account_id = $${whom} and until is null`;

export const teams: Scene[] = [
  {
    name: 'somebody leaves the team, or owns the case from now on',
    so: [
      clock(1, { case_id: OPEN, owing_account_id: MEMBER }),
      clock(2, { referral_id: referral('0001'), owing_account_id: MEMBER }),
      clock(3, { case_id: SEALED, owing_account_id: MEMBER }),
      clock(4, { referral_id: referral('0003'), owing_account_id: MEMBER }),
      clock(5, { case_id: OPEN, owing_account_id: MEMBER, ...MET }),
      clock(6, { case_id: OPEN, owing_account_id: IC }),
      clock(7, { case_id: OPEN, owing_account_id: LEAD }),
      clock(8, { referral_id: referral('0001'), owing_account_id: LEAD }),
      clock(9, { referral_id: referral('0003'), owing_account_id: LEAD }),
      onlyThese,
      'update simpul.appointment set escort_account_id = null',
      escorted(MEMBER, OPEN, 'PLANNED'),
      escorted(MEMBER, OPEN, 'ATTENDED'),
      escorted(MEMBER, SEALED, 'PLANNED'),
      escorted(IC, OPEN, 'PLANNED'),
      `insert into simpul.case_member (case_id, account_id, agency_id, since) select ${OPEN}, id, agency_id, simpul.now() from simpul.account where id = ${LEAD}`,
    ],
    things: { open: OPEN, member: MEMBER, lead: LEAD },
    doors: [
      leaves('member'),
      leaves('lead'),
      'update simpul.case_file set owner_account_id = $member where id = $open',
    ],
    bare: true,
    after: MOVED,
    by: ['pendamping@uptd-ppa'],
  },
  {
    name: 'a clock begins',
    so: [],
    things: { open: OPEN, left: who('pindah'), member: MEMBER, ofTheSealed: referral('0003') },
    doors: [
      clock(1, { case_id: '$open', owing_account_id: '$left' }),
      clock(2, { referral_id: '$ofTheSealed', owing_account_id: '$left' }),
      clock(3, { case_id: '$open', owing_account_id: '$left', ...MET }),
      clock(4, { case_id: '$open', owing_account_id: '$member' }),
    ],
    bare: true,
    after: `select ${CLOCKS}`,
    by: ['pendamping@uptd-ppa'],
  },
  {
    name: 'a case is opened',
    so: [],
    things: { left: who('pindah'), member: MEMBER, other: who('cw-outside@puspaga') },
    doors: ['left', 'member', 'other'].map(
      (whose) =>
        `insert into simpul.case_file select (jsonb_populate_record(f, jsonb_build_object('id', gen_random_uuid(), 'number', 'PBM-2026-0009', 'owner_account_id', $${whose}))).* from simpul.case_file f where number = 'PBM-2026-0001'`,
    ),
    bare: true,
    by: ['pendamping@uptd-ppa'],
  },
  {
    name: 'somebody opens a case in an emergency',
    so: [
      `insert into simpul.emergency_access (case_id, account_id, person_id, reason, opened_at, until, words_sealed) select ${OPEN}, id, person_id, 'RESCUE', simpul.now(), simpul.now() + interval '5 minutes', '\\x00' from simpul.account where id = ${MEMBER}`,
    ],
    things: { open: OPEN, mine: 'gen_random_uuid()', there: newest('emergency_access', `reason = 'RESCUE'`) },
    doors: [
      [`'\\x00'`, `'emergency.opened'`, '$mine'],
      ['null', `'emergency.opened'`, '$mine'],
      [`'\\x00'`, `'emergency.ended'`, '$mine'],
      [`'\\x00'`, `'emergency.opened'`, '$there'],
    ].map(
      ([words, topic, told]) =>
        `insert into simpul.outbox (topic, ids) select ${topic}, jsonb_build_object('accessId', ${told}); set constraints all immediate; insert into simpul.emergency_access (id, case_id, account_id, person_id, reason, opened_at, until, words_sealed) select $mine, $open, id, person_id, 'RESCUE', simpul.now(), simpul.now() + interval '5 minutes', ${words} from simpul.account where email like 'cw-outside%'`,
    ),
    bare: true,
    by: ['pendamping@uptd-ppa'],
  },
];
