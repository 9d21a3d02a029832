import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '#harness';
import pg from 'pg';

interface Account {
  id: string;
  email: string;
  displayName: string;
  active: boolean;
  mustChangePassword: boolean;
}
interface Made {
  id: string;
  firstPassword: string;
}
interface Problem {
  code: string;
  openCases?: number;
  errors?: { pointer: string; code: string }[];
}

const OWN = 'hujan di kebun karet';

describe('accounts', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let admin: pg.Client;
  let agencyId: string;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    admin = new pg.Client(database.urls.admin);
    await admin.connect();
    agencyId = (await rows<{ id: string }>(`select id from simpul.agency where code = 'rsud-igd'`))[0]!.id;
  });
  afterAll(async () => {
    await admin?.end();
    await api?.close();
    await database?.drop();
  });

  const rows = async <T>(sql: string, params: unknown[] = []): Promise<T[]> =>
    (await admin.query(sql, params)).rows as T[];
  const office = () => api.as('admin@diskominfo');
  const idOf = async (email: string): Promise<string> =>
    (await rows<{ id: string }>('select id from simpul.account where email = $1', [email]))[0]!.id;
  const acts = async (id: string): Promise<string[]> =>
    (
      await rows<{ said: string }>(
        `select act || ' ' || decision || coalesce(' ' || (facts->>'code'), '') as said from ledger.entry
          where object_id = $1 order by seq`,
        [id],
      )
    ).map(({ said }) => said);
  const signIn = async (email: string, password: string) => {
    const answer = await api.nobody.post<{ mustChangePassword?: boolean }>('/sessions', { email, password });
    return { ...answer, cookie: String(answer.headers['set-cookie'] ?? '').split(';')[0]! };
  };
  const fresh = (email: string) => ({ email, displayName: 'Baru Umpama', role: 'agency_officer', agencyId });
  const add = (email: string) => office().post<Made>('/accounts', fresh(email));

  it('are listed by name in pages that meet without a gap', async () => {
    const seen: string[] = [];
    await admin.query(
      `insert into simpul.account (email, display_name, role, agency_id, agency_kind, agency_code, agency_name, password_hash)
       select 'x' || n || '@kota.example', 'Sama', 'agency_officer', $1, 'RS', 'rsud-igd', 'RSUD', 'none'
         from generate_series(1, 60) n`,
      [agencyId],
    );
    let query = '';
    do {
      const { body } = await office().get<{ items: Account[]; next: string | null }>(`/accounts${query}`);
      seen.push(...body.items.map(({ id }) => id));
      query = body.next ? `?cursor=${body.next}` : '';
    } while (query);
    const all = await rows<{ id: string }>('select id from simpul.account order by lower(display_name), id');
    expect(seen.length).toBe(all.length);
    expect(new Set(seen).size).toBe(all.length);
    expect((await office().get<Problem>('/accounts?cursor=abc')).body.errors).toMatchObject([
      { pointer: '/cursor' },
    ]);
  });

  it('start with a password that opens nothing but its own change', async () => {
    const made = await add('baru@kota.example');
    expect(made.status).toBe(201);
    const first = await signIn('baru@kota.example', made.body.firstPassword);
    expect(first).toMatchObject({ status: 201, body: { mustChangePassword: true } });
    const { cookie } = first;
    for (const path of ['/inbox', '/sessions/current', '/codes', '/notifications'])
      expect(await api.nobody.send('GET', path, undefined, { cookie })).toMatchObject({
        status: 403,
        body: { code: 'password.mustChange' },
      });

    const change = (currentPassword: string, newPassword: string, by = cookie) =>
      api.nobody.post<Problem>(
        '/accounts/current/password',
        { currentPassword, newPassword },
        { cookie: by },
      );
    expect((await change('something else', OWN)).body.code).toBe('password.currentWrong');
    expect((await change(made.body.firstPassword, made.body.firstPassword)).body.errors).toMatchObject([
      { pointer: '/newPassword', code: 'password.same' },
    ]);
    expect((await change(made.body.firstPassword, 'baru-di-kebun-karet')).body.errors).toMatchObject([
      { code: 'password.containsEmail' },
    ]);
    const elsewhere = await signIn('baru@kota.example', made.body.firstPassword);
    expect((await change(made.body.firstPassword, OWN)).status).toBe(204);
    expect((await api.nobody.send('GET', '/inbox', undefined, { cookie })).body).toMatchObject({
      code: 'account.waitsForRelease',
    });
    expect((await api.nobody.send('GET', '/inbox', undefined, { cookie: elsewhere.cookie })).status).toBe(
      401,
    );
    expect((await signIn('baru@kota.example', made.body.firstPassword)).status).toBe(401);
    expect((await signIn('baru@kota.example', OWN)).body.mustChangePassword).toBe(false);
    expect(await acts(made.body.id)).toEqual([
      'account.created allowed',
      'session.open denied wrongPassword',
      'account.passwordChanged allowed',
      'session.open denied wrongPassword',
    ]);
    const [kept] = await rows<{ n: number }>(
      'select count(*)::int as n from simpul.handled_request where answer is not null',
    );
    expect(kept!.n).toBe(0);
  });

  /** In the database alone, with the session of somebody who waits. */
  const seesNoRow = async (cookie: string): Promise<void> => {
    const bare = new pg.Client(database.urls.api);
    await bare.connect();
    await bare.query('begin');
    await bare.query('select ctx.enter($1)', [decodeURIComponent(cookie.split('=')[1]!)]);
    for (const table of ['case_file', 'report', 'account', 'agency'])
      expect((await bare.query(`select 1 from simpul.${table}`)).rows).toEqual([]);
    await bare.end();
  };

  describe('of a newcomer', () => {
    /** Made by the administrator, who then signs in as that person: nobody else knows the first password. */
    const madeAndEntered = async (email: string, wanted: object = {}) => {
      const made = (await office().post<Made>('/accounts', { ...fresh(email), ...wanted })).body;
      const { cookie } = await signIn(email, made.firstPassword);
      return { id: made.id, password: made.firstPassword, cookie };
    };
    const ownPassword = ({ password, cookie }: { password: string; cookie: string }) =>
      api.nobody.post(
        '/accounts/current/password',
        { currentPassword: password, newPassword: OWN },
        { cookie },
      );
    const decide = (by: string, id: string, what = 'letting-in') =>
      api.as(by).post<Problem>(`/newcomers/${id}/${what}`);
    const unit = async (): Promise<string> =>
      (await rows<{ id: string }>(`select id from simpul.agency where code = 'uptd-ppa'`))[0]!.id;

    it('open nothing to an administrator who invents somebody, by any route or in SQL', async () => {
      const invented = await madeAndEntered('rekaan@kota.example', {
        role: 'supervisor',
        agencyId: await unit(),
      });
      expect((await ownPassword(invented)).status).toBe(204);
      const { cookie } = invented;
      for (const path of ['/cases', '/worklist', '/inbox', '/audit/entries', '/codes', '/notifications'])
        expect(await api.nobody.send('GET', path, undefined, { cookie })).toMatchObject({
          status: 403,
          body: { code: 'account.waitsForRelease' },
        });
      await seesNoRow(cookie);
      // Nor do they let themselves in, be it as administrator, as the invented supervisor or by another way round.
      expect((await decide('admin@diskominfo', invented.id)).status).toBe(404);
      expect(
        (await api.nobody.post(`/newcomers/${invented.id}/letting-in`, {}, { cookie })).body,
      ).toMatchObject({ code: 'account.waitsForRelease' });
      expect((await office().post<Problem>(`/accounts/${invented.id}/recovery`)).body.code).toBe(
        'recovery.notPossible',
      );
      expect((await decide('kepala@uptd-ppa', invented.id, 'rejection')).status).toBe(204);
      expect((await api.nobody.send('GET', '/cases', undefined, { cookie })).status).toBe(401);
      expect((await signIn('rekaan@kota.example', OWN)).status).toBe(401);
      expect(await acts(invented.id)).toEqual(expect.arrayContaining(['account.turnedAway allowed']));
    });

    it('open once whoever answers for the office has asked the person, and not before they came', async () => {
      const made = await madeAndEntered('pendamping9@kota.example', {
        role: 'case_worker',
        agencyId: await unit(),
      });
      // The administrator knows the first password still.
      expect((await decide('kepala@uptd-ppa', made.id)).body.code).toBe('newcomer.notYet');
      await ownPassword(made);
      const waiting = async (by: string) =>
        (await api.as(by).get<{ items: object[] }>('/newcomers')).body.items;
      expect(await waiting('kepala@uptd-ppa')).toMatchObject([
        { id: made.id, arrived: true, mayDecide: true, madeByName: 'Reza Hikayat' },
      ]);
      expect(await waiting('kepala@dinkes')).toEqual([]);
      expect(await waiting('admin@diskominfo')).toContainEqual(
        expect.objectContaining({ id: made.id, mayDecide: false }),
      );
      for (const stranger of ['kepala@rsud-igd', 'kepala@dppkbpppa', 'admin@diskominfo'])
        expect((await decide(stranger, made.id)).status).toBe(404);
      expect((await decide('pendamping@uptd-ppa', made.id)).status).toBe(403);
      expect((await decide('kepala@uptd-ppa', made.id)).status).toBe(204);
      expect((await decide('kepala@uptd-ppa', made.id)).status).toBe(404);
      expect((await api.nobody.send('GET', '/cases', undefined, { cookie: made.cookie })).status).toBe(200);
      expect(await acts(made.id)).toContain('account.letIn allowed');
    });

    it('of another administrator need the head of the lead office; their head another administrator, by person', async () => {
      const lead = (await rows<{ id: string }>(`select id from simpul.agency where code = 'diskominfo'`))[0]!;
      const second = await madeAndEntered('admin2@kota.example', {
        role: 'administrator',
        agencyId: lead.id,
      });
      await ownPassword(second);
      expect((await decide('admin@diskominfo', second.id)).status).toBe(404);
      expect((await decide('kepala@dppkbpppa', second.id)).status).toBe(204);
      const dinas = (await rows<{ id: string }>(`select id from simpul.agency where code = 'dppkbpppa'`))[0]!;
      const head = await madeAndEntered('kadis@kota.example', { role: 'dinas_head', agencyId: dinas.id });
      await ownPassword(head);
      const asSecond = () =>
        api.nobody.post(`/newcomers/${head.id}/letting-in`, {}, { cookie: second.cookie });
      // The second account of one and the same human being.
      const [own] = await rows<{ person_id: string }>('select person_id from simpul.account where id = $1', [
        second.id,
      ]);
      await admin.query(
        `update simpul.account set person_id = (select person_id from simpul.account where email = 'admin@diskominfo.simpul.example')
          where id = $1`,
        [second.id],
      );
      expect((await asSecond()).status).toBe(404);
      await admin.query('update simpul.account set person_id = $2 where id = $1', [
        second.id,
        own!.person_id,
      ]);
      expect((await asSecond()).status).toBe(204);
    });
  });

  it('are refused twice for one e-mail, and where the role has no work', async () => {
    expect(await office().post('/accounts', fresh('BARU@kota.example'))).toMatchObject({
      status: 409,
      body: { code: 'account.emailTaken' },
    });
    const wrong = async (change: object) =>
      (await office().post<Problem>('/accounts', { ...fresh('z@kota.example'), ...change })).body.errors;
    expect(await wrong({ role: 'auditor' })).toMatchObject([
      { pointer: '/role', code: 'account.roleElsewhere' },
    ]);
    expect(await wrong({ agencyId: randomUUID() })).toMatchObject([{ code: 'account.unknownAgency' }]);
    expect(await wrong({ email: 'nobody' })).toMatchObject([{ pointer: '/email', code: 'account.email' }]);
  });

  it('of an office that oversees can be made, its address is asked for apart', async () => {
    const { body } = await office().get<{ items: { id: string; code: string }[] }>(
      '/agencies?overseeing=YES',
    );
    expect(body.items.map(({ code }) => code)).toEqual([
      'bagian-hukum',
      'bappeda',
      'diskominfo',
      'inspektorat',
    ]);
    const made = await office().post('/accounts', {
      ...fresh('hukum2@kota.example'),
      role: 'legal_officer',
      agencyId: body.items[0]!.id,
    });
    expect(made.status).toBe(201);
  });

  it('end with their sessions at once', async () => {
    const id = await idOf('petugas@rsud-igd.simpul.example');
    expect((await api.as('petugas@rsud-igd').get('/inbox')).status).toBe(200);
    expect((await office().post(`/accounts/${id}/deactivation`)).status).toBe(204);
    expect(
      await rows('select 1 from simpul.session where account_id = $1 and ended_at is null', [id]),
    ).toEqual([]);
    await expect(api.as('petugas@rsud-igd').get('/inbox')).rejects.toThrow('cannot sign in: 401');
    expect(await office().post(`/accounts/${id}/deactivation`)).toMatchObject({
      body: { code: 'account.inactive' },
    });
    expect(await office().post(`/accounts/${id}/reset`)).toMatchObject({
      body: { code: 'account.inactive' },
    });
    expect(await acts(id)).toContain('account.deactivated allowed');
  });

  it('do not end while they own open cases, nor by their own hand', async () => {
    const opened = await api.as('pendamping@uptd-ppa').post('/reports', {
      channel: 'TELEPON',
      reporter: { kind: 'KELUARGA' },
      receivedAt: new Date().toISOString(),
      clientSafeNow: 'YES',
      narrative: 'Contoh.',
      violenceTypes: ['FISIK'],
      contexts: [],
      victims: [{ name: 'Sekar Umpama', sex: 'P', ageYears: 30 }],
      reportedPersons: [],
    });
    expect(opened.status).toBe(201);
    const id = await idOf('pendamping@uptd-ppa.simpul.example');
    expect(await office().post(`/accounts/${id}/deactivation`)).toMatchObject({
      status: 409,
      body: { code: 'account.ownsOpenCases', openCases: 1 },
    });
    expect(await acts(id)).toContain('account.deactivate refused account.ownsOpenCases');
    const own = await idOf('admin@diskominfo.simpul.example');
    for (const act of ['deactivation', 'reset'])
      expect(await office().post(`/accounts/${own}/${act}`)).toMatchObject({
        body: { code: 'account.self' },
      });
    expect((await office().post(`/accounts/${randomUUID()}/deactivation`)).status).toBe(404);
  });

  describe('after a reset', () => {
    /** Reset by the administrator, who then signs in as that person and makes a password of their own. */
    const takenOver = async (email: string): Promise<{ id: string; cookie: string }> => {
      const id = await idOf(email);
      const { firstPassword } = (await office().post<Made>(`/accounts/${id}/reset`)).body;
      const { cookie } = await signIn(email, firstPassword);
      const words = { currentPassword: firstPassword, newPassword: OWN };
      expect((await api.nobody.post('/accounts/current/password', words, { cookie })).status).toBe(204);
      return { id, cookie };
    };
    const decide = (by: string, id: string, what = 'letting-in') =>
      api.as(by).post<Problem>(`/newcomers/${id}/${what}`);
    const cases = (cookie: string) => api.nobody.send('GET', '/cases', undefined, { cookie });
    const waiting = async (by: string) =>
      (await api.as(by).get<{ items: { id: string }[] }>('/newcomers')).body.items;

    it('an account without a second factor opens nothing to the administrator who knows the password', async () => {
      const { id, cookie } = await takenOver('pendamping2@uptd-ppa.simpul.example');
      expect(await cases(cookie)).toMatchObject({
        status: 403,
        body: { code: 'account.waitsForRelease' },
      });
      await seesNoRow(cookie);
      for (const stranger of ['admin@diskominfo', 'kepala@rsud-igd', 'kepala@dppkbpppa'])
        expect((await decide(stranger, id)).status).toBe(404);
      expect(await waiting('kepala@uptd-ppa')).toMatchObject([
        { id, reason: 'RESET', arrived: true, mayDecide: true, madeByName: 'Reza Hikayat' },
      ]);
      expect((await decide('kepala@uptd-ppa', id)).status).toBe(204);
      expect((await cases(cookie)).status).toBe(200);
      expect(await acts(id)).toEqual(
        expect.arrayContaining(['account.passwordReset allowed', 'account.knownAfterReset allowed']),
      );
    });

    it('a no keeps the account and its work, closed to whoever has the password; two let its owner back in', async () => {
      const { id, cookie } = await takenOver('psikolog@uptd-ppa.simpul.example');
      expect((await decide('kepala@uptd-ppa', id, 'rejection')).status).toBe(204);
      expect((await cases(cookie)).status).toBe(401);
      expect((await signIn('psikolog@uptd-ppa.simpul.example', OWN)).status).toBe(401);
      expect(await waiting('kepala@uptd-ppa')).toEqual([]);
      expect(await rows('select active, waits_for_release from simpul.account where id = $1', [id])).toEqual([
        { active: true, waits_for_release: true },
      ]);
      expect(await acts(id)).toContain('account.resetNotKnown allowed');
      expect((await office().post(`/accounts/${id}/recovery`)).status).toBe(201);
    });

    it('a recovery that waits to be released is not released over a password that an administrator gave', async () => {
      const email = 'konselor@uptd-ppa.simpul.example';
      const id = await idOf(email);
      const { body } = await office().post<{ id: string }>(`/accounts/${id}/recovery`);
      const head = api.as('kepala@uptd-ppa');
      expect((await head.post(`/account-recoveries/${body.id}/confirmation`)).status).toBe(201);
      await takenOver(email);
      expect((await head.post<Problem>(`/account-recoveries/${body.id}/release`)).body.code).toBe(
        'recovery.notBackYet',
      );
      expect((await decide('kepala@uptd-ppa', id)).status).toBe(204);
      expect(await rows('select status from simpul.account_recovery where id = $1', [body.id])).toEqual([
        { status: 'RELEASED' },
      ]);
    });

    it('a newcomer is let in by neither who made the account nor who gave it another password', async () => {
      const [other] = await rows<{ id: string }>(
        `insert into simpul.account (email, display_name, role, agency_id, agency_kind, agency_code, agency_name,
                                     password_hash, must_change_password, waits_for_release, made_by)
         select 'kadis2@kota.example', 'Baru Umpama', 'dinas_head', h.agency_id, h.agency_kind, h.agency_code, h.agency_name,
                '-', true, true, (select id from simpul.account where email = 'admin2@kota.example')
           from simpul.account h where h.email = 'kepala@dppkbpppa.simpul.example' returning id`,
      );
      await takenOver('kadis2@kota.example');
      expect((await decide('admin@diskominfo', other!.id)).status).toBe(404);
    });

    it('whoever has a second factor is asked for it, and waits for nobody', async () => {
      const id = await idOf('petugas@lpsk.simpul.example');
      await admin.query(
        `insert into simpul.factor (account_id, kind, secret, confirmed_at) values ($1, 'totp', '\\x00', simpul.now())`,
        [id],
      );
      const { firstPassword } = (await office().post<Made>(`/accounts/${id}/reset`)).body;
      expect((await signIn('petugas@lpsk.simpul.example', firstPassword)).body).toHaveProperty('ways');
      expect(await rows('select waits_for_release from simpul.account where id = $1', [id])).toEqual([
        { waits_for_release: false },
      ]);
    });
  });

  it('get a new first password by a reset, which ends what the old one opened', async () => {
    const id = await idOf('petugas@dinkes.simpul.example');
    expect((await api.as('petugas@dinkes').get('/inbox')).status).toBe(200);
    const reset = await office().post<Made>(`/accounts/${id}/reset`);
    expect(reset.status).toBe(201);
    await expect(api.as('petugas@dinkes').get('/inbox')).rejects.toThrow('401');
    expect(
      (await signIn('petugas@dinkes.simpul.example', reset.body.firstPassword)).body.mustChangePassword,
    ).toBe(true);
  });

  it('are told of to the supervisor of the agency, and to no other', async () => {
    const made = await office().post<Made>('/accounts', {
      ...fresh('pendamping3@kota.example'),
      role: 'case_worker',
      agencyId: (await rows<{ id: string }>(`select id from simpul.agency where code = 'uptd-ppa'`))[0]!.id,
    });
    const { body } = await api
      .as('kepala@uptd-ppa')
      .get<{ items: { act: string; object?: { id: string } }[] }>('/audit/entries');
    expect(JSON.stringify(body)).toContain(made.body.id);
    expect(JSON.stringify(body)).not.toContain(await idOf('petugas@dinkes.simpul.example'));
  });

  it('are out of reach of the connection of the API without an administrator in it', async () => {
    const bare = new pg.Client(database.urls.api);
    await bare.connect();
    const id = await idOf('kepala@dinkes.simpul.example');
    const denied = { code: '42501' };
    await expect(bare.query('select email from simpul.account')).rejects.toMatchObject(denied);
    await expect(bare.query('select password_hash from simpul.account')).rejects.toMatchObject(denied);
    await expect(bare.query('update simpul.account set active = false')).rejects.toMatchObject(denied);
    await expect(bare.query('select simpul.end_account($1)', [id])).rejects.toMatchObject(denied);
    await expect(bare.query(`select simpul.reset_account($1, 'x')`, [id])).rejects.toMatchObject(denied);
    expect((await bare.query('select * from simpul.accounts_by_name(null, null, 10)')).rows).toEqual([]);
    expect((await bare.query('select simpul.open_cases_of($1) as n', [id])).rows).toEqual([{ n: null }]);
    await bare.end();
  });
});
