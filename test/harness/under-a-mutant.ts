import { appendFileSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { asAdmin } from './cluster.js';

/** `npm run mutants` hands over the guard that is gone in every database of this run. */
export async function applyMutant(database: string): Promise<void> {
  const file = process.env.SIMPUL_MUTANT;
  if (file) await asAdmin(database, (admin) => admin.query(readFileSync(file, 'utf8')));
}

/** And it learns which of the database's functions a spec calls. */
export async function noteCalls(database: string): Promise<void> {
  const file = process.env.SIMPUL_FUNCTIONS_CALLED;
  if (!file) return;
  const { expect } = await import('@jest/globals');
  // PostgreSQL tells its counters after a second.
  await pause(1_100);
  const { rows } = await asAdmin(database, (admin) =>
    admin.query<{ name: string }>(
      `select distinct format('%s.%s', schemaname, funcname) as name from pg_stat_user_functions where schemaname in ('simpul', 'ctx', 'ledger')`,
    ),
  );
  const line = { spec: expect.getState().testPath, functions: rows.map(({ name }) => name) };
  appendFileSync(file, `${JSON.stringify(line)}\n`);
}
