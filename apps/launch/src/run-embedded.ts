import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { projectRoot } from '#config';
import {
  EmbeddedPostgres,
  embeddedHome,
  ensureRoles,
  migrate,
  refuseDrift,
  openDatabase,
  roleUrls,
} from '#database';
import { ChildProgram } from './child-program.js';
import { mixed, refuseApart } from './data-and-keys.js';
import { DEMO_PASSWORD, demoAccounts } from './demo-accounts.js';
import { DemoBegun } from './demo/demo-begun.js';
import { playDemo } from './demo/play-demo.js';
import { freeAddress } from './free-address.js';
import { keepDatabaseRunning } from './keep-database-running.js';
import { LaunchLock } from './launch-lock.js';
import { localWitness, startWitness } from './local-witness.js';
import { environmentOf, programEnvironment } from './program-environment.js';
import { keyFilesIn, passwordsIn, rememberDatabase } from './secrets.js';
import { seed } from './seed.js';
import { untilAskedToStop } from './until-asked-to-stop.js';
import { line, step, table } from './words.js';

const DATABASE = 'simpul';
const WRONG_PASSWORD = '28P01';

/** The whole product on this machine: PostgreSQL, schema, demo data, API with the pages, worker. Returns when stopped. */
export async function runEmbedded(): Promise<void> {
  const started = Date.now();
  const state = join(projectRoot(), '.simpul');
  const { home, movedBecause, orphans } = await embeddedHome(projectRoot(), state);
  // Beside the data, so that two folders which name one place are not served at once.
  await mkdir(dirname(home), { recursive: true });
  const lock = await LaunchLock.take(dirname(home));
  const asked = untilAskedToStop();
  const { server, passwords, keys } = await together(home, state).catch(async (error: Error) => {
    await lock.release();
    throw error;
  });
  const running: ChildProgram[] = [];
  let watch: { end(): Promise<void> } | undefined;
  try {
    if (movedBecause) line(`- Data PostgreSQL di ${home}: ${movedBecause}.`);
    for (const orphan of orphans) tellOrphan(orphan);
    const first = !server.initialised;
    await step(
      first
        ? 'Menyiapkan PostgreSQL (first start of PostgreSQL)'
        : 'Menyalakan PostgreSQL (starting PostgreSQL)',
      () => server.start(),
    );
    if (asked.times() > 0) return;
    watch = keepDatabaseRunning(server, (text) => line(`- ${text}`));
    const urls = await step('Skema dan data awal (schema and first data)', async () => {
      await prepareDatabase(server, passwords.roles).catch((error: { code?: string }) => {
        throw error.code === WRONG_PASSWORD ? mixed(home, state) : error;
      });
      if (server.id) await rememberDatabase(state, passwords, server.id);
      const roles = roleUrls(server.adminUrl(DATABASE), passwords.roles);
      await migrate(roles.owner);
      await refuseDrift(roles.owner);
      await seed(roles.owner);
      return roles;
    });
    if (asked.times() > 0) return;
    const host = process.env.HOST ?? '127.0.0.1';
    const port = await freeAddress(host);
    const address = process.env.PUBLIC_URL ?? `http://localhost:${port}`;
    await mkdir(join(state, 'logs'), { recursive: true, mode: 0o700 });
    const witness = await localWitness(state, keys.ledgerKeyFile, (text) => line(`- ${text}`));
    const witnessesFile = witness?.policyFile;
    const env = programEnvironment(urls, { ...keys, host, port, address, witnessesFile });
    const program = (name: 'api' | 'worker') =>
      new ChildProgram(
        name,
        environmentOf(name, env),
        (text) => line(`- ${text}`),
        join(state, 'logs', `${name}.log`),
      );
    const [api, worker] = [program('api'), program('worker')];
    running.push(api);
    await step('Menjalankan API (starting the API)', () => api.start());
    if (asked.times() > 0) return;
    await demoCases(urls.owner, `http://${host}:${port}`, new DemoBegun(state));
    if (asked.times() > 0) return;
    if (witness) {
      running.push(witness.program);
      await startWitness(witness);
    }
    if (asked.times() > 0) return;
    running.push(worker);
    await step('Menjalankan pekerja (starting the worker)', () => worker.start());
    await lock.announce(address);
    if (asked.times() === 0) welcome(address, Date.now() - started, await peopleIn(urls.owner));
    await asked.first;
  } finally {
    if (asked.times() > 0) line('\n- Menghentikan (stopping) …');
    await Promise.all(running.map((each) => each.stop(asked.times() > 1)));
    await watch?.end();
    await server.stop();
    await lock.release();
    if (asked.times() > 0) line('- Berhenti (stopped).');
    asked.release();
  }
}

/** The server with the secrets that open its data, all made at the first start; refuses a half of the two. */
async function together(home: string, state: string) {
  await refuseApart(new EmbeddedPostgres({ home, superuserPassword: '' }), home, state);
  const passwords = await passwordsIn(state);
  const keys = await keyFilesIn(state);
  return {
    server: new EmbeddedPostgres({ home, superuserPassword: passwords.superuser }),
    passwords,
    keys,
  };
}

function tellOrphan(place: string): void {
  line(
    `- Di ${place} masih ada basis data lama dari folder ini. Kuncinya (.simpul) sudah tidak di sini; tanpa kunci itu ` +
      `isinya tidak dapat dibaca. Tidak ada yang dihapus dan basis data itu tidak dipakai.`,
  );
  line(
    `  (An older database of this folder is still in ${place}. Its keys (.simpul) are no longer here, and it cannot be ` +
      `read without them. Nothing was deleted, and it is not used.)`,
  );
}

/** The demonstration's first cases; the worker starts after them, so that it never meets a clock that was set back. */
async function demoCases(ownerUrl: string, address: string, begun: DemoBegun): Promise<void> {
  try {
    await step('Kasus contoh (demo cases)', () => playDemo(ownerUrl, address, begun));
  } catch (error) {
    line(`- Kasus contoh tidak lengkap (demo cases incomplete): ${(error as Error).message}`);
  }
}

async function prepareDatabase(
  server: EmbeddedPostgres,
  roles: Parameters<typeof ensureRoles>[1],
): Promise<void> {
  await connected(server.adminUrl(), async (admin) => {
    await ensureRoles(admin, roles);
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await admin.query(`create database ${DATABASE} owner simpul_owner`);
  });
  await connected(server.adminUrl(DATABASE), openDatabase);
}

async function connected<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/** Role, agency and e-mail of the demo accounts that are in the database and active; of nobody else. */
async function peopleIn(ownerUrl: string): Promise<string[][]> {
  const emails = demoAccounts().map((account) => account.email);
  const text = `select role, agency_name, email from simpul.account
    where active and email = any($1) order by array_position($1, email)`;
  return connected(ownerUrl, async (owner) => {
    const { rows } = await owner.query<string[]>({ text, values: [emails], rowMode: 'array' });
    return rows;
  });
}

function welcome(address: string, milliseconds: number, people: string[][]): void {
  line(`\nSimpul siap (ready) dalam ${(milliseconds / 1000).toFixed(1)} s:  ${address}\n`);
  if (people.length > 0) {
    for (const text of table([['peran (role)', 'instansi (agency)', 'e-mail'], ...people])) line(text);
    line(`\nKata sandi semua akun contoh (password of all demo accounts): ${DEMO_PASSWORD}`);
    line('Data contoh saja, jangan masukkan orang sungguhan. (Demo: enter no real person.)');
  }
  line('Berhenti (stop): Ctrl-C. Data tetap ada untuk lain kali (the data stay).');
}
