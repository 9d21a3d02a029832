import 'reflect-metadata';
import { loadConfig } from '#config';
import { freshDatabase, type FreshDatabase } from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import pg from 'pg';
import { createWorker } from './create-worker.js';
import { Schedules } from './schedules.js';

describe('the schedules', () => {
  let database: FreshDatabase;
  let admin: pg.Client;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    admin = new pg.Client(database.urls.admin);
    await admin.connect();
    worker = await createWorker(loadConfig(database.env));
  });
  afterAll(async () => {
    await worker?.close();
    await admin?.end();
    await database?.drop();
  });

  const run = async (name: string): Promise<unknown> => {
    const schedule = worker
      .get(Schedules)
      .table()
      .find((one) => one.name === name);
    return schedule!.run();
  };

  it('every round runs on an empty house under the worker’s own role', async () => {
    for (const { name } of worker.get(Schedules).table()) await run(name);
  });

  it('forgets old keys and attempts, and nothing that is young', async () => {
    await admin.query(
      `insert into simpul.handled_request (account_id, key, fingerprint, created_at)
       select (select id from simpul.account limit 1), gen_random_uuid(), hours::text, simpul.now() - make_interval(hours => hours)
         from unnest(array[1, 71, 73]) hours`,
    );
    await admin.query(
      `insert into simpul.sign_in_attempt (email_hash, succeeded, reason, created_at)
       select decode('00', 'hex'), false, 'unknownAccount', simpul.now() - make_interval(days => days) from unnest(array[1, 29, 31]) days`,
    );
    await admin.query(
      `insert into simpul.device (account_id, token_hash, browser, system, used_at)
       select id, decode(lpad(days::text, 4, '0'), 'hex'), 'chrome', 'android', simpul.now() - make_interval(days => days)
         from (select id from simpul.account order by id limit 1) a, unnest(array[1, 179, 181]) days`,
    );
    await admin.query(
      `insert into simpul.session (account_id, device_id, token_hash, idle_seconds, expires_at)
       select account_id, id, token_hash, 900, simpul.now() from simpul.device`,
    );
    expect(await run('requests.forget')).toBe(1);
    expect(await run('signIn.forget')).toBe(1);
    const kept = await admin.query('select fingerprint from simpul.handled_request order by 1');
    expect(kept.rows.map(({ fingerprint }) => fingerprint as string)).toEqual(['1', '71']);
    const devices = () =>
      admin.query<{ d: string }>(`select encode(token_hash, 'hex') as d from simpul.device order by 1`);
    expect((await devices()).rows.map(({ d }) => d)).toEqual(['0001', '0179']);
    // Sessions outlive their device, for the ledger's sake.
    expect((await admin.query('select 1 from simpul.session')).rowCount).toBe(3);
    await admin.query(
      'update simpul.account set active = false where id in (select account_id from simpul.device)',
    );
    await run('signIn.forget');
    expect((await devices()).rows).toEqual([]);
  });
});
