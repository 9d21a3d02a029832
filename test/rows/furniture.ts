import type pg from 'pg';
import type { FurnishedCase } from '../access/furnished-case.js';
import { nearMisses } from './near-misses.js';
import { nearMissesOfReferrals } from './near-misses-of-referrals.js';
import { OF_A_CASE } from './of-a-case.js';
import { READING, REST } from './of-no-case.js';
import { agency, columnsOf, LEAD, MEMBER, textOf } from './statements.js';

/** Rows for every table and every state that a line of the page speaks of; the second case is a family's, the third a family's and closed. */
export async function furnish(admin: pg.Client, cases: FurnishedCase[]): Promise<void> {
  const columns = await columnsOf(admin);
  await admin.query('begin');
  // Triggers and foreign keys rest: a row of each state is wanted, not the way to it.
  await admin.query('set local session_replication_role = replica');
  for (const statement of [...REST, ...READING]) await admin.query(textOf(statement, columns));
  for (const [at, { caseId }] of cases.entries())
    for (const statement of [...OF_A_CASE, ...nearMisses(), ...nearMissesOfReferrals()])
      await admin.query(
        textOf(statement, columns).replaceAll('$1', `'${caseId}'::uuid`).replaceAll('$2', String(at)),
      );
  const [first, second, third] = cases.map(({ caseId }) => caseId);
  for (const [mailbox, caseId] of Object.entries(INTERESTED(first!, second!))) {
    await admin.query(
      `insert into simpul.case_conflict (case_id, person_id, source, added_by, added_by_person)
         select $1, person_id, 'COLLEAGUE', ${MEMBER}, gen_random_uuid() from simpul.account where email = $2`,
      [caseId, `${mailbox}.simpul.example`],
    );
  }
  // Where the reported person works, whoever is not on the team by name learns nothing.
  await admin.query(
    `update simpul.person set employer_agency_id = ${agency('rsud-igd')} where case_id = $1 and kind = 'REPORTED'`,
    [third],
  );
  // Leading a case is enough to see it, without a line in its team.
  await admin.query(`delete from simpul.case_member where case_id = $1 and account_id = ${LEAD}`, [first]);
  await admin.query(
    `update simpul.case_file set mandate = 'FAMILY', tracks = '{}', closed_at = case when id = $1 then simpul.now() end
      where id in ($1, $2)`,
    [third, second],
  );
  await admin.query('commit');
}

/** Whoever has an interest in a case: on its team, guarding it, receiving its referral, leading it. */
const INTERESTED = (first: string, second: string): Record<string, string> => ({
  'ps-team@uptd-ppa': first,
  'io-team@inspektorat': first,
  'cw-receiver@rsud-igd': first,
  'pendamping@uptd-ppa': second,
});
