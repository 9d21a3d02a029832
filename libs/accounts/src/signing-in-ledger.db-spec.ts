import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ledgerName, openSigner, Sealer } from '#audit';
import pg from 'pg';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../../../test/harness/index.js';

const OFFICER = { email: 'petugas@dinkes.simpul.example', password: 'simpul-demo-prabumulih' };
const WORKER = 'pendamping@uptd-ppa.simpul.example';

interface Row {
  act: string;
  decision: string;
  actor_id: string | null;
  actor_role: string;
  object_kind: string | null;
  object_id: string | null;
  facts: Record<string, unknown>;
  request_id: string | null;
  all: string;
}

describe('signing in, in the ledger', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let admin: pg.Client;
  let signin: pg.Client;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    [admin, signin] = [new pg.Client(database.urls.admin), new pg.Client(database.urls.signin)];
    await admin.connect();
    await signin.connect();
  });
  afterAll(async () => {
    await signin.end();
    await admin.end();
    await api.close();
    await database.drop();
  });

  const entries = async (): Promise<Row[]> =>
    (await admin.query<Row>(`select e.*, e::text as "all" from ledger.entry e order by seq`)).rows;
  const idOf = async (email: string): Promise<string> =>
    (await admin.query<{ id: string }>('select id from simpul.account where email = $1', [email])).rows[0]!
      .id;
  const fail = (email: string) => api.nobody.post('/sessions', { email, password: 'tebakan' });

  it('tells of success and of signing out in the name of the person', async () => {
    const opened = await api.nobody.post('/sessions', OFFICER);
    const cookie = String(opened.headers['set-cookie']).split(';')[0]!;
    await api.nobody.send('DELETE', '/sessions/current', undefined, { cookie });
    const actor = { actor_id: await idOf(OFFICER.email), actor_role: 'agency_officer', decision: 'allowed' };
    expect(await entries()).toMatchObject([
      { act: 'session.opened', object_kind: 'session', ...actor },
      { act: 'session.closed', object_kind: 'session', ...actor },
    ]);
    expect((await entries())[0]!.request_id).toMatch(/^[\w-]+$/);
  });

  it('tells of a failure without any address, naming the account when there is one', async () => {
    const before = (await entries()).length;
    await fail(WORKER);
    await fail('siapa@tidak.example');
    const found = (await entries()).slice(before);
    const nobody = { act: 'session.open', decision: 'denied', actor_id: null, actor_role: 'nobody' };
    expect(found).toMatchObject([
      { ...nobody, object_kind: 'account', object_id: await idOf(WORKER), facts: { code: 'wrongPassword' } },
      { ...nobody, object_kind: null, object_id: null, facts: { code: 'unknownAccount', attempts: 1 } },
    ]);
    for (const { all } of found) expect(all).not.toMatch(/@|siapa|pendamping|tebakan/);
  });

  it('tells of a deactivated account, whose owner hears the same as anybody', async () => {
    await admin.query('update simpul.account set active = false where email = $1', [OFFICER.email]);
    const answer = await api.nobody.post('/sessions', OFFICER);
    await admin.query('update simpul.account set active = true where email = $1', [OFFICER.email]);
    expect(answer).toMatchObject({ status: 401, body: { code: 'session.wrongCredentials' } });
    expect((await entries()).at(-1)).toMatchObject({ facts: { code: 'inactive' } });
  });

  it('is not flooded by made-up addresses: one entry a minute, with how many there were', async () => {
    const before = (await entries()).length;
    for (let made = 0; made < 12; made++) await fail(`a${made}@tidak.example`);
    expect((await entries()).length).toBe(before);
    await database.setClock(new Date(Date.now() + 61_000).toISOString());
    await Promise.all([1, 2, 3].map((made) => fail(`b${made}@tidak.example`)));
    await database.setClock(null);
    const found = (await entries()).slice(before);
    expect(found).toHaveLength(1);
    expect(found[0]!.facts.attempts).toBeGreaterThanOrEqual(13);
  });

  it('leaves to the next entry whoever fails in the same moment', async () => {
    const before = (await entries()).length;
    await database.setClock(new Date(Date.now() + 600_000).toISOString());
    const other = new pg.Client(database.urls.signin);
    await other.connect();
    for (const client of [signin, other]) {
      await client.query('begin');
      const { rows } = await client.query<{ id: string }>(
        `insert into simpul.sign_in_attempt (email_hash, succeeded, reason) values ('x', false, 'unknownAccount') returning id`,
      );
      await client.query('select ledger.sign_in_failed($1, null)', [rows[0]!.id]);
    }
    for (const client of [signin, other]) await client.query('commit');
    await other.end();
    await database.setClock(null);
    expect((await entries()).length).toBe(before + 1);
  });

  it('holds when it is verified: what the database wrote is what the program would have written', async () => {
    const sealer = new Sealer(
      database.urls.ledger,
      openSigner(database.env.SIMPUL_LEDGER_KEY_FILE!, ledgerName('16.74')),
    );
    await sealer.pass();
    await sealer.close();
    const { body } = await api.as('auditor@inspektorat').post('/audit/verifications');
    expect(body).toMatchObject({ ok: true });
    expect(body.sealed).toBeGreaterThanOrEqual(5);
  });

  it('lets the auditor and the supervisor of the account read of it, in words', async () => {
    const tried = {
      sentence: 'mencoba, dan ditolak: masuk ke Simpul',
      accountName: 'Dewi Hikayat',
      actorName: null,
    };
    for (const reader of ['auditor@inspektorat', 'kepala@uptd-ppa']) {
      const { body } = await api
        .as(reader)
        .get<{ items: { facts: object }[] }>('/audit/entries?act=session.open');
      expect(body.items.filter(({ facts }) => 'code' in facts)).toContainEqual(
        expect.objectContaining(tried),
      );
    }
    const { body } = await api
      .as('kepala@uptd-ppa')
      .get<{ items: { facts: { code?: string } }[] }>('/audit/entries?act=session.open');
    expect(body.items.map(({ facts }) => facts.code)).not.toContain('unknownAccount');
  });

  it('cannot be written by SQL of the sign-in role for another act, another time or another person', async () => {
    const { rows } = await admin.query<{ id: string; attempt: string }>(
      `select (select id from simpul.session order by created_at limit 1) as id,
              (select id from simpul.sign_in_attempt where not succeeded order by created_at limit 1) as attempt`,
    );
    const [old] = rows;
    const denied = { code: '42501' };
    await expect(
      signin.query(`insert into ledger.entry (id) values (gen_random_uuid())`),
    ).rejects.toMatchObject(denied);
    await expect(signin.query('select * from ledger.entry')).rejects.toMatchObject(denied);
    await expect(
      signin.query(`select ledger.write_signing_in('case.read', 'allowed', null, null, null, '{}', null)`),
    ).rejects.toMatchObject(denied);
    await expect(signin.query('select ledger.session_written($1, null)', [old!.id])).rejects.toMatchObject(
      denied,
    );
    await expect(
      signin.query('select ledger.sign_in_failed($1, null)', [old!.attempt]),
    ).rejects.toMatchObject(denied);
    await expect(signin.query('update simpul.sign_in_attempt set entered = true')).rejects.toMatchObject(
      denied,
    );
    const api = new pg.Client(database.urls.api);
    await api.connect();
    await expect(api.query('select ledger.sign_in_failed($1, null)', [old!.attempt])).rejects.toMatchObject(
      denied,
    );
    await api.end();
  });

  it('keeps a strange request id out of the recorded bytes', async () => {
    await signin.query('begin');
    const { rows } = await signin.query<{ id: string }>(
      `insert into simpul.sign_in_attempt (email_hash, succeeded, account_id, reason)
       values ('x', false, $1, 'wrongPassword') returning id`,
      [await idOf(WORKER)],
    );
    await signin.query('select ledger.sign_in_failed($1, $2)', [rows[0]!.id, 'a","act":"case.read']);
    await signin.query('commit');
    expect((await entries()).at(-1)).toMatchObject({ act: 'session.open', request_id: null });
  });
});
