import type { Scene } from '../doors.js';
import { agency, who } from '../statements.js';
import { ADMIN, CLOSED, DRAFT, GUARD, LEAD, MEMBER, OPEN, SEALED, SEALED_NOW, referral } from './things.js';

const sealing = (kind: string, of: string, by: string, role: string, status: string, team: string): string =>
  `insert into simpul.case_seal (case_id, kind, reason, team, proposed_by, proposed_by_person, proposed_by_role, status, decided_by, decided_by_person, decided_by_role, decided_at)
     select ${of}, '${kind}', 'CLIENT_ASKED', ${team}, id, person_id, '${role}', '${status}',
            ${status === 'PROPOSED' ? 'null, null, null, null' : `${ADMIN}, gen_random_uuid(), 'integrity_officer', simpul.now()`}
       from simpul.account where id = ${by}`;

const TEAM = `array[${LEAD}, ${MEMBER}]`;

const SEAL_THINGS = {
  seal: `select id from simpul.case_seal where status = 'PROPOSED' and reason = 'CLIENT_ASKED' limit 1`,
};

const DECISIONS = ['APPROVED', 'REJECTED', 'WITHDRAWN', 'ANYTHING'].map(
  (verdict) => `simpul.decide_seal($seal, '${verdict}')`,
);

const more = `insert into simpul.case_seal (case_id, kind, reason, team, proposed_by, proposed_by_person, proposed_by_role) select ${CLOSED}, 'SEAL', 'SOMEBODY_LOOKS', ${TEAM}, id, person_id, 'integrity_officer' from simpul.account where id = ${GUARD}`;

export const seals: Scene[] = [
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
      sealing('SEAL', OPEN, GUARD, 'integrity_officer', 'REJECTED', TEAM),
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
    so: [`update simpul.account set role = 'administrator' where id = ${who('ic-office@uptd-ppa')}`],
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
      administrator: who('ic-office@uptd-ppa'),
    },
    doors: [
      'lead member',
      'lead member left',
      'lead member administrator',
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
    by: [
      'pendamping@uptd-ppa',
      'sv-team@uptd-ppa',
      'io-outside@inspektorat',
      'cw-office@uptd-ppa',
      'cw-outside@puspaga',
    ],
  },
  {
    name: 'what guards look at',
    so: [],
    things: {
      toTheHospital: referral('0001'),
      ofTheSealed: referral('0003'),
      draft: DRAFT,
      ref: `select ledger_ref from simpul.case_key where case_id = ${OPEN}`,
    },
    doors: [
      `select string_agg(concat_ws(' ', number, sealed, cardinality(team), jsonb_array_length(conflicts)), ', ' order by number) from simpul.guarded_cases()`,
      ...['toTheHospital', 'ofTheSealed', 'draft'].map(
        (which) => `simpul.referral_sender($${which}) is not null`,
      ),
      `select concat_ws(' ', count(*) > 0, sum(cardinality(barred))) from simpul.sight_of_ref($ref, null)`,
    ],
  },
  {
    name: 'what the worker looks at',
    so: [2, 1].map(
      (n) =>
        `insert into ledger.checkpoint (number, size, root, peaks, note, xid_to) select 900000 + ${n}, 900000 + ${n}, decode(repeat('0${n}', 32), 'hex'), '{}', '-', pg_current_xact_id()`,
    ),
    things: {
      ...{ open: OPEN, sealed: SEALED, toTheHospital: referral('0001'), draft: DRAFT },
      ...Object.fromEntries(
        [OPEN, SEALED].map((of, at) => [
          ['ofTheOpen', 'ofTheSealed'][at]!,
          `select ledger_ref from simpul.case_key where case_id = ${of}`,
        ]),
      ),
    },
    doors: [
      `select number || ' ' || left(root, 4) from simpul.newest_root()`,
      'simpul.ledger_ref($open) = $ofTheOpen',
      'simpul.ledger_ref($sealed) = $ofTheSealed',
      ...['toTheHospital', 'draft'].map((which) => `simpul.referral_sender($${which}) is not null`),
    ],
    reads: true,
    as: 'worker',
  },
];
