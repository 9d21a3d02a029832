import type pg from 'pg';
import { compare, newTally } from './cross.js';
import { COMMANDS, ROWS } from './page.js';
import type { Proof } from './world.js';

/** Tables that some policy for UPDATE opens to the role. */
export function changedTables(as: string): string[] {
  const lines = ROWS.filter(({ role, command }) => role === as && [COMMANDS[2], 'ALL'].includes(command));
  return [...new Set(lines.map(({ table }) => table))];
}

/**
 * PostgreSQL asks the policies for SELECT as well when a row is changed, and a trigger speaks before the policies see the
 * new row. Here both are out of the way, so that a policy for UPDATE that lets too much through cannot hide behind
 * them. The superuser plays the role, in a transaction that the caller undoes.
 */
export async function wrongWhenOpened(
  client: pg.Client,
  proof: Proof,
  as: string,
  table: string,
): Promise<string[]> {
  const attempts = proof.generator.opened(as, table);
  if (attempts.length === 0) return [];
  await client.query('savepoint opened');
  await client.query(`create policy open_to_everybody on ${table} for select to simpul_${as} using (true);
    grant select on ${table} to simpul_${as}; alter table ${table} disable trigger user;
    set local role simpul_${as}`);
  const tally = newTally();
  for (const asker of proof.askers.filter((each) => each.as === as))
    await compare(client, asker, attempts, tally);
  await client.query('rollback to savepoint opened');
  return tally.wrong;
}
