import type pg from 'pg';
import { COMMANDS, FROZEN, FUNCTIONS, GRANTS, ROWS, SCHEMAS, type Command, type GrantLine } from './page.js';

/** What the page and the live catalog do not say alike; `only` looks at one table. */
export async function differences(client: pg.Client, only?: string): Promise<string[]> {
  const about = (table: string): boolean => only === undefined || table === only;
  return [
    ...apart(
      grantsOfPage(
        GRANTS.filter(({ table }) => about(table)),
        await columnsOf(client, only),
      ),
      await grantsOf(client, only),
    ),
    ...apart(
      ROWS.filter(({ table }) => about(table)).map(
        ({ table, role, command, policy, must }) =>
          `policy ${table}.${policy} ${must ? 'RESTRICTIVE' : 'PERMISSIVE'} ${command} to ${role}`,
      ),
      await policiesOf(client, only),
    ),
    ...apart(
      FROZEN.filter(({ table }) => about(table)).map(
        ({ table, trigger }) => `trigger ${trigger} on ${table}`,
      ),
      await triggersOf(client, only),
    ),
    ...(await unprotected(client, only)),
    ...(only === undefined ? await callable(client) : []),
  ];
}

/** Functions and schemas, which belong to no table. */
async function callable(client: pg.Client): Promise<string[]> {
  const { rows: functions } = await client.query<{ line: string }>(
    `select format('execute %s by %s', p.oid::regprocedure, case
              when has_function_privilege('public', p.oid, 'execute') then 'everybody'
              else coalesce(string_agg(substr(r.rolname, 8), ' ' order by r.rolname)
                              filter (where has_function_privilege(r.oid, p.oid, 'execute')), '-') end) as line
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace cross join pg_roles r
      where n.nspname in ('simpul', 'ctx', 'ledger') and r.rolname like 'simpul\\_%' and r.rolname <> 'simpul_owner'
      group by p.oid`,
  );
  const { rows: schemas } = await client.query<{ line: string }>(
    `select format('%s on schema %s: %s', p, n.nspname, coalesce(string_agg(substr(r.rolname, 8), ' ' order by r.rolname)
              filter (where has_schema_privilege(r.oid, n.oid, p)), '-')) as line
       from pg_namespace n cross join pg_roles r cross join unnest(array['USAGE', 'CREATE']) p
      where n.nspname in ('simpul', 'ctx', 'ledger', 'public') and r.rolname like 'simpul\\_%' and r.rolname <> 'simpul_owner'
      group by n.nspname, p`,
  );
  const named = (roles: string[]): string => [...roles].sort().join(' ') || '-';
  return [
    ...apart(
      FUNCTIONS.map(({ signature, roles }) => `execute ${signature} by ${named(roles)}`),
      functions.map(({ line }) => line),
    ),
    ...apart(
      SCHEMAS.flatMap(({ schema, cells }) =>
        (['USAGE', 'CREATE'] as const).map((what) => `${what} on schema ${schema}: ${named(cells[what])}`),
      ),
      schemas.map(({ line }) => line),
    ),
  ];
}

function apart(page: string[], live: string[]): string[] {
  const said = new Set(page);
  const is = new Set(live);
  return [
    ...[...is].filter((line) => !said.has(line)).map((line) => `not on the page: ${line}`),
    ...[...said].filter((line) => !is.has(line)).map((line) => `not in the database: ${line}`),
  ];
}

/** `grant SELECT on simpul.x to api: *`, or the columns. Nothing granted is no line. */
function grantsOfPage(lines: GrantLine[], columns: Map<string, string[]>): string[] {
  return lines.flatMap(({ table, role, cells }) =>
    COMMANDS.filter((command) => cells[command] !== '-').map((command) =>
      grantLine(command, table, role, columnsIn(cells[command], columns.get(table) ?? [])),
    ),
  );
}
function columnsIn(cell: string, all: string[]): string[] | '*' {
  if (cell === '*') return '*';
  const words = cell.split(' ');
  if (words[0] !== 'without') return words;
  const left = all.filter((name) => !words.includes(name));
  const counted = words.at(-1)!;
  return counted === `(${left.length})` ? left : [...left, `and not ${counted} columns`];
}
function grantLine(command: Command, table: string, role: string, columns: string[] | '*'): string {
  return `grant ${command} on ${table} to ${role}: ${columns === '*' ? '*' : [...columns].sort().join(' ')}`;
}

const TABLES = `pg_class c join pg_namespace n on n.oid = c.relnamespace`;
const OURS = `n.nspname in ('simpul', 'ctx', 'ledger') and c.relkind in ('r', 'p', 'v', 'm')
  and ($1::text is null or format('%s.%s', n.nspname, c.relname) = $1)`;

async function columnsOf(client: pg.Client, only?: string): Promise<Map<string, string[]>> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select format('%s.%s', n.nspname, c.relname) as "table", array_agg(a.attname::text) as columns from ${TABLES}
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped where ${OURS} group by 1`,
    [only ?? null],
  );
  return new Map(rows.map(({ table, columns }) => [table, columns]));
}

/** What each role really may, whether granted to it, to everybody or to a role that it belongs to. */
async function grantsOf(client: pg.Client, only?: string): Promise<string[]> {
  const { rows } = await client.query<{
    table: string;
    role: string;
    command: Command;
    whole: boolean;
    columns: string[];
  }>(
    `select format('%s.%s', n.nspname, c.relname) as "table", substr(r.rolname, 8) as role, p as command,
            has_table_privilege(r.oid, c.oid, p) as whole,
            case when p = 'DELETE' then '{}' else array(
              select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
                 and not a.attisdropped and has_column_privilege(r.oid, c.oid, a.attnum, p)) end as columns
       from ${TABLES} cross join pg_roles r cross join unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p
      where ${OURS} and r.rolname like 'simpul\\_%' and r.rolname <> 'simpul_owner'`,
    [only ?? null],
  );
  return rows
    .filter(({ whole, columns }) => whole || columns.length > 0)
    .map(({ table, role, command, whole, columns }) =>
      grantLine(command, table, role, whole ? '*' : columns),
    );
}

async function policiesOf(client: pg.Client, only?: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `select format('policy %s.%s.%s %s %s to %s', schemaname, tablename, policyname, permissive, cmd, replace(role, 'simpul_', '')) as line
       from pg_policies, unnest(roles::text[]) role
      where schemaname in ('simpul', 'ctx', 'ledger') and ($1::text is null or format('%s.%s', schemaname, tablename) = $1)
        and not (policyname = 'owner_maintains' and roles = '{simpul_owner}')`,
    [only ?? null],
  );
  return rows.map(({ line }) => line);
}

/** Triggers that may refuse: those that fire before and know how to. */
async function triggersOf(client: pg.Client, only?: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `select format('trigger %s on %s.%s', t.tgname, n.nspname, c.relname) as line from ${TABLES}
       join pg_trigger t on t.tgrelid = c.oid join pg_proc p on p.oid = t.tgfoid
      where ${OURS} and not t.tgisinternal and p.prosrc ilike '%raise%' and t.tgtype & 2 = 2 and t.tgenabled <> 'D'`,
    [only ?? null],
  );
  return rows.map(({ line }) => line);
}

async function unprotected(client: pg.Client, only?: string): Promise<string[]> {
  const { rows } = await client.query<{ line: string }>(
    `select format('row-level security is not forced on %s.%s', n.nspname, c.relname) as line from ${TABLES}
      where ${OURS} and c.relkind in ('r', 'p') and not (c.relrowsecurity and c.relforcerowsecurity)`,
    [only ?? null],
  );
  const known = new Set(GRANTS.map(({ table }) => table));
  const tables = await columnsOf(client, only);
  return [
    ...rows.map(({ line }) => line),
    ...[...tables.keys()].filter((name) => !known.has(name)).map((name) => `no line under Grants: ${name}`),
    ...[...known]
      .filter((name) => (only === undefined || name === only) && !tables.has(name))
      .map((name) => `no such table: ${name}`),
  ];
}
