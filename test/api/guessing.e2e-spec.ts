import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connected } from '../harness/cluster.js';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../harness/index.js';

const PASSWORD = 'simpul-demo-prabumulih';
const VICTIM = 'pendamping@uptd-ppa.simpul.example';

describe('guessing passwords', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  const started = Date.now();

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    // Waits are counted by the database's clock: it stands still, so that a slow machine does not sit one out.
    await database.setClock(new Date(started).toISOString());
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const signIn = async (
    email: string,
    password: string,
    remoteAddress: string,
    cookie = '',
    { by = api, forwarded }: { by?: RunningApi; forwarded?: string } = {},
  ) => {
    const answer = await by.app.inject({
      method: 'POST',
      url: '/api/sessions',
      headers: {
        'content-type': 'application/json',
        cookie,
        ...(forwarded && { 'x-forwarded-for': forwarded }),
      },
      payload: JSON.stringify({ email, password }),
      remoteAddress,
    });
    const cookies = [answer.headers['set-cookie'] ?? []].flat().map((one) => one.split(';')[0]!);
    return { status: answer.statusCode, body: answer.json<{ code?: string }>(), cookies };
  };
  /** Guesses as fast as the server lets anybody, for as long as it takes to be told to wait a minute. */
  const hammer = async (
    email: string,
    address: (guess: number) => string,
    guesses: number,
  ): Promise<number> => {
    let looked = 0;
    for (let guess = 0; guess < guesses; guess++)
      if ((await signIn(email, `tebakan ${guess}`, address(guess))).status === 401) looked += 1;
    return looked;
  };

  it('does not lock a counsellor out of the desk where she has worked before', async () => {
    const { cookies } = await signIn(VICTIM, PASSWORD, '10.0.0.1');
    const device = cookies.find((one) => one.startsWith('simpul-device='))!;
    expect(await hammer(VICTIM, () => '203.0.113.9', 12)).toBe(5);
    expect((await signIn(VICTIM, PASSWORD, '203.0.113.9')).status).toBe(429);
    // Her own browser, even through the same router as the attacker.
    expect((await signIn(VICTIM, PASSWORD, '203.0.113.9', device)).status).toBe(201);
    // And from a new browser elsewhere.
    expect((await signIn(VICTIM, PASSWORD, '198.51.100.7')).status).toBe(201);
    // Her success gave the attacker no new guesses.
    expect((await signIn(VICTIM, 'tebakan', '203.0.113.9')).status).toBe(429);
  });

  it('slows many addresses down together, and the known browser still opens', async () => {
    const email = 'petugas@dinkes.simpul.example';
    const device = (await signIn(email, PASSWORD, '10.0.0.2')).cookies.at(-1)!;
    expect(await hammer(email, (guess) => `203.0.113.${guess}`, 30)).toBe(20);
    expect((await signIn(email, PASSWORD, '203.0.113.200')).status).toBe(429);
    expect((await signIn(email, PASSWORD, '203.0.113.200', device)).status).toBe(201);
  });

  it('counts what is guessed in a known browser there, and another account’s browser is none', async () => {
    const email = 'petugas@rsud-igd.simpul.example';
    const own = (await signIn(email, PASSWORD, '10.0.0.3')).cookies.at(-1)!;
    const another = (await signIn(email, PASSWORD, '10.0.0.6')).cookies.at(-1)!;
    const foreign = (await signIn('kepala@rsud-igd.simpul.example', PASSWORD, '10.0.0.3')).cookies.at(-1)!;
    for (let guess = 0; guess < 5; guess++)
      expect((await signIn(email, 'tebakan', '10.0.0.3', own)).status).toBe(401);
    expect((await signIn(email, PASSWORD, '10.0.0.3', own)).status).toBe(429);
    expect((await signIn(email, PASSWORD, '10.0.0.3', another)).status).toBe(201);
    for (let guess = 0; guess < 5; guess++)
      expect((await signIn(email, 'tebakan', '10.0.0.4', foreign)).status).toBe(401);
    expect((await signIn(email, PASSWORD, '10.0.0.4', foreign)).status).toBe(429);
  });

  it('believes what a header says of the address from a named proxy only, and only what that proxy added', async () => {
    const behind = await startApi(database, { SIMPUL_TRUSTED_PROXIES: '10.9.0.0/24' });
    const looked = async (
      email: string,
      remote: string,
      forwarded: (guess: number) => string,
      by: RunningApi,
    ) => {
      let count = 0;
      for (let guess = 0; guess < 7; guess++) {
        const told = { by, forwarded: forwarded(guess) };
        if ((await signIn(email, 'tebakan', remote, '', told)).status === 401) count += 1;
      }
      return count;
    };
    try {
      const own = 'pendamping2@uptd-ppa.simpul.example';
      expect(await looked(own, '10.9.0.1', () => '203.0.113.9', behind)).toBe(5);
      // Her own telephone comes through the same proxy.
      const told = { by: behind, forwarded: '198.51.100.7' };
      expect((await signIn(own, PASSWORD, '10.9.0.2', '', told)).status).toBe(201);
      const invented = (guess: number) => `192.0.2.${guess}`;
      expect(
        await looked(
          'kepala@dinkes.simpul.example',
          '10.9.0.1',
          (n) => `${invented(n)}, 203.0.113.9`,
          behind,
        ),
      ).toBe(5);
      expect(await looked('kepala@dinsos-rehab.simpul.example', '203.0.113.9', invented, behind)).toBe(5);
      // With no proxy named, the header is nothing.
      expect(await looked('kepala@rsud-igd.simpul.example', '10.9.0.1', invented, api)).toBe(5);
    } finally {
      await behind.close();
    }
  });

  it('leaves no e-mail and no address that could be recognised without the key', async () => {
    const { createHash } = await import('node:crypto');
    const plain = [VICTIM, '203.0.113.9'].map((text) => createHash('sha256').update(text).digest('hex'));
    const rows = await connected(database.urls.admin, async (admin) => {
      const { rows } = await admin.query<{ row: string }>(
        'select t::text as row from simpul.sign_in_attempt t union all select d::text from simpul.device d',
      );
      return rows.map(({ row }) => row).join('\n');
    });
    expect(rows.length).toBeGreaterThan(1000);
    for (const hash of plain) expect(rows).not.toContain(hash);
    expect(rows).not.toMatch(/203\.0|pendamping@/);
  });

  it('gives a new session whatever cookie was planted before', async () => {
    const planted = `simpul=${'A'.repeat(43)}`;
    const { status, cookies } = await signIn(
      'psikolog@uptd-ppa.simpul.example',
      PASSWORD,
      '10.0.0.5',
      planted,
    );
    expect(status).toBe(201);
    expect(cookies[0]).toMatch(/^simpul=[\w-]{43}$/);
    expect(cookies[0]).not.toBe(planted);
    expect((await api.nobody.send('GET', '/sessions/current', undefined, { cookie: planted })).status).toBe(
      401,
    );
  });

  it('a first password opens nothing after three days, and only its owner is told why', async () => {
    const { id } = (
      await api.as('admin@diskominfo').get<{ items: { id: string; email: string }[] }>('/accounts')
    ).body.items.find(({ email }) => email === 'petugas@pn.simpul.example')!;
    const { firstPassword } = (
      await api.as('admin@diskominfo').post<{ firstPassword: string }>(`/accounts/${id}/reset`)
    ).body;
    expect((await signIn('petugas@pn.simpul.example', firstPassword, '10.0.0.6')).status).toBe(201);
    await database.setClock(new Date(started + 73 * 3_600_000).toISOString());
    expect(await signIn('petugas@pn.simpul.example', firstPassword, '10.0.0.6')).toMatchObject({
      status: 401,
      body: { code: 'session.firstPasswordExpired' },
    });
    expect((await signIn('petugas@pn.simpul.example', 'tebakan', '10.0.0.6')).body.code).toBe(
      'session.wrongCredentials',
    );
  });
});
