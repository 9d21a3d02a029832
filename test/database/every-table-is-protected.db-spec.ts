import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../harness/index.js';

/** Roles that a running program logs in as. None of them may own or bypass anything. */
const PROGRAMS = ['simpul_api', 'simpul_signin', 'simpul_worker', 'simpul_ledger', 'simpul_queue'];

describe('what the catalog says about every table', () => {
  let database: FreshDatabase;
  let owner: pg.Client;

  beforeAll(async () => {
    database = await freshDatabase();
    owner = new pg.Client(database.urls.admin);
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await database.drop();
  });

  const rows = async <T>(sql: string): Promise<T[]> => (await owner.query(sql)).rows as T[];

  it('row-level security is enabled and forced on every table of ours', async () => {
    const tables = await rows<{ name: string; on: boolean; forced: boolean }>(
      `select format('%s.%s', n.nspname, c.relname) as name, c.relrowsecurity as "on", c.relforcerowsecurity as forced
         from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('simpul', 'ctx', 'ledger') and c.relkind in ('r', 'p')`,
    );
    expect(tables.length).toBeGreaterThan(25);
    expect(tables.filter((table) => !table.on || !table.forced)).toEqual([]);
  });

  it('no view or materialised view walks around it', async () => {
    const views = await rows(
      `select c.oid::regclass as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('simpul', 'ledger') and c.relkind in ('v', 'm')
          and not coalesce(c.reloptions::text like '%security_invoker=true%', false)`,
    );
    expect(views).toEqual([]);
  });

  it('no program is superuser, bypasses row-level security, makes roles, or owns a thing', async () => {
    const strong = await rows(
      `select rolname from pg_roles where rolname = any ('{${PROGRAMS.join(',')}}')
          and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)`,
    );
    expect(strong).toEqual([]);
    const members = await rows(
      `select m.rolname as member, g.rolname as of from pg_auth_members a
         join pg_roles m on m.oid = a.member join pg_roles g on g.oid = a.roleid
        where m.rolname = any ('{${PROGRAMS.join(',')}}')`,
    );
    expect(members).toEqual([]);
    const owned = await rows(
      `select c.oid::regclass as name from pg_class c join pg_roles r on r.oid = c.relowner
        join pg_namespace n on n.oid = c.relnamespace
        where r.rolname = any ('{simpul_api,simpul_signin,simpul_worker,simpul_ledger}') and n.nspname <> 'bullmq'`,
    );
    expect(owned).toEqual([]);
  });

  it('every command that a program is granted on a table has a policy that was written for it', async () => {
    const gaps = await rows(
      `select g.grantee, g.table_schema, g.table_name, g.privilege_type
         from information_schema.role_table_grants g
        where g.grantee = any ('{simpul_api,simpul_signin,simpul_worker,simpul_ledger}')
          and g.table_schema in ('simpul', 'ledger', 'ctx')
          and not exists (
            select 1 from pg_policies p
             where p.schemaname = g.table_schema and p.tablename = g.table_name
               and (g.grantee = any (p.roles) or 'public' = any (p.roles)) and p.cmd in ('ALL', g.privilege_type))`,
    );
    expect(gaps).toEqual([]);
  });

  it('nobody may empty a table, and the API deletes nothing', async () => {
    const grants = await rows<{ grantee: string; table_name: string; privilege_type: string }>(
      `select grantee, table_name, privilege_type from information_schema.role_table_grants
        where grantee = any ('{${PROGRAMS.join(',')}}') and table_schema in ('simpul', 'ledger', 'ctx')
          and privilege_type in ('TRUNCATE', 'REFERENCES', 'TRIGGER', 'DELETE')`,
    );
    expect(grants.filter((grant) => grant.privilege_type !== 'DELETE')).toEqual([]);
    expect(grants.filter((grant) => grant.grantee === 'simpul_api')).toEqual([]);
  });

  it('no program may change or delete a ledger entry', async () => {
    const grants = await rows(
      `select grantee, table_name, privilege_type from information_schema.role_table_grants
        where table_schema = 'ledger' and privilege_type in ('UPDATE', 'DELETE') and grantee <> 'simpul_owner'`,
    );
    expect(grants).toEqual([]);
  });

  it('every function that runs with its owner’s rights pins its search path', async () => {
    const loose = await rows(
      `select p.oid::regprocedure as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
        where n.nspname in ('simpul', 'ctx', 'ledger') and p.prosecdef
          and not coalesce(p.proconfig::text like '%search_path=%', false)`,
    );
    expect(loose).toEqual([]);
  });

  it('the schemas hold no table that everybody may read', async () => {
    const open = await rows(
      `select table_schema, table_name from information_schema.role_table_grants
        where grantee = 'PUBLIC' and table_schema in ('simpul', 'ctx', 'ledger')`,
    );
    expect(open).toEqual([]);
  });
});
