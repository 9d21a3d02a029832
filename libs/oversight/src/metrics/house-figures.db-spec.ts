import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Registry } from 'prom-client';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '#database';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '#harness';
import { connected } from '../../../../test/harness/cluster.js';
import { gaugeTheHouse } from './house-figures.js';
import { openMetricsPort, type MetricsPort } from './metrics-port.js';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-/;
const NAME = 'Kenanga Rekaan';

/** What an operator sees of a house in which nobody works yet. */
describe('the figures of the house', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let source: DataSource;
  let metrics: MetricsPort;
  let bells: () => Promise<number> = async () => 3;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    source = await new DataSource({ type: 'postgres', url: database.urls.worker }).initialize();
    const registry = new Registry();
    const refresh = gaugeTheHouse(registry, new UnitOfWork(source), () => bells());
    metrics = await openMetricsPort({ host: '127.0.0.1', port: 0 }, registry, refresh);
    await database.setClock('2026-06-08T10:15:00+07:00');
    await api.as('pendamping@uptd-ppa').post('/reports', {
      channel: 'DATANG_LANGSUNG',
      reporter: { kind: 'KORBAN' },
      clientSafeNow: 'YES',
      narrative: 'Cerita rekaan.',
      violenceTypes: ['FISIK'],
      contexts: ['KDRT'],
      victims: [{ name: NAME, sex: 'P', ageYears: 30 }],
      reportedPersons: [],
    });
  });
  afterAll(async () => {
    await metrics?.close();
    if (source?.isInitialized) await source.destroy();
    await api?.close();
    await database?.drop();
  });

  const ask = (path = '/metrics') => fetch(`http://127.0.0.1:${metrics.port}${path}`);
  /** Series without comments: `name{labels}` to value. */
  const figures = async (): Promise<Record<string, number>> => {
    const lines = (await (await ask()).text()).split('\n').filter((line) => line && !line.startsWith('#'));
    return Object.fromEntries(
      lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
    );
  };
  const count = (sql: string): Promise<number> =>
    connected(database.urls.admin, async (client) =>
      Number((await client.query<{ n: string }>(`select count(*) as n from (${sql}) rows`)).rows[0]!.n),
    );

  it('are counts and ages by the clock of the database', async () => {
    const running = await count(`select from simpul.deadline where status = 'running'`);
    const waiting = await count('select from simpul.outbox where relayed_at is null');
    expect(Math.min(running, waiting)).toBeGreaterThan(0);
    expect(await figures()).toMatchObject({
      simpul_figures_up: 1,
      'simpul_deadlines_open{state="running"}': running,
      'simpul_deadlines_open{state="paused"}': 0,
      'simpul_deadlines_open{state="missed"}': 0,
      simpul_deadline_steps_due: 0,
      simpul_sweep_lateness_seconds: 0,
      simpul_outbox_waiting: waiting,
      simpul_outbox_oldest_seconds: 0,
      simpul_outbox_stuck: 0,
      simpul_queue_bells_waiting: 3,
    });
    // Nobody relays and nobody sweeps: an operator must see it.
    const [first] = await connected(
      database.urls.admin,
      async (client) =>
        (
          await client.query<{ at: Date }>(
            `select min(fire_at) as at from simpul.deadline_step where status = 'pending'`,
          )
        ).rows,
    );
    await database.setClock(new Date(first!.at.getTime() + 300_000).toISOString());
    const late = await figures();
    expect(late.simpul_sweep_lateness_seconds).toBe(300);
    expect(late.simpul_deadline_steps_due).toBeGreaterThan(0);
    expect(late.simpul_outbox_oldest_seconds).toBeGreaterThan(299);
  });

  it('hold no id and no name, and nothing else stands on that port', async () => {
    const answer = await ask();
    expect(answer.headers.get('content-type')).toContain('text/plain');
    const text = await answer.text();
    expect(text).not.toMatch(UUID);
    for (const telling of ['Kenanga', 'PBM-', 'uptd', 'UPTD', 'pendamping', '16.74'])
      expect(text).not.toContain(telling);
    for (const path of ['/', '/api/cases', '/metrics/..', '/metrics2'])
      expect((await ask(path)).status).toBe(404);
    expect((await fetch(`http://127.0.0.1:${metrics.port}/metrics`, { method: 'POST' })).status).toBe(404);
  });

  it('are absent, and say so, when the database or the queue is away: an old figure would calm', async () => {
    bells = () => Promise.reject(new Error('away'));
    expect(await figures()).not.toHaveProperty('simpul_queue_bells_waiting');
    await source.destroy();
    const without = await figures();
    expect(without.simpul_figures_up).toBe(0);
    expect(without).not.toHaveProperty('simpul_outbox_waiting');
    expect(Object.keys(without).filter((name) => name.startsWith('simpul_deadlines_open'))).toEqual([]);
  });
});
