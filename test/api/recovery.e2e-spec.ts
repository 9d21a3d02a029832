import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generate } from 'otplib';
import { connected } from '../harness/cluster.js';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../harness/index.js';

const PASSWORD = 'simpul-demo-prabumulih';
const OWN = 'tebu pagi lampu sungai';

interface Listed {
  items: { id: string; displayName: string; status: string; mayDecide: boolean }[];
}

describe('letting somebody back in', () => {
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

  const office = () => api.as('admin@diskominfo');
  const idOf = (mailbox: string): Promise<string> =>
    connected(database.urls.admin, async (admin) => {
      const { rows } = await admin.query<{ id: string }>('select id from simpul.account where email = $1', [
        `${mailbox}.simpul.example`,
      ]);
      return rows[0]!.id;
    });
  const signIn = async (mailbox: string, password: string) => {
    const answer = await api.nobody.post<{ code?: string }>('/sessions', {
      email: `${mailbox}.simpul.example`,
      password,
    });
    return { ...answer, cookie: String(answer.headers['set-cookie']).split(';')[0]! };
  };
  const propose = async (mailbox: string) =>
    office().post<{ id: string; half: string; code?: string }>(`/accounts/${await idOf(mailbox)}/recovery`);
  const confirm = (by: string, id: string) =>
    api.as(by).post<{ half: string }>(`/account-recoveries/${id}/confirmation`);

  it('takes two people, each with a half, and ends every former way in', async () => {
    const before = await signIn('pendamping@uptd-ppa', PASSWORD);
    const totp = (
      await api.nobody.post<{ id: string; secret: string }>(
        '/accounts/current/totp',
        {},
        { cookie: before.cookie },
      )
    ).body;
    const codes = await api.nobody.post<{ recoveryCodes: string[] }>(
      `/accounts/current/totp/${totp.id}/confirmation`,
      { code: await generate({ secret: totp.secret }) },
      { cookie: before.cookie },
    );
    expect(codes.status).toBe(201);

    expect((await propose('admin@diskominfo')).body.code).toBe('account.self');
    const first = await propose('pendamping@uptd-ppa');
    expect(first.status).toBe(201);
    // A proposal changes nothing.
    expect((await api.nobody.send('GET', '/cases', undefined, { cookie: before.cookie })).status).toBe(200);
    expect((await propose('pendamping@uptd-ppa')).body.code).toBe('recovery.notPossible');
    const { items } = (await api.as('kepala@uptd-ppa').get<Listed>('/account-recoveries')).body;
    expect(items).toMatchObject([{ id: first.body.id, displayName: 'Dewi Hikayat', mayDecide: true }]);

    const second = await confirm('kepala@uptd-ppa', first.body.id);
    expect(second.status).toBe(201);
    expect((await api.nobody.send('GET', '/cases', undefined, { cookie: before.cookie })).status).toBe(401);
    for (const alone of [first.body.half, second.body.half, PASSWORD])
      expect((await signIn('pendamping@uptd-ppa', alone)).body.code).toBe('session.wrongCredentials');

    const back = await signIn('pendamping@uptd-ppa', `${first.body.half}-${second.body.half}`);
    expect(back).toMatchObject({
      status: 201,
      body: { mustChangePassword: true, waitsForRelease: true, factors: [] },
    });
    const { cookie } = back;
    const release = () =>
      api.as('kepala@uptd-ppa').post<{ code: string }>(`/account-recoveries/${first.body.id}/release`);
    expect((await release()).body.code).toBe('recovery.notBackYet');
    const changed = await api.nobody.post(
      '/accounts/current/password',
      { currentPassword: `${first.body.half}-${second.body.half}`, newPassword: OWN },
      { cookie },
    );
    expect(changed.status).toBe(204);
    for (const path of ['/cases', '/worklist', '/notifications', '/codes'])
      expect(await api.nobody.send('GET', path, undefined, { cookie })).toMatchObject({
        status: 403,
        body: { code: 'account.waitsForRelease' },
      });
    expect((await release()).status).toBe(204);
    expect((await api.nobody.send('GET', '/cases', undefined, { cookie })).status).toBe(200);
    expect((await release()).status).toBe(409);
  });

  it('is nobody else’s to confirm: not the proposer’s, another office’s, or the person’s own', async () => {
    const { id } = (await propose('petugas@dinkes')).body;
    for (const stranger of ['kepala@uptd-ppa', 'kepala@rsud-igd', 'kepala@dppkbpppa', 'admin@diskominfo'])
      expect((await confirm(stranger, id)).status).toBe(404);
    for (const role of ['petugas@dinkes', 'auditor@inspektorat', 'pendamping2@uptd-ppa'])
      expect((await confirm(role, id)).status).toBe(403);
    expect((await api.as('kepala@rsud-igd').get<Listed>('/account-recoveries')).body.items).toEqual([]);
    expect((await api.as('kepala@rsud-igd').post(`/account-recoveries/${id}/rejection`)).status).toBe(404);
    expect((await api.as('kepala@dinkes').post(`/account-recoveries/${id}/rejection`)).status).toBe(204);
    expect((await confirm('kepala@dinkes', id)).status).toBe(404);
    expect((await signIn('petugas@dinkes', PASSWORD)).status).toBe(201);
  });

  it('of somebody who heads the office alone is the lead office’s', async () => {
    const { id } = (await propose('kepala@uptd-ppa')).body;
    expect((await confirm('kepala@uptd-ppa', id)).status).toBe(404);
    expect((await confirm('kepala@dppkbpppa', id)).status).toBe(201);
  });

  it('stands in the ledger, each step in its own name', async () => {
    const acts = await connected(database.urls.admin, async (admin) => {
      const { rows } = await admin.query<{ told: string }>(
        `select act || ' ' || actor_role as told from ledger.entry where act like 'account.recovery%' and act <> 'account.recoveryCodesMade' order by seq`,
      );
      return rows.map(({ told }) => told);
    });
    expect(acts).toEqual([
      'account.recoveryProposed administrator',
      'account.recoveryConfirmed supervisor',
      'account.recoveryReleased supervisor',
      'account.recoveryProposed administrator',
      'account.recoveryRejected agency_head',
      'account.recoveryProposed administrator',
      'account.recoveryConfirmed dinas_head',
    ]);
  });

  it('cannot be had by SQL in the API’s connection', async () => {
    const { id } = (await propose('petugas@rsud-igd')).body;
    await connected(database.urls.api, async (bare) => {
      expect((await bare.query('select * from simpul.recoveries()')).rows).toEqual([]);
      expect((await bare.query('select simpul.recovery_half($1) as half', [id])).rows).toEqual([
        { half: null },
      ]);
      expect((await bare.query(`select simpul.decide_recovery($1, 'x') as whom`, [id])).rows).toEqual([
        { whom: null },
      ]);
      await expect(bare.query('select * from simpul.account_recovery')).rejects.toMatchObject({
        code: '42501',
      });
    });
  });
});
