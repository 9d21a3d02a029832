import type { Scene } from '../doors.js';
import { agency, who } from '../statements.js';
import { DRAFT, MEMBER, OPEN, departing, newest, referral } from './things.js';

const LEAVER = who('cw-office@uptd-ppa');

const LEAVES = { leaves: newest('departure', `status = 'PROPOSED'`) };

const handOver = `select string_agg(concat_ws(' ', n, code, kind), ', ' order by code, kind) from (select code, kind, count(*) as n from simpul.hand_over($leaves, $other, '{}') group by 1, 2) x`;

const OUTSIDE = who('sv-outside@puspaga');
const PUSPAGA = agency('puspaga');
const CASE_THERE = `update simpul.case_file set agency_id = ${PUSPAGA}, owner_account_id = ${who('cw-outside@puspaga')} where id = ${OPEN}`;
const REFERRAL_THERE = `update simpul.referral set to_agency_id = ${PUSPAGA} where id = ${referral('0001')}`;

export const lastHeads: Scene[] = [
  { name: 'nothing is there', so: [] },
  { name: 'a case is there', so: [CASE_THERE] },
  {
    name: 'a closed case is there',
    so: [CASE_THERE, `update simpul.case_file set closed_at = simpul.now() where id = ${OPEN}`],
  },
  { name: 'a referral is there', so: [REFERRAL_THERE] },
  {
    name: 'a referral is there that ended',
    so: [
      REFERRAL_THERE,
      `update simpul.referral set status = 'completed', outcome = 'X', ended_at = simpul.now() where id = ${referral('0001')}`,
    ],
  },
  {
    name: 'a referral would be sent there',
    so: [`update simpul.referral set to_agency_id = ${PUSPAGA} where id = ${DRAFT}`],
  },
  {
    name: 'another head has left',
    so: [
      CASE_THERE,
      `update simpul.account set role = 'supervisor', active = false where id = ${who('ic-outside@puspaga')}`,
    ],
  },
  {
    name: 'the other head is the same person',
    so: [
      CASE_THERE,
      `update simpul.account set role = 'supervisor', person_id = (select person_id from simpul.account where id = ${OUTSIDE}) where id = ${who('ic-outside@puspaga')}`,
    ],
  },
  {
    name: 'the head is no head any more',
    so: [CASE_THERE, `update simpul.account set role = 'case_worker' where id = ${OUTSIDE}`],
  },
]
  .map(({ name, so }) => ({
    name: `the last head of an office leaves: ${name}`,
    so: [...departing(OUTSIDE), ...so],
    things: { ...LEAVES, other: who('konselor@puspaga') },
    doors: [handOver],
    by: ['dh-outside@dppkbpppa'],
  }))
  .concat([
    {
      name: 'one of two heads leaves',
      so: departing(who('sv-office@uptd-ppa')),
      things: { ...LEAVES, other: MEMBER },
      doors: [handOver],
      by: ['sv-team@uptd-ppa'],
    },
    {
      name: 'the head of the city sees what the last head of an office held',
      so: [
        ...departing(OUTSIDE),
        `update simpul.referral set responsible_account_id = ${OUTSIDE} where id = ${referral('0001')}`,
      ],
      things: { ...LEAVES, other: who('konselor@puspaga') },
      doors: [
        `select string_agg(concat_ws(' ', kind, label, cardinality(possible)), ', ') from simpul.departure_page($leaves)`,
      ],
      by: ['dh-outside@dppkbpppa'],
    },
    {
      name: 'somebody leaves, and another head decided it a moment ago',
      so: [
        ...departing(LEAVER),
        `update simpul.departure set status = 'REJECTED', decided_by = ${who('sv-team@uptd-ppa')}, decided_at = simpul.now()`,
        // As it was asked before the other one had done it.
        `create or replace function simpul.departure_to_decide(departure uuid) returns uuid language sql stable security definer as 'select d.account_id from simpul.departure d where d.id = departure'`,
      ],
      things: { leaves: newest('departure', 'true'), other: MEMBER },
      doors: [handOver, 'simpul.reject_departure($leaves) is not null'],
      by: ['sv-office@uptd-ppa'],
    },
    {
      name: 'somebody leaves who could not sign in any more',
      so: [...departing(LEAVER), `update simpul.account set active = false where id = ${LEAVER}`],
      things: { ...LEAVES, other: MEMBER },
      doors: [handOver],
      by: ['sv-office@uptd-ppa'],
    },
  ]);
