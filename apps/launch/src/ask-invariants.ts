import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#config';
import { derivedPasswords, EmbeddedPostgres, embeddedHome, roleUrls } from '#database';
import { brokenOf, checkInvariants, type Verdict } from '#oversight';
import pg from 'pg';
import { keyFilePaths, secretsIn } from './secrets.js';
import { line, table } from './words.js';

/** Asks every invariant once and prints what it found; ids and codes only. Returns the exit code. */
export async function askInvariants(): Promise<number> {
  const verdict = await withWorkerUrl(async (url) => {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    try {
      await client.query('begin read only');
      return await checkInvariants(async <T>(sql: string) => (await client.query(sql)).rows as T[]);
    } finally {
      await client.end();
    }
  });
  tell(verdict);
  return brokenOf(verdict).length === 0 ? 0 : 1;
}

function tell({ findings, figures: f }: Verdict): void {
  for (const text of table(
    findings.map(({ name, promise, count }) => [count === 0 ? 'holds' : `BROKEN ${count}`, name, promise]),
  ))
    line(text);
  for (const { name, breaches } of findings)
    for (const { kind, id, code } of breaches) line(`  ${name}: ${code} ${kind}${id ? ` ${id}` : ''}`);
  line(
    `reports ${f.reports} = undecided ${f.undecided} + open ${f.opened} + closed ${f.closed} + joined ${f.joined} + outside ${f.outside}`,
  );
  line(
    `sent ${f.sent} = answered ${f.answered} + pending ${f.pending} + escalated ${f.escalated} + cancelled ${f.cancelled}`,
  );
}

/** The worker's own access, and no more: of a server, or of the embedded database, which is started if it sleeps. */
async function withWorkerUrl<T>(ask: (url: string) => Promise<T>): Promise<T> {
  const state = join(projectRoot(), '.simpul');
  const { SIMPUL_WORKER_DATABASE_URL: given, DATABASE_URL: server } = process.env;
  if (given) return ask(given);
  if (server) {
    const masterKey = await readFile(keyFilePaths(state).masterKeyFile);
    return ask(roleUrls(server, derivedPasswords(masterKey)).worker);
  }
  const secrets = await secretsIn(state);
  if (!secrets) throw new Error('No database here yet: run `npm start` once, or set DATABASE_URL.');
  const { home } = await embeddedHome(projectRoot(), state);
  const database = new EmbeddedPostgres({ home, superuserPassword: secrets.superuser });
  const running = await runningPort(home);
  if (running === undefined) await database.start();
  else database.port = running;
  try {
    return await ask(roleUrls(database.adminUrl('simpul'), secrets.roles).worker);
  } finally {
    if (running === undefined) await database.stop();
  }
}

/** The port of a server that runs on these data: its pid file says so, and the process lives. */
async function runningPort(home: string): Promise<number | undefined> {
  const file = join(home, 'data', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = (await readFile(file, 'utf8')).split('\n');
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  return Number(port);
}
