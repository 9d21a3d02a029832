import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { projectRoot } from '#config';
import { derivedPasswords, ensureRoles, migrate, refuseDrift, roleUrls, type DatabaseRole } from '#database';
import { ChildProgram } from './child-program.js';
import { freeAddress } from './free-address.js';
import { localWitness, startWitness } from './local-witness.js';
import { environmentOf, programEnvironment } from './program-environment.js';
import { masterKeyIn } from './role-access.js';
import { keyFilePaths, keyFilesIn } from './secrets.js';
import { seed } from './seed.js';
import { untilAskedToStop } from './until-asked-to-stop.js';
import { line, step } from './words.js';

export type ServerCommand = 'all' | 'migrate' | 'api' | 'worker';

/**
 * With a PostgreSQL of the city's own. `migrate` makes the roles, the schema and the reference data through
 * DATABASE_URL (a superuser, or the database's owner with CREATEROLE); `api` and `worker` need it only for host and
 * database name, since their passwords follow from the master key. `all` is `migrate` and then both.
 */
export async function runServer(command: ServerCommand, databaseUrl: string): Promise<void> {
  const state = join(projectRoot(), '.simpul');
  const prepares = command === 'all' || command === 'migrate';
  // Only who prepares makes keys: a server with a wrong path must not start on a key of its own.
  const keys = prepares ? await keyFilesIn(state) : keyFilePaths(state);
  const passwords = derivedPasswords(await masterKeyIn(keys));
  const urls = roleUrls(databaseUrl, passwords);
  if (prepares) {
    await step('Skema dan data acuan (schema and reference data)', async () => {
      await makeRoles(databaseUrl, passwords);
      await migrate(urls.owner);
      await refuseDrift(urls.owner);
      await seed(urls.owner, { demo: process.env.SIMPUL_DEMO === 'yes' });
    });
    if (command === 'migrate') return;
  }
  const host = process.env.HOST ?? '127.0.0.1';
  const port = command === 'all' ? await freeAddress(host) : Number(process.env.PORT ?? 4710);
  const address = process.env.PUBLIC_URL ?? `http://localhost:${port}`;
  const env = programEnvironment(urls, { ...keys, host, port, address });
  if (command === 'all') return runAll(env, address, state, keys.ledgerKeyFile);
  delete process.env.DATABASE_URL; // the program that follows needs no superuser
  process.env = environmentOf(command, env);
  await import(`../../${command}/src/main.js`);
}

async function makeRoles(databaseUrl: string, passwords: Record<DatabaseRole, string>): Promise<void> {
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  try {
    await ensureRoles(admin, passwords);
  } finally {
    await admin.end();
  }
}

async function runAll(
  env: NodeJS.ProcessEnv,
  address: string,
  state: string,
  ledgerKeyFile: string,
): Promise<void> {
  const asked = untilAskedToStop();
  const programs: ChildProgram[] = [];
  try {
    await mkdir(join(state, 'logs'), { recursive: true, mode: 0o700 });
    const witness = await localWitness(state, ledgerKeyFile, line);
    const told = witness ? { ...env, SIMPUL_WITNESSES_FILE: witness.policyFile } : env;
    programs.push(
      ...(['api', 'worker'] as const).map((name) => new ChildProgram(name, environmentOf(name, told), line)),
    );
    if (witness) {
      programs.push(witness.program);
      await startWitness(witness);
    }
    await Promise.all(programs.slice(0, 2).map((program) => program.start()));
    line(`\nSimpul siap (ready): ${address}`);
    await asked.first;
  } finally {
    await Promise.all(programs.map((program) => program.stop(asked.times() > 1)));
    asked.release();
  }
}
