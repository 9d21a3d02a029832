import type { Scene } from '../doors.js';
import { who } from '../statements.js';
import { ADMIN, LEAD, OPEN, SEALED, sets } from './things.js';

export const noes: Scene[] = [
  {
    name: 'a no is overridden by two',
    so: [],
    things: {
      waiting: `select id from simpul.lawful_basis where case_id = ${OPEN} and against_refusal order by decision nulls first, withdrawn_at nulls first, id limit 1`,
      ofTheSealed: `select id from simpul.lawful_basis where case_id = ${SEALED} and against_refusal order by decision nulls first, withdrawn_at nulls first, id limit 1`,
    },
    doors: ['waiting', 'ofTheSealed'].flatMap((which) =>
      sets('lawful_basis', which, [
        `decision = 'COUNTERSIGNED', decided_by = ctx.account_id(), decided_at = simpul.now()`,
        `decision = 'COUNTERSIGNED', decided_by = ${who('sv-outside@puspaga')}, decided_at = simpul.now()`,
        `decision = 'DECLINED', decided_by = ctx.account_id(), decided_at = simpul.now()`,
        `withdrawn_at = simpul.now(), withdrawn_by = ctx.account_id()`,
        'decision = decision',
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
    name: 'a no is recorded',
    so: [],
    things: {
      waiting: `select id from simpul.lawful_basis where case_id = ${OPEN} and against_refusal order by decision nulls first, withdrawn_at nulls first, id limit 1`,
      me: LEAD,
    },
    doors: [
      `'decision', null, 'decided_by', null, 'decided_at', null`,
      `'decision', 'COUNTERSIGNED', 'decided_by', $me, 'decided_at', simpul.now()`,
    ].map(
      (more) =>
        `insert into simpul.lawful_basis select (jsonb_populate_record(b, jsonb_build_object('id', gen_random_uuid(), 'recorded_by', (select id from simpul.account where email like 'sv-office%'), ${more}))).* from simpul.lawful_basis b where id = $waiting`,
    ),
    bare: true,
    by: ['pendamping@uptd-ppa', 'an ended session of the lead'],
  },
];
