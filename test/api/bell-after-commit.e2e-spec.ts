import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Bell, openStore, type BellStore } from '#queue';
import pg from 'pg';
import { done, freePort, freshDatabase, startApi, type FreshDatabase } from '../harness/index.js';

const REPORT = {
  channel: 'DATANG_LANGSUNG',
  reporter: { kind: 'KORBAN' },
  clientSafeNow: 'YES',
  narrative: 'Cerita rekaan untuk uji.',
  violenceTypes: ['FISIK'],
  contexts: ['KDRT'],
  victims: [{ name: 'Umpama Reka', sex: 'P', ageYears: 30 }],
  reportedPersons: [],
};
/** Sign-in, report and close; a queue that is away may cost none of them more than a moment. */
const MOMENT_MS = 5_000;

describe('the bell after a commit', () => {
  let database: FreshDatabase;
  let store: BellStore;
  let bell: Bell;
  let admin: pg.Client;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    store = openStore({ databases: { queue: database.urls.queue } });
    await store.prepare();
    bell = new Bell(store);
    admin = new pg.Client(database.urls.admin);
    await admin.connect();
  });
  afterAll(async () => {
    await bell?.close();
    await store?.close();
    await admin?.end();
    await database?.drop();
  });

  /** An API of its own takes a report and closes; how long that took after its start. */
  async function reportTo(env: Record<string, string>): Promise<number> {
    const api = await startApi(database, env);
    const started = Date.now();
    const { caseId } = done(await api.as('pendamping@uptd-ppa').post<{ caseId: string }>('/reports', REPORT));
    await api.close();
    const { rows } = await admin.query(`select 1 from simpul.outbox where ids ->> 'caseId' = $1`, [caseId]);
    expect(rows.length).toBeGreaterThan(0);
    return Date.now() - started;
  }

  it('is rung by the API, so that the worker need not wait for its round', async () => {
    expect(await bell.count()).toBe(0);
    await reportTo({});
    expect(await bell.count()).toBeGreaterThan(0);
  });

  it('is not missed where no queue is configured', async () => {
    const before = await bell.count();
    await reportTo({ SIMPUL_QUEUE_DATABASE_URL: '' });
    expect(await bell.count()).toBe(before);
  });

  it('is not waited for when the queue is away', async () => {
    const away = { QUEUE_URL: `redis://127.0.0.1:${await freePort()}` };
    expect(await reportTo(away)).toBeLessThan(MOMENT_MS);
  });
});
