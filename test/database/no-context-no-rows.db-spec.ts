import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../harness/index.js';

/** What any signed-in person may read says nothing about a case; without a context even that is closed. */
describe('the API’s database role in a plain SQL client', () => {
  let database: FreshDatabase;
  let admin: pg.Client;
  let api: pg.Client;
  let tables: string[];

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    admin = new pg.Client(database.urls.admin);
    api = new pg.Client(database.urls.api);
    await Promise.all([admin.connect(), api.connect()]);
    tables = (
      await admin.query<{ name: string }>(
        `select distinct format('%I.%I', table_schema, table_name) as name from information_schema.column_privileges
          where grantee = 'simpul_api' and privilege_type = 'SELECT' and table_schema in ('simpul', 'ledger')`,
      )
    ).rows.map((row) => row.name);
  });
  afterAll(async () => {
    await Promise.all([admin.end(), api.end()]);
    await database.drop();
  });

  const visible = async (client: pg.Client): Promise<Record<string, number>> => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { rows } = await client.query<{ n: number }>(`select count(*)::int as n from ${table}`);
      if (rows[0]!.n > 0) counts[table] = rows[0]!.n;
    }
    return counts;
  };

  it('has tables with rows to hide', async () => {
    expect(tables.length).toBeGreaterThan(20);
    expect(Object.keys(await visible(admin)).length).toBeGreaterThan(4);
  });

  it('sees zero rows of every table with no context', async () => {
    expect(await visible(api)).toEqual({});
  });

  it('sees zero rows with a made-up context, whatever it claims to be', async () => {
    const { rows } = await admin.query<{ id: string; agency_id: string; person_id: string }>(
      `select id, agency_id, person_id from simpul.account where role = 'supervisor' limit 1`,
    );
    const { id, agency_id: agency, person_id: person } = rows[0]!;
    await api.query('begin');
    const body = [id, 'supervisor', agency, person, id].join('|');
    const mine = (
      await api.query<{ pid: number; at: string }>(
        `select pg_backend_pid() as pid, (extract(epoch from transaction_timestamp()) * 1000000)::bigint::text as at`,
      )
    ).rows[0]!;
    const claim = `${body}|${mine.pid}|${mine.at}|`;
    for (const forged of [claim, `${claim}${'0'.repeat(64)}`, id, `${claim}${'f'.repeat(64)}|extra`]) {
      await api.query(`select set_config('simpul.context', $1, true)`, [forged]);
      expect(await visible(api)).toEqual({});
    }
    await api.query('rollback');
  });

  it('cannot make a MAC, read the key, or make or find a session', async () => {
    for (const statement of [
      `select ctx.mac('x')`,
      'select * from ctx.secret',
      'select * from simpul.session',
      'select password_hash from simpul.account',
      `insert into simpul.session (account_id, token_hash, idle_seconds, expires_at)
         select id, sha256('x'), 900, now() + interval '1 day' from simpul.account limit 1`,
      `set role simpul_owner`,
      `create or replace function simpul.now() returns timestamptz language sql as $$ select now() $$`,
      `create table simpul.mine ()`,
    ])
      await expect(api.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('a context that was real does not outlive its transaction, nor work in another connection', async () => {
    const token = 'A'.repeat(43);
    await admin.query(
      `insert into simpul.session (account_id, token_hash, idle_seconds, expires_at)
         select id, sha256(convert_to($1, 'UTF8')), 900, now() + interval '1 hour' from simpul.account
          where role = 'supervisor' limit 1`,
      [token],
    );
    await api.query('begin');
    await api.query('select * from ctx.enter($1)', [token]);
    expect(Object.keys(await visible(api))).toContain('simpul.account');
    const { rows } = await api.query<{ claim: string }>(`select current_setting('simpul.context') as claim`);
    const { claim } = rows[0]!;
    await api.query('commit');

    expect(await visible(api)).toEqual({});
    await api.query(`select set_config('simpul.context', $1, false)`, [claim]);
    expect(await visible(api)).toEqual({});

    const other = new pg.Client(database.urls.api);
    await other.connect();
    await other.query(`select set_config('simpul.context', $1, false)`, [claim]);
    expect(await visible(other)).toEqual({});
    await other.end();
    await api.query(`select set_config('simpul.context', '', false)`);
  });

  it('can neither change nor delete what the ledger holds', async () => {
    for (const statement of [
      'update ledger.entry set act = act',
      'delete from ledger.entry',
      'truncate ledger.entry',
    ])
      await expect(api.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});
