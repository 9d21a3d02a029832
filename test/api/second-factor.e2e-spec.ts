import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import { connected } from '../harness/cluster.js';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../harness/index.js';

const PASSWORD = 'simpul-demo-prabumulih';
const HALF_MINUTE = 30_000;

interface Problem {
  code: string;
  step: string;
  ways: string[];
}

describe('a second factor', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  /** On a whole half-minute, so that steps are counted from its beginning. */
  let now = Math.ceil(Date.now() / HALF_MINUTE) * HALF_MINUTE;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    await at(now);
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const at = (ms: number) => database.setClock(new Date((now = ms)).toISOString());
  const cookieIn = (answer: { headers: Record<string, unknown> }): string =>
    String(answer.headers['set-cookie']).split(';')[0]!;
  const signIn = (mailbox: string) =>
    api.nobody.post<Problem>('/sessions', { email: `${mailbox}.simpul.example`, password: PASSWORD });
  const second = (step: string, proof: object) =>
    api.nobody.post<Problem>('/sessions/second-step', { step, ...proof });
  const codeAt = (secret: string, ms = now): Promise<string> =>
    generate({ secret, epoch: Math.floor(ms / 1000) });
  const acts = (mailbox: string) =>
    connected(database.urls.admin, async (admin) => {
      const { rows } = await admin.query<{ told: string }>(
        `select concat_ws(' ', e.act, e.decision, e.facts->>'code', e.facts->>'factor') as told
           from ledger.entry e join simpul.account a on a.id in (e.actor_id, e.object_id)
          where a.email = $1 order by e.seq`,
        [`${mailbox}.simpul.example`],
      );
      return rows.map(({ told }) => told);
    });

  /** Adds a TOTP to the account; what its telephone then knows. */
  const enrol = async (mailbox: string) => {
    const cookie = cookieIn(await signIn(mailbox));
    const begun = await api.nobody.post<{ id: string; secret: string; uri: string }>(
      '/accounts/current/totp',
      {},
      { cookie },
    );
    const { id, secret, uri } = begun.body;
    const confirmed = await api.nobody.post<{ recoveryCodes: string[] }>(
      `/accounts/current/totp/${id}/confirmation`,
      { code: await codeAt(secret) },
      { cookie },
    );
    return { cookie, id, secret, uri, ...confirmed.body };
  };

  it('counts only once its first code was right, and brings ten recovery codes', async () => {
    const cookie = cookieIn(await signIn('petugas@dinkes'));
    const { body } = await api.nobody.post<{ id: string; secret: string; uri: string }>(
      '/accounts/current/totp',
      {},
      { cookie },
    );
    expect(body.uri).toMatch(/^otpauth:\/\/totp\/Simpul:petugas%40dinkes/);
    expect((await signIn('petugas@dinkes')).status).toBe(201);
    const confirm = (code: string) =>
      api.nobody.post<{ recoveryCodes: string[] }>(
        `/accounts/current/totp/${body.id}/confirmation`,
        { code },
        { cookie },
      );
    expect((await confirm('000000')).status).toBe(422);
    const { recoveryCodes } = (await confirm(await codeAt(body.secret))).body;
    expect(new Set(recoveryCodes).size).toBe(10);
    expect(await acts('petugas@dinkes')).toEqual(
      expect.arrayContaining(['account.factorAdded allowed totp', 'account.recoveryCodesMade allowed']),
    );
    // Nothing of it lies readable in the database.
    const rows = await connected(database.urls.admin, async (admin) => {
      const { rows } = await admin.query<{ row: string }>(
        'select t::text as row from simpul.factor t union all select c::text from simpul.recovery_code c',
      );
      return rows.map(({ row }) => row).join('\n');
    });
    expect(rows).not.toContain(Buffer.from(body.secret).toString('hex'));
    expect(rows).not.toContain(recoveryCodes[0]);
  });

  it('is asked for after the password, and nothing opens before it', async () => {
    const { secret } = await enrol('pendamping@uptd-ppa');
    await at(now + HALF_MINUTE);
    const first = await signIn('pendamping@uptd-ppa');
    expect(first).toMatchObject({
      status: 401,
      body: { code: 'session.secondFactorNeeded', ways: ['totp', 'recoveryCode'] },
    });
    expect(first.headers['set-cookie']).toBeUndefined();
    // The token of the step opens no route, in whatever place it is put.
    const { step } = first.body;
    for (const cookie of [`simpul=${step}`, `simpul-device=${step}`])
      for (const path of ['/sessions/current', '/cases', '/accounts/current/factors'])
        expect((await api.nobody.send('GET', path, undefined, { cookie })).status).toBe(401);
    for (const proof of [{}, { code: '' }, { code: '000000' }, { recoveryCode: 'aaaa-aaaa-aaaa-aaaa' }])
      expect((await second(step, proof)).status).toBe(401);
    const opened = await second(step, { code: await codeAt(secret) });
    expect(opened).toMatchObject({ status: 201, body: { factors: ['totp'] } });
    expect((await second(step, { code: await codeAt(secret, now + HALF_MINUTE) })).body.code).toBe(
      'session.stepOver',
    );
    expect(await acts('pendamping@uptd-ppa')).toEqual(
      expect.arrayContaining(['session.open denied wrongFactor']),
    );
  });

  it('takes a code once, also when it is shown twice in one moment', async () => {
    const { secret } = await enrol('psikolog@uptd-ppa');
    await at(now + HALF_MINUTE);
    const steps = await Promise.all([signIn('psikolog@uptd-ppa'), signIn('psikolog@uptd-ppa')]);
    const code = await codeAt(secret);
    const both = await Promise.all(steps.map(({ body }) => second(body.step, { code })));
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 401]);
    const again = (await signIn('psikolog@uptd-ppa')).body.step;
    expect((await second(again, { code })).body.code).toBe('session.secondFactorWrong');
  });

  it('takes the half-minute before and after its own, and no other', async () => {
    const { secret, recoveryCodes } = await enrol('kepala@uptd-ppa');
    await at(now + 10 * HALF_MINUTE);
    const { step } = (await signIn('kepala@uptd-ppa')).body;
    for (const off of [-2, 2])
      expect((await second(step, { code: await codeAt(secret, now + off * HALF_MINUTE) })).status).toBe(401);
    expect((await second(step, { code: await codeAt(secret, now - HALF_MINUTE) })).status).toBe(201);
    const next = (await signIn('kepala@uptd-ppa')).body.step;
    expect((await second(next, { code: await codeAt(secret, now + HALF_MINUTE) })).status).toBe(201);
    // A step is over with its answer, whatever else would be right.
    expect((await second(next, { recoveryCode: recoveryCodes[0] })).body.code).toBe('session.stepOver');
    // A code of a step before the last one used is used up with it.
    const last = (await signIn('kepala@uptd-ppa')).body.step;
    expect((await second(last, { code: await codeAt(secret) })).status).toBe(401);
  });

  it('a step ends after five tries, after five minutes, and with a new password', async () => {
    const { secret } = await enrol('petugas@polres-ppa');
    await at(now + HALF_MINUTE);
    const tried = (await signIn('petugas@polres-ppa')).body.step;
    for (let guess = 0; guess < 5; guess++) await second(tried, { code: `00000${guess}` });
    // Past the delay between guesses and well within the step's own five minutes: it is the tries that ended it.
    await at(now + 2 * 60_000);
    expect((await second(tried, { code: await codeAt(secret) })).body.code).toBe('session.stepOver');
    const old = (await signIn('petugas@polres-ppa')).body.step;
    await at(now + 5 * 60_000 + 1000);
    expect((await second(old, { code: await codeAt(secret) })).body.code).toBe('session.stepOver');
    const reset = (await signIn('petugas@polres-ppa')).body.step;
    await at(now + 1000);
    const { body } = await api
      .as('admin@diskominfo')
      .get<{ items: { id: string; email: string }[] }>('/accounts');
    const { id } = body.items.find(({ email }) => email === 'petugas@polres-ppa.simpul.example')!;
    expect((await api.as('admin@diskominfo').post(`/accounts/${id}/reset`)).status).toBe(201);
    expect((await second(reset, { code: await codeAt(secret) })).body.code).toBe('session.stepOver');
  });

  it('guessing it slows down the next sign-in from there, and what had begun before', async () => {
    const { secret } = await enrol('petugas@kejari');
    await at(now + HALF_MINUTE);
    const { step } = (await signIn('petugas@kejari')).body;
    const begunBefore = (await signIn('petugas@kejari')).body.step;
    for (let guess = 0; guess < 5; guess++) await second(step, { code: `00000${guess}` });
    expect((await signIn('petugas@kejari')).status).toBe(429);
    expect((await second(begunBefore, { code: await codeAt(secret) })).status).toBe(429);
  });

  it('recovery codes open once, however they are typed; new ones end the old', async () => {
    const { recoveryCodes, secret } = await enrol('petugas@pn');
    await at(now + HALF_MINUTE);
    const use = async (recoveryCode: string) =>
      second((await signIn('petugas@pn')).body.step, { recoveryCode });
    const opened = await use(` ${recoveryCodes[0]!.toUpperCase().replaceAll('-', ' ')}`);
    expect(opened.status).toBe(201);
    expect((await use(recoveryCodes[0]!)).status).toBe(401);
    const another = await enrol('kepala@dinsos-rehab');
    expect((await use(another.recoveryCodes[0]!)).status).toBe(401);
    const cookie = cookieIn(opened);
    const fresh = await api.nobody.post<{ recoveryCodes: string[] }>(
      '/accounts/current/recovery-codes',
      {},
      { cookie },
    );
    expect((await use(recoveryCodes[1]!)).status).toBe(401);
    expect((await use(fresh.body.recoveryCodes[0]!)).status).toBe(201);
    expect(await acts('petugas@pn')).toContain('session.opened allowed recoveryCode');
    expect(secret).toBeTruthy();
    // What had begun ends with the account.
    const { step } = (await signIn('petugas@pn')).body;
    await connected(database.urls.admin, (admin) =>
      admin.query(`update simpul.account set active = false where email like 'petugas@pn.%'`),
    );
    expect((await second(step, { recoveryCode: fresh.body.recoveryCodes[1] })).body.code).toBe(
      'session.stepOver',
    );
  });

  it('answers a step-up; the password alone no longer does', async () => {
    const { secret } = await enrol('konselor@uptd-ppa');
    await at(now + HALF_MINUTE);
    const { step } = (await signIn('konselor@uptd-ppa')).body;
    const cookie = cookieIn(await second(step, { code: await codeAt(secret) }));
    await at(now + 6 * 60_000);
    const confirm = (proof: object) =>
      api.nobody.post<Problem>('/sessions/current/confirmation', proof, { cookie });
    expect((await confirm({ password: PASSWORD })).body.code).toBe('session.factorNeeded');
    expect((await confirm({})).body.code).toBe('session.confirmationWrong');
    expect((await confirm({ code: await codeAt(secret) })).status).toBe(204);
  });

  it('removing one asks for a proof, and ends what it opened', async () => {
    const { cookie, id } = await enrol('petugas@lpsk');
    const stranger = cookieIn(await signIn('petugas@bapas'));
    expect(
      (await api.nobody.post(`/accounts/current/factors/${id}/removal`, {}, { cookie: stranger })).status,
    ).toBe(404);
    expect((await api.nobody.post(`/accounts/current/factors/${id}/removal`, {}, { cookie })).status).toBe(
      204,
    );
    expect((await signIn('petugas@lpsk')).status).toBe(201);
  });
});

describe('a city that demands it', () => {
  let database: FreshDatabase;
  let api: RunningApi;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database, { SIMPUL_SECOND_FACTOR: 'cases' });
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  it('lets nobody who sees a case do anything but add one', async () => {
    const person = api.as('pendamping@uptd-ppa');
    expect((await person.get('/sessions/current')).body).toMatchObject({ mustAddFactor: true, factors: [] });
    for (const path of ['/cases', '/worklist', '/codes', '/events', '/notifications'])
      expect(await person.get(path)).toMatchObject({ status: 403, body: { code: 'factor.mustAdd' } });
    const { body } = await person.post<{ id: string; secret: string }>('/accounts/current/totp');
    const code = await generate({ secret: body.secret });
    expect((await person.post(`/accounts/current/totp/${body.id}/confirmation`, { code })).status).toBe(201);
    expect((await person.get('/cases')).status).toBe(200);
    expect((await person.post(`/accounts/current/factors/${body.id}/removal`)).body.code).toBe('factor.last');
  });

  it('asks nothing of whoever sees figures alone', async () => {
    expect((await api.as('perencana@bappeda').get('/codes')).status).toBe(200);
  });
});
