import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../harness/index.js';

describe('when the database says "not now"', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let admin: pg.Client;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    admin = new pg.Client(database.urls.admin);
    await admin.connect();
  });
  afterAll(async () => {
    await admin?.end();
    await api?.close();
    await database?.drop();
  });

  /** The directory is read while somebody holds it; what waits is ended the way its own time limit would end it. */
  const readWhileHeld = async (end: (pid: number) => Promise<unknown>) => {
    const person = api.as('petugas@dinkes');
    await person.get('/sessions/current');
    const holder = new pg.Client(database.urls.admin);
    await holder.connect();
    try {
      await holder.query('begin; lock table simpul.agency in access exclusive mode');
      const answer = person.get<{ code: string; title: string }>('/agencies');
      for (;;) {
        const { rows } = await admin.query<{ pid: number }>(
          `select pid from pg_stat_activity
            where usename = 'simpul_api' and wait_event_type = 'Lock' and datname = current_database()`,
        );
        if (rows[0]) {
          await end(rows[0].pid);
          break;
        }
        await pause(10);
      }
      return await answer;
    } finally {
      await holder.end();
    }
  };

  it('a statement that took too long is 503 with a time to come back, not somebody else’s change', async () => {
    const answer = await readWhileHeld((pid) => admin.query('select pg_cancel_backend($1)', [pid]));
    expect(answer).toMatchObject({ status: 503, body: { code: 'tooSlow', retryAfterSeconds: 5 } });
    expect(answer.headers['retry-after']).toBe('5');
    expect(answer.body.title).toMatch(/^Sistem sedang lambat/);
  });

  it('a connection that was ended is 503 as well, and the next request is answered', async () => {
    const answer = await readWhileHeld((pid) => admin.query('select pg_terminate_backend($1)', [pid]));
    expect(answer).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect((await api.as('petugas@dinkes').get('/agencies')).status).toBe(200);
  });
});
