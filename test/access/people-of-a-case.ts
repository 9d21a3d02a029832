import { POLICY } from '#access';
import type pg from 'pg';
import type { FurnishedCase } from './furnished-case.js';

/** Where somebody stands to the case, as facts in the database. */
export type Position = 'outside' | 'office' | 'team' | 'former' | 'future' | 'receiver' | 'drafted';

export interface PersonOfTheCross {
  mailbox: string;
  code: string;
  role: string;
  position: Position;
  /** Which relations of the policy hold to things of the case. */
  relations: ReadonlySet<string>;
}

const UNIT = 'uptd-ppa';
const OFFICES: Partial<Record<string, string>> = {
  DH: 'dppkbpppa',
  PL: 'bappeda',
  LO: 'bagian-hukum',
  IO: 'inspektorat',
  DO: 'dppkbpppa',
  AU: 'inspektorat',
  AD: 'diskominfo',
};
const CASE_ROLES = ['IC', 'CW', 'PS', 'SV'];

/** Every role with every position that it can have; the offices that look on also as members of the team by mistake. */
export function peopleOfTheCross(): PersonOfTheCross[] {
  return [...POLICY.roles].flatMap(([code, role]) =>
    positionsOf(code).map((position) => ({
      mailbox: `${code.toLowerCase()}-${position}@${officeOf(code, position)}`,
      code,
      role,
      position,
      relations: relationsOf(code, position),
    })),
  );
}

function positionsOf(code: string): Position[] {
  if (CASE_ROLES.includes(code)) return ['outside', 'office', 'team', 'former', 'future', 'receiver'];
  if (code === 'AO' || code === 'AH') return ['outside', 'receiver', 'drafted', 'team'];
  return ['outside', 'team'];
}

function officeOf(code: string, position: Position): string {
  if (position === 'receiver') return 'rsud-igd';
  if (position === 'drafted') return 'dinsos-rehab';
  if (CASE_ROLES.includes(code)) return position === 'outside' ? 'puspaga' : UNIT;
  return OFFICES[code] ?? 'dinkes';
}

function relationsOf(code: string, position: Position): ReadonlySet<string> {
  const found = new Set<string>();
  if (position === 'team') found.add('team');
  // A psychologist answers no referral, wherever it was sent.
  if (position === 'receiver' && code !== 'PS') found.add('receiver');
  if (code === 'SV' && officeOf(code, position) === UNIT) found.add('unit');
  // Both cases have a note of an interest, so they are guarded.
  if (code === 'IO') found.add('guard');
  return found;
}

/** Whether the undecided reports of the unit are of the person's own office. */
export const ofTheUnit = ({ code, position }: PersonOfTheCross): boolean => officeOf(code, position) === UNIT;

/** Puts these people in, with the password of the demo, and on or off the teams of the cases. */
export async function addPeople(
  admin: pg.Client,
  people: PersonOfTheCross[],
  cases: FurnishedCase[],
): Promise<void> {
  for (const { mailbox, role, position } of people) {
    const { rows } = await admin.query<{ id: string }>(
      `insert into simpul.account (email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash)
       select $1 || '.simpul.example', 'Orang Rekaan', $2, g.id, g.kind, g.code, g.name, a.password_hash
         from simpul.agency g, simpul.account a
        where g.code = $3 and a.email = 'pendamping@uptd-ppa.simpul.example' returning id`,
      [mailbox, role, mailbox.split('@')[1]],
    );
    const [since, until] = SPANS[position] ?? [];
    if (since === undefined) continue;
    for (const { caseId } of cases)
      await admin.query(
        `insert into simpul.case_member (case_id, account_id, agency_id, since, until)
         select $1, a.id, a.agency_id, simpul.now() + $3::interval, simpul.now() + $4::interval
           from simpul.account a where a.id = $2`,
        [caseId, rows[0]!.id, since, until],
      );
  }
}

const SPANS: Partial<Record<Position, [since: string, until: string | null]>> = {
  team: ['-1 day', null],
  // Ended at this very moment: the end is not included.
  former: ['-2 days', '0'],
  future: ['1 hour', null],
};

/** Seals the case for those who are on its team now, as two people would have decided. */
export async function seal(admin: pg.Client, { caseId }: FurnishedCase): Promise<void> {
  await admin.query('update simpul.case_file set sealed = true where id = $1', [caseId]);
  const { rows } = await admin.query(`select to_regclass('simpul.seal_member') as there`);
  if (rows[0]!.there === null) return;
  await admin.query(
    `with team as (
       select f.owner_account_id as id from simpul.case_file f where f.id = $1
       union select m.account_id from simpul.case_member m
        where m.case_id = $1 and m.since <= simpul.now() and (m.until is null or m.until > simpul.now())),
     named as (
       insert into simpul.case_seal (case_id, kind, reason, team, proposed_by, proposed_by_person, proposed_by_role, status,
                                     decided_by, decided_by_person, decided_by_role, decided_at)
       select $1, 'SEAL', 'CLIENT_ASKED', (select array_agg(id) from (select id from team limit 12) t), p.id, p.person_id, p.role,
              'APPROVED', d.id, d.person_id, d.role, simpul.now()
         from simpul.account p, simpul.account d
        where p.email = 'kepala@uptd-ppa.simpul.example' and d.email = 'integritas@inspektorat.simpul.example' returning id)
     insert into simpul.seal_member (case_id, account_id, seal_id, since)
       select $1, team.id, named.id, simpul.now() from team, named`,
    [caseId],
  );
}
