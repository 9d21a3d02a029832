import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  done,
  freshDatabase,
  QUEUE_PLACES,
  startApi,
  tellings,
  until,
  WorkerProcess,
  type FreshDatabase,
  type QueuePlace,
} from '#harness';
import pg from 'pg';

const SEED = 20_260_302;
const STEPS = 40;
const KILLS = 5;
/** The steps come due over this time, in the middle of the kills. */
const DUE_WITHIN_SECONDS = 8;
const LONGEST_LIFE_MS = 900;

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

describe.each(QUEUE_PLACES)('a worker killed at random moments, queue on $name', ({ open }) => {
  if (!open) {
    it.skip('SKIPPED', () => undefined);
    return;
  }
  let place: QueuePlace;
  let database: FreshDatabase;
  let admin: pg.Client;
  let worker: WorkerProcess | undefined;

  beforeAll(async () => {
    place = await open();
    database = await freshDatabase({ seeded: true });
    admin = new pg.Client(database.urls.admin);
    await admin.connect();
    const api = await startApi(database, place.env);
    for (let count = 0; count < 4; count++)
      done(await api.as('pendamping@uptd-ppa').post('/reports', REPORT));
    await api.close();
  });
  afterAll(async () => {
    await worker?.end('SIGKILL');
    await admin?.end();
    await database?.drop();
    await place?.close();
  });

  it(`fires each of ${STEPS} steps once and tells each person once (seed ${SEED})`, async () => {
    const random = sequence(SEED);
    const { rows } = await admin.query<{ id: string }>(
      `with running as (select array_agg(id order by id) as ids from simpul.deadline where status = 'running')
       insert into simpul.deadline_step (deadline_id, rung, fire_at, tells)
       select ids[1 + i % cardinality(ids)], 'reminder', simpul.now() + make_interval(secs => $1 * i / $2),
              '{PIHAK_BERKEWAJIBAN,KEPALA_UPTD_PPA}'
         from running, generate_series(1, $2::int) i returning id`,
      [DUE_WITHIN_SECONDS, STEPS],
    );
    const steps = rows.map(({ id }) => id);
    for (let kill = 0; kill < KILLS; kill++) {
      worker = await WorkerProcess.start({ ...database.env, ...place.env });
      await pause(random() * LONGEST_LIFE_MS);
      expect(await worker.end('SIGKILL')).toBe('SIGKILL');
    }
    // What a dead worker had claimed is free when its lease of 30 seconds ends: here at once.
    await admin.query('update simpul.outbox set next_attempt_at = simpul.now() where relayed_at is null');
    worker = await WorkerProcess.start({ ...database.env, ...place.env });
    await until('every step has fired and is told', async () => {
      const { rows: left } = await admin.query<{ n: number }>(
        `select count(*)::int as n from simpul.deadline_step s
          where s.id = any ($1::uuid[])
            and not exists (select 1 from simpul.outbox o
                             where o.ids ->> 'stepId' = s.id::text and o.relayed_at is not null)`,
        [steps],
      );
      return left[0]!.n === 0;
    });

    const { rows: fired } = await admin.query<{ status: string; early: boolean; messages: number }>(
      `select s.status, s.fired_at < s.fire_at as early, count(o.id)::int as messages
         from simpul.deadline_step s left join simpul.outbox o on o.ids ->> 'stepId' = s.id::text
        where s.id = any ($1::uuid[]) group by s.id`,
      [steps],
    );
    expect(fired).toEqual(steps.map(() => ({ status: 'fired', early: false, messages: 1 })));
    const told = await tellings(admin, 'step_id', steps);
    // The caseworker and the supervisor.
    expect(told).toHaveLength(2 * STEPS);
    expect(told.filter(({ times }) => times !== 1)).toEqual([]);
    // The ledger tells the same story: one entry per message that told somebody.
    const { rows: entries } = await admin.query<{ once: boolean }>(
      `select (select count(*) from ledger.entry
                where act = 'notification.told' and facts ->> 'topic' = 'deadline.stepDue')
            = (select count(distinct outbox_id) from simpul.notification where topic = 'deadline.stepDue') as once`,
    );
    expect(entries).toEqual([{ once: true }]);
  });
});

/** Mulberry32: the same numbers between 0 and 1 for the same seed, so that a red run can be run again. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
