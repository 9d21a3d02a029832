import type { Scene } from '../doors.js';
import { agency, who } from '../statements.js';
import { DRAFT, HOSPITAL, LEAD, OPEN, SEALED, UNIT, changed, referral } from './things.js';

const offered = (of: string, number: string, to: string, more: string): string =>
  `insert into simpul.case_transfer (case_id, case_number, referral_id, from_agency_id, to_agency_id, reason, offered_by, status, decided_by, decided_at, refusal)
     select ${of}, 'X', ${referral(number)}, ${UNIT}, ${to}, 'CLIENT_MOVED', ${LEAD}, ${more}`;

const OFFERED = `'OFFERED', null, null, null`;

const screened = (of: string, turn: number, risk: string, status: string): string =>
  `insert into simpul.screening overriding system value select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'case_id', ${of}, 'turn', ${turn}, 'risk', '${risk}', 'lowered', true, 'reason_sealed', '\\x00'::bytea, 'status', '${status}', 'approved_by', ${
    status === 'APPROVED' ? who('sv-office@uptd-ppa') : 'null'
  }, 'approved_at', ${status === 'APPROVED' ? 'simpul.now()' : 'null'}))).* from simpul.screening s where s.turn = (select min(turn) from simpul.screening)`;

export const courses: Scene[] = [
  ...[
    { name: 'it', so: [offered(OPEN, '0001', HOSPITAL, OFFERED)] },
    { name: 'another case', so: [offered(SEALED, '0003', HOSPITAL, OFFERED)] },
    {
      name: 'it, in vain',
      so: [offered(OPEN, '0001', HOSPITAL, `'REFUSED', ${LEAD}, simpul.now(), 'NOT_OURS'`)],
    },
    { name: 'it to another office', so: [offered(OPEN, '0001', agency('puspaga'), OFFERED)] },
  ].map(({ name, so }) => ({
    name: `the referrals of a case go with it: the hospital is offered ${name}`,
    so: ['delete from simpul.case_transfer', ...so],
    things: { hospital: HOSPITAL, other: referral('0002'), own: referral('0001') },
    doors: [
      'set local role simpul_owner; update simpul.referral set from_agency_id = $hospital where id = $other',
      'update simpul.referral set from_agency_id = $hospital where id = $other',
    ],
    bare: true as const,
    by: ['sv-receiver@rsud-igd'],
  })),
  {
    name: 'a referral says what it may',
    so: [
      `update simpul.referral set bare = true, fan_id = gen_random_uuid(), risk = 'SEDANG' where id = ${DRAFT}`,
      `update simpul.referral_draft set asked_risk = 'RENDAH'`,
    ],
    things: { draft: DRAFT, sent: referral('0001') },
    doors: [
      `update simpul.referral set status = 'requested', sent_at = simpul.now(), number = 'X' where id = $draft`,
      `update simpul.referral set bare = false where id = $draft`,
      'update simpul.referral set packet_version = packet_version + 1 where id = $sent',
    ],
    bare: true,
    after: `select concat_ws('; ', ${changed('referral', `concat_ws(' ', t.number, t.case_number, t.risk, t.bare)`)}, ${changed('referral_draft', 't.asked_risk')})`,
    by: ['pendamping@uptd-ppa'],
  },
  ...[
    { name: 'two agreed', so: [screened(OPEN, 1000, 'SEDANG', 'APPROVED')] },
    {
      name: 'one proposed it',
      so: [
        `delete from simpul.screening where status = 'PENDING_APPROVAL'`,
        screened(OPEN, 1000, 'SEDANG', 'PENDING_APPROVAL'),
        screened(SEALED, 1001, 'SEDANG', 'APPROVED'),
      ],
    },
  ].map(({ name, so }) => ({
    name: `a level falls: ${name}`,
    so,
    things: { open: OPEN },
    doors: ['SEDANG', 'RENDAH'].map(
      (risk) => `update simpul.case_file set risk = '${risk}' where id = $open`,
    ),
    bare: true as const,
    by: ['pendamping@uptd-ppa'],
  })),
];
