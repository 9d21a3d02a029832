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
    expect(await run('requests.forget')).toBe(1);
    expect(await run('signIn.forget')).toBe(1);
    const kept = await admin.query('select fingerprint from simpul.handled_request order by 1');
    expect(kept.rows.map(({ fingerprint }) => fingerprint as string)).toEqual(['1', '71']);
  });
});
