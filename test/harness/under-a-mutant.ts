import { readFileSync } from 'node:fs';
import { asAdmin } from './cluster.js';

/** `npm run mutants` watches the databases of the spec that runs: nobody else sets this. */
const watched = (): Set<string> | undefined =>
  (globalThis as { simpulDatabases?: Set<string> }).simpulDatabases;

/** And it hands over what is different in every database of this run. */
export async function applyMutant(database: string): Promise<void> {
  watched()?.add(database);
  const file = process.env.SIMPUL_MUTANT;
  if (file) await asAdmin(database, (admin) => admin.query(readFileSync(file, 'utf8')));
}

export function forgetDatabase(database: string): void {
  watched()?.delete(database);
}
