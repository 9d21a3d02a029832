import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from './index.js';

async function rows(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}

describe('a fresh database', () => {
  let database: FreshDatabase;
  let neighbour: FreshDatabase;
  beforeAll(async () => {
    [database, neighbour] = await Promise.all([freshDatabase(), freshDatabase()]);
  });
  afterAll(async () => {
    await database.drop();
    await neighbour.drop();
  });

  it('lets every role in under its own name, none of them a superuser or above row-level security', async () => {
    for (const role of ['owner', 'api', 'signin', 'worker', 'ledger', 'queue'] as const) {
      const found = await rows(
        database.urls[role],
        'select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = current_user',
      );
      expect(found).toEqual([
        { rolname: `simpul_${role}`, rolsuper: false, rolbypassrls: false, rolcreaterole: false },
      ]);
    }
  });

  it('stands still at the time a test sets, in this database only, and runs again after', async () => {
    await database.setClock('2026-03-02T08:00:00+07:00');
    const read = 'select simpul.now() as at';
    expect(await rows(database.urls.owner, read)).toEqual([{ at: new Date('2026-03-02T01:00:00Z') }]);
    const beside = (await rows(neighbour.urls.owner, read))[0]!.at as Date;
    expect(Math.abs(beside.getTime() - Date.now())).toBeLessThan(60_000);
    await database.setClock(null);
    const running = (await rows(database.urls.owner, read))[0]!.at as Date;
    expect(Math.abs(running.getTime() - Date.now())).toBeLessThan(60_000);
  });
});
