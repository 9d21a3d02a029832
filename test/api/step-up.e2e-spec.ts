import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connected } from '../harness/cluster.js';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../harness/index.js';

const PERSON = { email: 'pendamping@uptd-ppa.simpul.example', password: 'simpul-demo-prabumulih' };

describe('an act that asks for a fresh proof', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let started: number;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    started = Date.now();
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const later = (minutes: number) => database.setClock(new Date(started + minutes * 60_000).toISOString());
  const cookieIn = (answer: { headers: Record<string, unknown> }): string =>
    String(answer.headers['set-cookie']).split(';')[0]!;
  const signIn = async (): Promise<string> => cookieIn(await api.nobody.post('/sessions', PERSON));
  // A case that is not there: behind the guard it is 404, before it 403.
  const reveal = (cookie: string) =>
    api.nobody.post(
      `/cases/${randomUUID()}/reveal`,
      { reason: 'CONTACT', purpose: 'Menelepon klien.' },
      { cookie },
    );
  const confirm = (cookie: string, password = PERSON.password) =>
    api.nobody.post('/sessions/current/confirmation', { password }, { cookie });
  const acts = () =>
    connected(database.urls.admin, async (admin) => {
      const { rows } = await admin.query<{ told: string }>(
        `select concat_ws(' ', act, decision, facts->>'code', facts->>'factor') as told from ledger.entry order by seq`,
      );
      return rows.map(({ told }) => told);
    });

  it('takes signing in as one, for five minutes', async () => {
    const cookie = await signIn();
    expect((await reveal(cookie)).status).toBe(404);
    await later(6);
    expect(await reveal(cookie)).toMatchObject({ status: 403, body: { code: 'step-up-needed' } });
    expect((await acts()).at(-1)).toBe('case.reveal denied step-up-needed');
    expect((await api.nobody.send('GET', '/cases', undefined, { cookie })).status).toBe(200);
  });

  it('goes on after the password, under a new token; the former one is worth no more than before', async () => {
    const cookie = await signIn();
    await later(12);
    expect(await confirm(cookie, 'tebakan')).toMatchObject({
      status: 409,
      body: { code: 'session.confirmationWrong' },
    });
    const confirmed = await confirm(cookie);
    expect(confirmed.status).toBe(204);
    const fresh = cookieIn(confirmed);
    expect(fresh).not.toBe(cookie);
    expect((await reveal(fresh)).status).toBe(404);
    expect((await reveal(cookie)).body.code).toBe('step-up-needed');
    // What was under way arrives; half a minute later the stolen or forgotten token opens nothing.
    expect((await api.nobody.send('GET', '/cases', undefined, { cookie })).status).toBe(200);
    await later(13);
    expect((await api.nobody.send('GET', '/cases', undefined, { cookie })).status).toBe(401);
    expect((await api.nobody.send('GET', '/cases', undefined, { cookie: fresh })).status).toBe(200);
    expect(await acts()).toEqual(
      expect.arrayContaining(['session.open denied wrongPassword', 'session.confirmed allowed password']),
    );
  });

  it('cannot be confirmed twice from one token, nor without a session', async () => {
    const cookie = await signIn();
    expect((await confirm(cookie)).status).toBe(204);
    expect((await confirm(cookie)).status).toBe(401);
    expect((await api.nobody.post('/sessions/current/confirmation', { password: 'x' })).status).toBe(401);
  });

  it('is slowed down like signing in: an open screen is no way to guess', async () => {
    const cookie = await signIn();
    await later(14);
    for (let guess = 0; guess < 5; guess++) expect((await confirm(cookie, 'tebakan')).status).toBe(409);
    expect(await confirm(cookie)).toMatchObject({ status: 429, body: { code: 'session.tooManyAttempts' } });
  });
});
