import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connected } from '../harness/cluster.js';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../harness/index.js';

const GOOD = { email: 'pendamping@uptd-ppa.simpul.example', password: 'simpul-demo-prabumulih' };

describe('signing in', () => {
  let database: FreshDatabase;
  let api: RunningApi;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  it('gives a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await api.nobody.post('/sessions', GOOD);
    expect(answer.status).toBe(201);
    expect(answer.body).toMatchObject({
      account: { role: 'case_worker' },
      agency: { code: 'uptd-ppa' },
      landing: '/kerja',
    });
    expect(String(answer.headers['set-cookie'])).toMatch(/^simpul=[\w-]{43}; .*HttpOnly; SameSite=Strict/);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('says in which zone the person’s agency sits: its region’s, else the city’s', async () => {
    const zonesOf = async (mailbox: string): Promise<unknown> =>
      (await api.as(mailbox).get('/sessions/current')).body;
    const place = (code: string | null): Promise<void> =>
      connected(database.urls.admin, async (client) => {
        await client.query(`update simpul.agency set region_code = $1 where code = 'dinkes'`, [code]);
      });
    expect(await zonesOf('petugas@dinkes')).toMatchObject({ zone: 'Asia/Jakarta', cityZone: 'Asia/Jakarta' });
    await place('73.71');
    expect(await zonesOf('petugas@dinkes')).toMatchObject({
      zone: 'Asia/Makassar',
      cityZone: 'Asia/Jakarta',
    });
    await place('91.71');
    expect(await zonesOf('petugas@dinkes')).toMatchObject({
      zone: 'Asia/Jayapura',
      cityZone: 'Asia/Jakarta',
    });
    await place(null);
    expect(await zonesOf('petugas@dinkes')).toMatchObject({ zone: 'Asia/Jakarta', cityZone: 'Asia/Jakarta' });
  });

  it('answers in the language of the screen, else in the account’s', async () => {
    const person = api.as('pendamping@uptd-ppa');
    const sentence = async (headers: Record<string, string>): Promise<string> => {
      const { body } = await person.send<{ items: { basisWords: string }[] }>(
        'GET',
        '/deadline-rules',
        undefined,
        headers,
      );
      return body.items[0]!.basisWords;
    };
    const [asked, own, other] = [
      await sentence({ 'accept-language': 'en' }),
      await sentence({}),
      await sentence({ 'accept-language': 'nl' }),
    ];
    expect(asked).not.toBe(own);
    expect(other).toBe(own);
  });

  it('gives each account a key of its own for what it has typed, the same in every session', async () => {
    const keyOf = async (email: string): Promise<unknown> =>
      (await api.nobody.post('/sessions', { ...GOOD, email })).body.draftKey;
    const first = await keyOf(GOOD.email);
    expect(Buffer.from(String(first), 'base64')).toHaveLength(32);
    expect(await keyOf(GOOD.email)).toBe(first);
    expect(await keyOf('petugas@dinkes.simpul.example')).not.toBe(first);
  });

  it('says the same to an unknown e-mail and a wrong password', async () => {
    const unknown = await api.nobody.post('/sessions', { email: 'nobody@nowhere.example', password: 'x' });
    const wrong = await api.nobody.post('/sessions', { ...GOOD, password: 'x' });
    expect([unknown.status, wrong.status]).toEqual([401, 401]);
    const { requestId: a, ...first } = unknown.body;
    const { requestId: b, ...second } = wrong.body;
    expect(a).not.toBe(b);
    expect(first).toEqual(second);
  });

  it('slows guessing down and lets the person in again afterwards', async () => {
    const email = 'petugas@pn.simpul.example';
    for (let attempt = 0; attempt < 5; attempt++)
      expect((await api.nobody.post('/sessions', { email, password: 'guess' })).status).toBe(401);
    const sixth = await api.nobody.post('/sessions', { email, password: GOOD.password });
    expect(sixth).toMatchObject({
      status: 429,
      body: { code: 'session.tooManyAttempts', retryAfterSeconds: 1 },
    });
    await database.setClock(new Date(Date.now() + 5 * 60_000).toISOString());
    expect((await api.nobody.post('/sessions', { email, password: GOOD.password })).status).toBe(201);
    await database.setClock(null);
  });

  it('ends a session at the next request after signing out, and after resting too long', async () => {
    const signedIn = await api.nobody.post('/sessions', GOOD);
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0]!;
    const current = () => api.nobody.send('GET', '/sessions/current', undefined, { cookie });
    expect((await current()).status).toBe(200);
    await database.setClock(new Date(Date.now() + 16 * 60_000).toISOString());
    expect(await current()).toMatchObject({ status: 401, body: { code: 'session.required' } });
    await database.setClock(null);
    expect((await current()).status).toBe(200);
    expect((await api.nobody.send('DELETE', '/sessions/current', undefined, { cookie })).status).toBe(204);
    expect((await current()).status).toBe(401);
  });

  it('refuses a made-up, cut or empty cookie', async () => {
    for (const cookie of [
      'simpul=',
      'simpul=x',
      `simpul=${'A'.repeat(43)}`,
      `simpul=${'A'.repeat(5000)}`,
      '; ; =',
      'simpul',
    ])
      expect((await api.nobody.send('GET', '/sessions/current', undefined, { cookie })).status).toBe(401);
  });

  it('refuses a request that another site makes a browser send', async () => {
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ])
      expect(await api.nobody.send('POST', '/sessions', GOOD, headers as never)).toMatchObject({
        status: 403,
        body: { code: 'request.crossSite' },
      });
  });

  it('names the wrong field, refuses what it does not know, and never answers 5xx to a broken body', async () => {
    const bodies: [unknown, number, string?][] = [
      [{ password: 'x' }, 400, '/email'],
      [{ ...GOOD, admin: true }, 400, '/admin'],
      [{ email: { $ne: '' }, password: 'x' }, 400, '/email'],
      [{ email: ['a@b.example'], password: 'xxxxx' }, 400, '/email'],
      [{ email: 'a\u0000b@x.example', password: 'x' }, 400],
      ['{"email":', 400],
      ['[]', 400],
      ['null', 400],
      ['"text"', 400],
      ['{"__proto__":{"admin":true},"email":"a@b.example","password":"x"}', 400],
      [{ email: 'a'.repeat(300_000), password: 'x' }, 413],
    ];
    for (const [body, status, pointer] of bodies) {
      const answer = await api.nobody.post<{ status: number; errors?: { pointer: string }[] }>(
        '/sessions',
        body,
      );
      expect([JSON.stringify(body).slice(0, 60), answer.status]).toEqual([
        JSON.stringify(body).slice(0, 60),
        status,
      ]);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      if (pointer) expect(answer.body.errors!.map((error) => error.pointer)).toContain(pointer);
    }
    const form = await api.nobody.send('POST', '/sessions', 'email=a', {
      'content-type': 'application/x-www-form-urlencoded',
    });
    expect(form.status).toBe(415);
  });

  it('answers an unknown path like a missing thing, and another method too', async () => {
    for (const [method, path] of [
      ['GET', '/nothing'],
      ['PUT', '/sessions'],
      ['GET', '/sessions/%61'],
      ['POST', '//sessions'],
    ] as const)
      expect((await api.nobody.send(method, path, method === 'POST' ? {} : undefined)).status).toBe(404);
  });
});

describe('guessing over many addresses from one place', () => {
  it('is cut off with 429 and a time to come back', async () => {
    const database = await freshDatabase({ seeded: true });
    const api = await startApi(database, { SIMPUL_SIGN_INS_PER_MINUTE: '3' });
    try {
      const statuses: number[] = [];
      for (let attempt = 0; attempt < 5; attempt++)
        statuses.push(
          (await api.nobody.post('/sessions', { email: `a${attempt}@x.example`, password: 'x' })).status,
        );
      expect(statuses).toEqual([401, 401, 401, 429, 429]);
      const refused = await api.nobody.post('/sessions', GOOD);
      expect(refused).toMatchObject({ status: 429, body: { code: 'request.tooMany' } });
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    } finally {
      await api.close();
      await database.drop();
    }
  });
});
