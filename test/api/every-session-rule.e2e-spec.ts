import { randomUUID } from 'node:crypto';
import { EventsController } from '#notifications';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import pg from 'pg';

import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../harness/index.js';

const PASSWORD = 'simpul-demo-prabumulih';
const COUNSELOR = 'pendamping@uptd-ppa';
const MINUTE = 60_000;

/** One person at one screen: a session, its open stream of changes, and what SQL in its name may see. */
interface Screen {
  cookie: string;
  account: string;
  ask: (path?: string) => Promise<{ status: number; code?: string }>;
  /** What the stream said until it ended. */
  ended: Promise<string>;
}

type Ending = [rule: string, answer: { status: number; code?: string }, act: (screen: Screen) => unknown];

/** What a session may do is decided at each request anew, in the application and in PostgreSQL, and on the open stream. */
describe('every session rule counts at the very next request', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let admin: pg.Client;
  let bare: pg.Client;
  let address: string;
  let began: number;
  const hangUps: (() => void)[] = [];

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database, { SIMPUL_SECOND_FACTOR: 'cases' });
    await api.app.listen(0, '127.0.0.1');
    address = `${await api.app.getUrl()}/api`;
    admin = new pg.Client(database.urls.admin);
    bare = new pg.Client(database.urls.api);
    await Promise.all([admin.connect(), bare.connect()]);
  });
  afterAll(async () => {
    for (const hangUp of hangUps) hangUp();
    await Promise.all([admin?.end(), bare?.end()]);
    await api?.close();
    await database?.drop();
  });
  beforeEach(async () => {
    beat(50);
    began = Date.now();
    await later(0);
  });

  const beat = (ms: number) => (api.app.get(EventsController, { strict: false }).heartbeatMs = ms);
  const later = (ms: number) => database.setClock(new Date(began + ms).toISOString());
  const tell = (sql: string, ...params: unknown[]) => admin.query(sql, params);
  const post = (path: string, body: object, cookie: string) => api.nobody.post(path, body, { cookie });

  /** Somebody with a second factor, so that this house's demand is met, and nothing of a former case. */
  async function sitDown(mailbox = COUNSELOR): Promise<Screen> {
    const email = `${mailbox}.simpul.example`;
    const { rows } = await tell(
      `update simpul.account set active = true, must_change_password = false, waits_for_release = false
        where email = $1 returning id`,
      email,
    );
    const { id } = rows[0] as { id: string };
    await tell('update simpul.factor set removed_at = simpul.now() where account_id = $1', id);
    const signedIn = await api.nobody.post('/sessions', { email, password: PASSWORD });
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0]!;
    const begun = await post('/accounts/current/totp', {}, cookie);
    const { id: factor, secret } = begun.body as { id: string; secret: string };
    const code = await generate({ secret, epoch: Math.floor(began / 1000) });
    expect((await post(`/accounts/current/totp/${factor}/confirmation`, { code }, cookie)).status).toBe(201);
    const stop = new AbortController();
    hangUps.push(() => stop.abort());
    const stream = await fetch(`${address}/events`, { headers: { cookie }, signal: stop.signal });
    expect(stream.status).toBe(200);
    const ask = async (path = '/codes') => {
      const { status, body } = await api.nobody.send<{ code?: string }>('GET', path, undefined, { cookie });
      return { status, ...(body.code && { code: body.code }) };
    };
    expect(await ask()).toEqual({ status: 200 });
    expect(await seenInSql(cookie)).toBeGreaterThan(0);
    return { cookie, account: id, ask, ended: stream.text().catch(() => 'hung up') };
  }

  /** Rows that the API's database role gets with this session's token and no application in between. */
  async function seenInSql(cookie: string): Promise<number> {
    await bare.query('begin');
    try {
      await bare.query('select 1 from ctx.enter($1)', [/=([^;]+)/.exec(cookie)![1]]);
      const { rows } = await bare.query<{ n: number }>(
        `select (select count(*) from simpul.account) + (select count(*) from simpul.agency)
              + (select count(*) from simpul.case_file) + (select count(*) from ledger.entry) as n`,
      );
      return Number(rows[0]!.n);
    } finally {
      await bare.query('rollback');
    }
  }

  const GONE = { status: 401, code: 'session.required' };
  const ENDINGS: Ending[] = [
    [
      'the account is closed',
      GONE,
      ({ account }) => tell('update simpul.account set active = false where id = $1', account),
    ],
    [
      'the session is ended from another device',
      GONE,
      ({ account }) =>
        tell('update simpul.session set ended_at = simpul.now() where account_id = $1', account),
    ],
    [
      'its person signs out',
      GONE,
      ({ cookie }) => api.nobody.send('DELETE', '/sessions/current', undefined, { cookie }),
    ],
    ['it rests too long', GONE, () => later(15 * MINUTE)],
    [
      'it is as old as a session may become',
      GONE,
      async ({ account }) => {
        await tell(
          'update simpul.session set last_seen_at = $2 where account_id = $1',
          account,
          new Date(began + 12 * 60 * MINUTE),
        );
        await later(12 * 60 * MINUTE);
      },
    ],
    [
      'an administrator gives a new first password',
      { status: 403, code: 'password.mustChange' },
      ({ account }) => tell('update simpul.account set must_change_password = true where id = $1', account),
    ],
    [
      'two people let its person back in',
      { status: 403, code: 'account.waitsForRelease' },
      ({ account }) => tell('update simpul.account set waits_for_release = true where id = $1', account),
    ],
    [
      'the last second factor is taken away',
      { status: 403, code: 'factor.mustAdd' },
      ({ account }) =>
        tell('update simpul.factor set removed_at = simpul.now() where account_id = $1', account),
    ],
  ];

  it.each(ENDINGS)('%s: refused, no row in SQL, the stream ends', async (_rule, answer, act) => {
    const screen = await sitDown();
    await act(screen);
    expect(await screen.ask()).toEqual(answer);
    expect(await seenInSql(screen.cookie)).toBe(0);
    expect(await screen.ended).not.toContain('changed');
  });

  it('what rests is what nobody asked of, to the minute: each request counts, an open page does not', async () => {
    const { ask, ended } = await sitDown();
    for (const minutes of [14, 28, 42]) {
      await later(minutes * MINUTE);
      expect(await ask()).toEqual({ status: 200 });
    }
    await later(57 * MINUTE);
    await ended;
    expect(await ask()).toEqual(GONE);
  });

  it('a proof of being there is five minutes old at most, in the application and in SQL', async () => {
    const { cookie } = await sitDown();
    const open = { caseNumber: 'PBM-2026-9999', reason: 'DANGER_NOW', words: 'Ketukan di pintu.' };
    const tried = async () =>
      (await post('/emergency-accesses', open, cookie)) as { status: number; body: { code?: string } };
    const inSql = async (): Promise<string> => {
      await bare.query('begin');
      await bare.query('select 1 from ctx.enter($1)', [/=([^;]+)/.exec(cookie)![1]]);
      const { rows } = await bare.query<{ code: string }>(
        `select code from simpul.open_emergency('PBM-2026-9999', 'DANGER_NOW')`,
      );
      await bare.query('rollback');
      return rows[0]!.code;
    };
    expect([(await tried()).body.code, await inSql()]).toEqual(['notFound', 'notFound']);
    await later(6 * MINUTE);
    expect([(await tried()).body.code, await inSql()]).toEqual(['step-up-needed', 'step-up-needed']);
  });

  it('an own new password ends every other session of the account', async () => {
    const left = await sitDown('konselor@puspaga');
    const { rows } = await tell(
      'select id from simpul.session where account_id = $1 and ended_at is null',
      left.account,
    );
    const change = { currentPassword: PASSWORD, newPassword: 'hujan di kebun karet' };
    await tell(
      `insert into simpul.session (token_hash, account_id, expires_at, idle_seconds, opened_by)
       select sha256('another'), account_id, expires_at, idle_seconds, opened_by from simpul.session where id = $1`,
      (rows[0] as { id: string }).id,
    );
    expect(await seenInSql('session=another')).toBeGreaterThan(0);
    expect((await post('/accounts/current/password', change, left.cookie)).status).toBeLessThan(300);
    expect(await left.ask()).toEqual({ status: 200 });
    const { rows: live } = await tell(
      'select id from simpul.session where account_id = $1 and ended_at is null',
      left.account,
    );
    expect(live).toEqual(rows);
    expect(await seenInSql('session=another')).toBe(0);
  });

  it('whoever is taken off a team has lost the case at the next request, in SQL as well', async () => {
    const owner = await sitDown();
    const { body } = await post(
      '/reports',
      {
        channel: 'TELEPON',
        reporter: { kind: 'KORBAN' },
        clientSafeNow: 'YES',
        narrative: 'Cerita rekaan.',
        violenceTypes: ['PSIKIS'],
        contexts: ['KDRT'],
        victims: [{ name: 'Umpama Rekaan', sex: 'P', ageYears: 30 }],
        reportedPersons: [],
      },
      owner.cookie,
    );
    const { caseId } = body as { caseId: string };
    const colleague = await sitDown('psikolog@uptd-ppa');
    await post(`/cases/${caseId}/members`, { accountId: colleague.account }, owner.cookie);
    expect(await colleague.ask(`/cases/${caseId}`)).toEqual({ status: 200 });
    const casesInSql = async (): Promise<number> => {
      await bare.query('begin');
      await bare.query('select 1 from ctx.enter($1)', [/=([^;]+)/.exec(colleague.cookie)![1]]);
      const { rows } = await bare.query('select 1 from simpul.case_file');
      await bare.query('rollback');
      return rows.length;
    };
    expect(await casesInSql()).toBe(1);
    await post(`/cases/${caseId}/members/${colleague.account}/ending`, {}, owner.cookie);
    expect(await colleague.ask(`/cases/${caseId}`)).toEqual({ status: 404, code: 'notFound' });
    expect(await casesInSql()).toBe(0);
  });

  it('another role or office is met at once, and the stream of the former one ends', async () => {
    const moved = await sitDown('pendamping2@uptd-ppa');
    await tell(`update simpul.account set role = 'planner' where id = $1`, moved.account);
    expect(await moved.ask('/cases')).toEqual({ status: 403, code: 'forbidden' });
    await moved.ended;
    const lent = await sitDown('petugas@dinkes');
    await tell(
      `update simpul.account a set agency_id = g.id, agency_kind = g.kind, agency_code = g.code, agency_name = g.name
         from simpul.agency g where g.code = 'dinsos-rehab' and a.id = $1`,
      lent.account,
    );
    const { cookie } = lent;
    const { body } = await api.nobody.send('GET', '/sessions/current', undefined, { cookie });
    expect(body).toMatchObject({ agency: { code: 'dinsos-rehab' } });
    await lent.ended;
  });

  it('a role of which no factor was demanded owes one from the moment it is another, in SQL as well', async () => {
    const { cookie, account, ask } = await sitDown('perencana@bappeda');
    await tell('update simpul.factor set removed_at = simpul.now() where account_id = $1', account);
    expect(await ask()).toEqual({ status: 200 });
    await tell(`update simpul.account set role = 'case_worker' where id = $1`, account);
    expect(await ask()).toEqual({ status: 403, code: 'factor.mustAdd' });
    expect(await seenInSql(cookie)).toBe(0);
  });

  it('who waits can write nothing but that they were denied', async () => {
    const { cookie, account } = await sitDown();
    await tell('update simpul.account set waits_for_release = true where id = $1', account);
    const write = async (decision: string, whom: string) => {
      await bare.query('begin');
      try {
        await bare.query('select 1 from ctx.enter($1)', [/=([^;]+)/.exec(cookie)![1]]);
        await bare.query(
          `insert into ledger.entry (id, at, act, decision, actor_id, actor_role, actor_agency, facts, leaf)
           select gen_random_uuid(), simpul.now(), 'case.read', $1, $2, 'case_worker', (ctx.waiting())[3]::uuid, '{}', '{}'`,
          [decision, whom],
        );
        return 'written';
      } catch (error) {
        return (error as { code: string }).code;
      } finally {
        await bare.query('rollback');
      }
    };
    expect(await write('denied', account)).toBe('written');
    expect(await write('allowed', account)).toBe('42501');
    expect(await write('denied', randomUUID())).toBe('42501');
  });

  it('an open stream says no word after the end, also before its next heartbeat', async () => {
    beat(10 * MINUTE);
    const { account, ended } = await sitDown();
    await tell('update simpul.session set ended_at = simpul.now() where account_id = $1', account);
    const change = JSON.stringify({ account, topic: 'case.member', id: randomUUID() });
    await tell(`select pg_notify('simpul_changed', $1)`, change);
    expect(await ended).not.toContain('changed');
  });
});
