import { generateKeyPairSync } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Authenticator, type Lie } from '../harness/authenticator.js';
import { connected } from '../harness/cluster.js';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../harness/index.js';

const ORIGIN = 'https://simpul.kota.example';
const PASSWORD = 'simpul-demo-prabumulih';

interface Question {
  step: string;
  options: string;
}

describe('passkeys', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  const device = new Authenticator(ORIGIN);
  /** Of somebody else, and good for them. */
  const another = new Authenticator(ORIGIN);
  const email = 'pendamping@uptd-ppa.simpul.example';

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database, { PUBLIC_URL: ORIGIN });
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const ask = async (): Promise<Question> =>
    (await api.nobody.post<Question>('/sessions/passkey-question', { for: 'signIn' })).body;
  const enter = (step: string, passkey: string) =>
    api.nobody.post<{ code?: string }>('/sessions/passkey', { step, passkey });
  const signIn = async (lie: Lie = {}, by = device) => {
    const { step, options } = await ask();
    return enter(step, by.get(options, lie));
  };

  it('are made by a device that verified its user, at this address and for this question', async () => {
    const opened = await api.nobody.post('/sessions', { email, password: PASSWORD });
    const cookie = String(opened.headers['set-cookie']).split(';')[0]!;
    expect(cookie).toMatch(/^__Host-simpul=/);
    expect(String(opened.headers['set-cookie'])).toContain('; Secure');
    const begin = async () =>
      (await api.nobody.post<Question>('/accounts/current/passkeys/question', {}, { cookie })).body;
    const add = (step: string, passkey: string) =>
      api.nobody.post<{ recoveryCodes: string[] }>(
        '/accounts/current/passkeys',
        { step, passkey, name: 'Ponsel dinas' },
        { cookie },
      );
    for (const lie of [
      { unverified: true },
      { origin: 'https://simpul-kota.example' },
      { rpId: 'kota.example' },
    ]) {
      const { step, options } = await begin();
      expect([lie, (await add(step, new Authenticator(ORIGIN).create(options, lie))).status]).toEqual([
        lie,
        422,
      ]);
    }
    // Another session's question.
    const foreign = await api.as('petugas@dinkes').post<Question>('/accounts/current/passkeys/question');
    expect(foreign.status).toBe(201);
    expect((await add(foreign.body.step, device.create(foreign.body.options))).status).toBe(401);
    const own = await api.as('petugas@dinkes').post('/accounts/current/passkeys', {
      step: foreign.body.step,
      passkey: another.create(foreign.body.options),
      name: 'Ponsel sendiri',
    });
    expect(own.status).toBe(201);
    const { step, options } = await begin();
    const made = await add(step, device.create(options));
    expect(made.status).toBe(201);
    expect(made.body.recoveryCodes).toHaveLength(10);
    expect((await add(step, device.create(options))).status).toBe(401);
  });

  it('open without a password, and also while somebody guesses at it', async () => {
    for (let guess = 0; guess < 8; guess++)
      await api.nobody.post('/sessions', { email, password: `tebakan ${guess}` });
    expect((await api.nobody.post('/sessions', { email, password: PASSWORD })).status).toBe(429);
    expect(await signIn()).toMatchObject({ status: 201, body: { factors: ['passkey'] } });
  });

  it.each<[string, Lie]>([
    ['another origin', { origin: 'https://simpul.kota.example.evil.example' }],
    ['the origin without its s', { origin: 'http://simpul.kota.example' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['a user who was not verified', { unverified: true }],
    ['a counter that fell', { counter: 1 }],
    ['another question', { challenge: 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA' }],
    ['another key', { signedBy: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }],
  ])('are refused from %s', async (_, lie) => {
    await signIn();
    expect(await signIn(lie)).toMatchObject({ status: 401, body: { code: 'session.passkeyWrong' } });
    expect((await signIn()).status).toBe(201);
  });

  it('answer a question once, and no other device answers for them', async () => {
    const { step, options } = await ask();
    const answer = device.get(options);
    expect((await enter(step, answer)).status).toBe(201);
    expect((await enter(step, answer)).body.code).toBe('session.stepOver');
    const next = await ask();
    expect((await enter(next.step, answer)).status).toBe(401);
    expect((await signIn({}, new Authenticator(ORIGIN))).status).toBe(401);
    for (const rubbish of ['x', '{}', '{"id":"AAAA"}', '[]'])
      expect((await enter((await ask()).step, rubbish)).status).toBe(401);
  });

  it('open nothing once the account has ended', async () => {
    const is = (active: boolean): Promise<unknown> =>
      connected(database.urls.admin, (admin) =>
        admin.query('update simpul.account set active = $2 where email = $1', [email, active]),
      );
    await is(false);
    expect(await signIn()).toMatchObject({ status: 401, body: { code: 'session.passkeyWrong' } });
    await is(true);
    expect((await signIn()).status).toBe(201);
  });

  it('are the second step after a password, of their own account only', async () => {
    // A browser that was never guessed in.
    await database.setClock(new Date(Date.now() + 20 * 60_000).toISOString());
    const first = await api.nobody.post<{ step: string; ways: string[] }>('/sessions', {
      email,
      password: PASSWORD,
    });
    expect(first.body.ways).toEqual(['passkey', 'recoveryCode']);
    const { step } = first.body;
    const { options } = (
      await api.nobody.post<Question>('/sessions/passkey-question', { for: 'secondStep', step })
    ).body;
    const second = (passkey: string) => api.nobody.post('/sessions/second-step', { step, passkey });
    expect((await second(new Authenticator(ORIGIN).get(options))).status).toBe(401);
    expect((await second(another.get(options))).status).toBe(401);
    expect((await second(device.get(options, { unverified: true }))).status).toBe(401);
    expect((await second(device.get(options))).status).toBe(201);
  });
});
