import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '#config';
import { createWorker } from '../../apps/worker/src/create-worker.js';
import { WorkerMetrics } from '../../apps/worker/src/worker-metrics.js';
import { freePort, freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../harness/index.js';

/** Each program has a port of its own for whoever watches it, and only when it is told to. */
describe('metrics', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let port: number;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    port = await freePort();
    api = await startApi(database, { SIMPUL_API_METRICS_PORT: String(port) });
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const text = async (at: number): Promise<string> => (await fetch(`http://127.0.0.1:${at}/metrics`)).text();

  it('of the API count requests by route template and class of status, never by address', async () => {
    const someId = '7c9e6679-7425-40de-944b-e07fc1f90ae7';
    expect((await api.as('pendamping@uptd-ppa').get(`/cases/${someId}`)).status).toBe(404);
    expect((await api.nobody.get('/cases')).status).toBe(401);
    expect((await api.nobody.get('/no/such/place')).status).toBe(404);
    const found = await text(port);
    const counted = (labels: string) =>
      found.includes(`simpul_http_request_duration_seconds_count{${labels}} `);
    expect(counted('method="GET",route="/api/cases/:id",status="4xx"')).toBe(true);
    expect(counted('method="POST",route="/api/sessions",status="2xx"')).toBe(true);
    expect(found).not.toContain(someId);
    expect(found).not.toContain('/no/such/place');
    expect(found).toContain('process_resident_memory_bytes');
  });

  it('are not to be had on the public port', async () => {
    const answer = await api.nobody.send('GET', '/metrics');
    expect(answer.status).toBe(404);
    expect((await api.app.inject({ method: 'GET', url: '/metrics' })).body).not.toContain('simpul_http');
  });

  it('of the worker hold the figures of the house, and whether its clock is right', async () => {
    const worker = await createWorker(loadConfig({ ...database.env, SIMPUL_WORKER_METRICS_PORT: '0' }));
    await worker.init();
    try {
      const found = await text(worker.get(WorkerMetrics).port!);
      for (const line of [
        'simpul_worker_clock_right 1',
        'simpul_figures_up 1',
        'simpul_queue_bells_waiting ',
      ])
        expect(found).toContain(line);
    } finally {
      await worker.close();
    }
  });

  it('are off when no port is named', async () => {
    const worker = await createWorker(loadConfig(database.env));
    await worker.init();
    const { port: none } = worker.get(WorkerMetrics);
    await worker.close();
    expect(none).toBeUndefined();
  });
});
