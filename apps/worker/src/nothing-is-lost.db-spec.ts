import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  freshDatabase,
  ownRedis,
  redisBinary,
  startApi,
  until,
  WorkerProcess,
  type FreshDatabase,
  type RunningApi,
} from '#harness';
import { Bell, openStore, type BellStore } from '#queue';
import pg from 'pg';

interface QueueStage {
  env: Record<string, string>;
  wipe(): Promise<void>;
  close(): Promise<void>;
}

const REPORT = {
  channel: 'DATANG_LANGSUNG',
  reporter: { kind: 'KORBAN' },
  clientSafeNow: 'YES',
  narrative: 'Cerita rekaan untuk uji.',
  violenceTypes: ['SEKSUAL'],
  contexts: ['TPKS'],
  victims: [{ name: 'Umpama Reka', sex: 'P', ageYears: 30 }],
  reportedPersons: [],
};

/** The worker as a process of its own, killed where it hurts; what it owed is done by the next one, once. */
function nothingIsLost(name: string, open: (database: FreshDatabase) => Promise<QueueStage>): void {
  describe(`nothing is lost, queue on ${name}`, () => {
    let database: FreshDatabase;
    let queue: QueueStage;
    let api: RunningApi;
    let admin: pg.Client;
    let store: BellStore;
    let bell: Bell;
    let worker: WorkerProcess | undefined;
    let deadlineId: string;

    beforeAll(async () => {
      database = await freshDatabase({ seeded: true });
      queue = await open(database);
      api = await startApi(database);
      admin = new pg.Client(database.urls.admin);
      await admin.connect();
      store = openStore({ queueUrl: queue.env.QUEUE_URL, databases: { queue: database.urls.queue } });
      await store.prepare();
      bell = new Bell(store);
      const report = await api.as('pendamping@uptd-ppa').post<{ caseId: string }>('/reports', REPORT);
      expect(report.status).toBe(201);
      const { rows } = await admin.query<{ id: string }>(
        `select id from simpul.deadline where case_id = $1 and slug = 'uptd-police-report-tpks'`,
        [report.body.caseId],
      );
      deadlineId = rows[0]!.id;
    });
    afterAll(async () => {
      await killed();
      await bell?.close();
      await store?.close();
      await admin?.end();
      await api?.close();
      await queue?.close();
      await database?.drop();
    });

    async function started(): Promise<void> {
      worker = await WorkerProcess.start({ ...database.env, ...queue.env });
    }
    async function killed(): Promise<void> {
      await worker?.end('SIGKILL');
      worker = undefined;
    }
    async function reminderIn(seconds: number): Promise<string> {
      const { rows } = await admin.query<{ id: string }>(
        `insert into simpul.deadline_step (deadline_id, rung, fire_at, tells)
         values ($1, 'reminder', simpul.now() + make_interval(secs => $2), '{PIHAK_BERKEWAJIBAN}') returning id`,
        [deadlineId, seconds],
      );
      return rows[0]!.id;
    }
    const stepIs = async (id: string): Promise<string> =>
      (await admin.query<{ status: string }>('select status from simpul.deadline_step where id = $1', [id]))
        .rows[0]!.status;
    const message = async (stepId: string) =>
      (
        await admin.query<{ relayed: boolean }>(
          `select relayed_at is not null as relayed from simpul.outbox where ids ->> 'stepId' = $1`,
          [stepId],
        )
      ).rows;
    /** How often each person was told of the step. */
    const tellings = async (stepId: string): Promise<number[]> =>
      (
        await admin.query<{ times: number }>(
          `select count(*)::int as times from simpul.notification where step_id = $1 group by account_id`,
          [stepId],
        )
      ).rows.map(({ times }) => times);

    it('when the worker is killed after its commit and before anybody was told', async () => {
      const step = await reminderIn(0);
      const lock = new pg.Client(database.urls.admin);
      await lock.connect();
      await lock.query('begin');
      // The step may fire and commit; telling waits for this lock until the worker is dead.
      await lock.query('lock table simpul.notification in access exclusive mode');
      await started();
      await until('the step has fired', async () => (await stepIs(step)) === 'fired');
      expect(await message(step)).toEqual([{ relayed: false }]);
      await killed();
      await lock.query('rollback');
      await lock.end();
      expect(await tellings(step)).toEqual([]);

      // What the dead worker had claimed is free when its lease of 30 seconds ends: here at once.
      await admin.query(`update simpul.outbox set next_attempt_at = simpul.now() where relayed_at is null`);
      await started();
      await until('the message is relayed', async () => (await message(step))[0]!.relayed);
      expect(await message(step)).toHaveLength(1);
      const told = await tellings(step);
      expect(told.length).toBeGreaterThan(0);
      expect(told.every((times) => times === 1)).toBe(true);
      await killed();
    });

    it('when the queue is wiped between arming and due', async () => {
      // What the killed worker left in the queue is no matter here: what counts is that this bell is lost.
      await queue.wipe();
      await store.prepare();
      // Near enough to be armed, too far to fire before the wipe on a slow machine; then its time is brought near.
      const step = await reminderIn(25);
      await started();
      await until('the bell is armed', async () => (await bell.count()) > 0);
      await queue.wipe();
      expect(await stepIs(step)).toBe('pending');
      await admin.query(
        `update simpul.deadline_step set fire_at = simpul.now() + interval '2 s' where id = $1`,
        [step],
      );
      await until('the reminder has fired', async () => (await stepIs(step)) === 'fired');
      await until('the message is relayed', async () => (await message(step))[0]?.relayed === true);
      // Two more passes of the sweep and the relay find nothing left to do.
      await pause(3_000);
      expect(await message(step)).toEqual([{ relayed: true }]);
      const told = await tellings(step);
      expect(told.length).toBeGreaterThan(0);
      expect(told.every((times) => times === 1)).toBe(true);
      const { rows } = await admin.query<{ early: boolean }>(
        'select fired_at < fire_at as early from simpul.deadline_step where id = $1',
        [step],
      );
      expect(rows).toEqual([{ early: false }]);
      // The store stands again and the same worker answers its bells.
      expect(await bell.ring('outbox', step)).toBe(true);
      await until('the bell is answered', async () => (await bell.count()) === 0, 10);
    });
  });
}

nothingIsLost('PostgreSQL', async (database) => {
  const client = new pg.Client(database.urls.queue);
  await client.connect();
  return {
    env: {},
    wipe: async () => void (await client.query('drop schema bullmq cascade')),
    close: () => client.end(),
  };
});

const binary = redisBinary();
if (binary)
  nothingIsLost('Redis', async () => {
    const redis = await ownRedis(binary);
    return {
      env: { QUEUE_URL: redis.url },
      wipe: async () => void (await redis.client.flushall()),
      close: () => redis.close(),
    };
  });
else
  describe('nothing is lost, queue on Redis', () =>
    it.skip('SKIPPED: no redis-server or valkey-server on this machine', () => undefined));
