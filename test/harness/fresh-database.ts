import { randomBytes } from 'node:crypto';
import { openDatabase, roleUrls, type DatabaseRole } from '#database';
import { asAdmin, cluster, connected, MIGRATED_TEMPLATE, onDatabase, once } from './cluster.js';
import { applyMutant, forgetDatabase } from './under-a-mutant.js';

export interface FreshDatabase {
  name: string;
  /** One connection URL per database role, and the superuser's. */
  urls: Record<DatabaseRole | 'admin', string>;
  /** What the launcher would pass to the API and the worker: give it to `loadConfig`. */
  env: Record<string, string>;
  /**
   * Sets the database's clock: `simpul.now()` stands still at `iso` for every session until it is set again; null lets
   * it run. Give an offset: '2026-03-02T08:00:00+07:00'.
   */
  setClock(iso: string | null): Promise<void>;
  /** Drops the database, closing whatever is still connected. */
  drop(): Promise<void>;
}

export interface FreshOptions {
  /** With the reference data and the demo accounts that `npm start` seeds. Default false: tables only. */
  seeded?: boolean;
}

const SEEDED_TEMPLATE = 'simpul_seeded';
const CLOCK = 'simpul.now()';

/** A database of a suite's own, migrated, in some 50 ms; `await database.drop()` in afterAll. */
export async function freshDatabase(options: FreshOptions = {}): Promise<FreshDatabase> {
  const { adminUrl, passwords, masterKeyFile, ledgerKeyFile } = await cluster();
  if (options.seeded) await once('seeded', makeSeededTemplate);
  const name = `t_${randomBytes(6).toString('hex')}`;
  await copyDatabase(options.seeded ? SEEDED_TEMPLATE : MIGRATED_TEMPLATE, name);
  await applyMutant(name);
  const admin = onDatabase(adminUrl, name);
  const urls = { ...roleUrls(admin, passwords), admin };
  let runningClock: string | undefined;
  return {
    name,
    urls,
    env: environment(urls, masterKeyFile, ledgerKeyFile),
    async setClock(iso) {
      if (iso !== null && Number.isNaN(Date.parse(iso))) throw new Error(`Not a point in time: ${iso}`);
      await connected(urls.owner, async (owner) => {
        runningClock ??= await definitionOfClock(owner);
        await owner.query(
          iso === null
            ? runningClock
            : `create or replace function ${CLOCK} returns timestamptz language sql stable
                 as $$ select timestamptz '${new Date(iso).toISOString()}' $$`,
        );
      });
    },
    async drop() {
      forgetDatabase(name);
      await asAdmin('postgres', (client) => client.query(`drop database ${name} with (force)`));
    },
  };
}

async function copyDatabase(template: string, name: string): Promise<void> {
  await asAdmin('postgres', (client) =>
    client.query(`create database ${name} template ${template} strategy file_copy owner simpul_owner`),
  );
  await asAdmin(name, openDatabase); // rights on a database are not copied with it
}

/** Made once per run and only when a suite asks for it: hashing the demo passwords takes a second. */
async function makeSeededTemplate(): Promise<string> {
  await copyDatabase(MIGRATED_TEMPLATE, SEEDED_TEMPLATE);
  const { adminUrl, passwords } = await cluster();
  const { seed } = await import('../../apps/launch/src/seed.js');
  await seed(roleUrls(onDatabase(adminUrl, SEEDED_TEMPLATE), passwords).owner);
  return SEEDED_TEMPLATE;
}

function environment(
  urls: FreshDatabase['urls'],
  masterKeyFile: string,
  ledgerKeyFile: string,
): Record<string, string> {
  return {
    SIMPUL_OWNER_DATABASE_URL: urls.owner,
    SIMPUL_API_DATABASE_URL: urls.api,
    SIMPUL_SIGNIN_DATABASE_URL: urls.signin,
    SIMPUL_WORKER_DATABASE_URL: urls.worker,
    SIMPUL_LEDGER_DATABASE_URL: urls.ledger,
    SIMPUL_QUEUE_DATABASE_URL: urls.queue,
    SIMPUL_MASTER_KEY_FILE: masterKeyFile,
    SIMPUL_LEDGER_KEY_FILE: ledgerKeyFile,
  };
}

async function definitionOfClock(owner: {
  query(sql: string): Promise<{ rows: { source: string }[] }>;
}): Promise<string> {
  const { rows } = await owner.query(`select pg_get_functiondef('${CLOCK}'::regprocedure) as source`);
  return rows[0]!.source;
}
