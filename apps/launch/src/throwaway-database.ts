import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  EmbeddedPostgres,
  ensureRoles,
  migrate,
  openDatabase,
  randomPasswords,
  roleUrls,
  type DatabaseRole,
} from '#database';
import { keyFilesIn, type KeyFiles } from './secrets.js';

export interface ThrowawayDatabase {
  urls: Record<DatabaseRole, string>;
  adminUrl: string;
  keys: KeyFiles;
}

const DATABASE = 'simpul';

/** A migrated, empty database on a PostgreSQL of its own, which is gone when `act` ends. */
export async function withThrowawayDatabase<T>(act: (database: ThrowawayDatabase) => Promise<T>): Promise<T> {
  // Root lends PostgreSQL another user's id, and that user may not be allowed into root's own TMPDIR.
  const state = await mkdtemp(join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'simpul-throwaway-'));
  await chmod(state, 0o711);
  const server = new EmbeddedPostgres({
    home: join(state, 'postgres'),
    superuserPassword: randomBytes(16).toString('hex'),
    durable: false,
  });
  try {
    await server.start();
    const passwords = randomPasswords();
    await connected(server.adminUrl(), async (admin) => {
      await ensureRoles(admin, passwords);
      await admin.query(`create database ${DATABASE} owner simpul_owner`);
    });
    const adminUrl = server.adminUrl(DATABASE);
    await connected(adminUrl, openDatabase);
    const urls = roleUrls(adminUrl, passwords);
    await migrate(urls.owner);
    return await act({ urls, adminUrl, keys: await keyFilesIn(state) });
  } finally {
    await server.stop();
    await rm(state, { recursive: true, force: true });
  }
}

async function connected(url: string, act: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await act(client);
  } finally {
    await client.end();
  }
}
