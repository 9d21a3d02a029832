import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import {
  EmbeddedPostgres,
  ensureRoles,
  migrate,
  openDatabase,
  randomPasswords,
  roleUrls,
  type RolePasswords,
} from '#database';

/** The one PostgreSQL of a test run, started by whichever suite asks first. */
export interface Cluster {
  adminUrl: string;
  passwords: RolePasswords;
  masterKeyFile: string;
  ledgerKeyFile: string;
}

export const MIGRATED_TEMPLATE = 'simpul_migrated';

const WAIT_SECONDS_MAX = 120;

let known: Promise<Cluster> | undefined;

/** Starts the cluster with a migrated template database, or waits for the suite that is doing so. */
export function cluster(): Promise<Cluster> {
  return (known ??= once('cluster', start));
}

/** Connects as the superuser, for making and dropping databases. */
export async function asAdmin<T>(database: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const { adminUrl } = await cluster();
  return connected(onDatabase(adminUrl, database), act);
}

export function onDatabase(url: string, database: string): string {
  const other = new URL(url);
  other.pathname = `/${database}`;
  return other.toString();
}

export async function connected<T>(url: string, act: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

/**
 * Does a thing once per test run, although Jest's workers are processes of their own: the first to make the folder does
 * it and writes the result, the others wait for the file.
 */
export async function once<T>(name: string, make: (folder: string) => Promise<T>): Promise<T> {
  const folder = runFolder();
  const result = join(folder, `${name}.json`);
  const isFirst = await mkdir(join(folder, `${name}.lock`)).then(
    () => true,
    () => false,
  );
  if (isFirst) {
    const made = await make(folder).then(
      (value) => ({ value }),
      (error: Error) => ({ error: error.stack ?? String(error) }),
    );
    await writeFile(`${result}.half`, JSON.stringify(made), { mode: 0o600 });
    await rename(`${result}.half`, result);
  }
  for (let waited = 0; waited < WAIT_SECONDS_MAX * 1000; waited += 25) {
    const text = await readFile(result, 'utf8').catch(() => undefined);
    if (text !== undefined) {
      const made = JSON.parse(text) as { value: T; error?: string };
      if (made.error) throw new Error(`The test run's ${name} could not be made: ${made.error}`);
      return made.value;
    }
    await pause(25);
  }
  throw new Error(`The test run's ${name} was not there after ${WAIT_SECONDS_MAX} s`);
}

function runFolder(): string {
  const folder = process.env.SIMPUL_TEST_RUN;
  if (!folder)
    throw new Error('Run Jest with -c test/jest.config.mjs: its global set-up makes the folder of the run.');
  return folder;
}

async function start(folder: string): Promise<Cluster> {
  const superuserPassword = randomBytes(18).toString('base64url');
  const server = new EmbeddedPostgres({
    home: join(folder, 'postgres'),
    superuserPassword,
    durable: false,
    settings: {
      ...{ max_connections: 300, shared_buffers: '64MB', jit: 'off', autovacuum_naptime: '20s' },
      ...(process.env.SIMPUL_UNDER_MUTANTS && { log_error_verbosity: 'terse' }),
    },
  });
  await server.start();
  const passwords = randomPasswords();
  await connected(server.adminUrl(), async (admin) => {
    await ensureRoles(admin, passwords);
    await admin.query(`create database ${MIGRATED_TEMPLATE} owner simpul_owner`);
  });
  const templateUrl = server.adminUrl(MIGRATED_TEMPLATE);
  await connected(templateUrl, openDatabase);
  await migrate(roleUrls(templateUrl, passwords).owner);
  return {
    adminUrl: server.adminUrl(),
    passwords,
    masterKeyFile: await keyFile(folder, 'master.key'),
    ledgerKeyFile: await ledgerKeys(folder),
  };
}

/** The key that signs checkpoints. */
async function ledgerKeys(folder: string): Promise<string> {
  const file = join(folder, 'ledger.key');
  const { privateKey } = generateKeyPairSync('ed25519');
  await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return file;
}

async function keyFile(folder: string, name: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, randomBytes(32), { mode: 0o600 });
  await chmod(file, 0o600);
  return file;
}
