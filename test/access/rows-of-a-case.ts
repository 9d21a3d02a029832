import type pg from 'pg';

/** Where rows that hang on a case can be found: `table.column in (ids)`. */
export interface Hold {
  table: string;
  column: string;
  ids: string[];
}

interface Link {
  table: string;
  column: string;
  parent: string;
}

/** Things of a case that other rows point to. Accounts and agencies are not of the case. */
const PARENTS = [
  'case_file',
  'report',
  'person',
  'referral',
  'deadline',
  'deadline_step',
  'screening',
  'lawful_basis',
];

/**
 * Follows every foreign key, and every column that is named like one, from a case downwards, as the superuser: a new
 * table is in the test without being written down anywhere.
 */
export async function rowsOfACase(admin: pg.Client, caseId: string): Promise<Hold[]> {
  const { rows: links } = await admin.query<Link>(
    `select c.table_name as "table", c.column_name as "column", p.parent
       from information_schema.columns c
       join unnest($1::text[]) as p (parent) on c.column_name in (p.parent || '_id', replace(p.parent, '_file', '') || '_id')
      where c.table_schema = 'simpul' and c.data_type = 'uuid'
     union
     select r.relname, a.attname, f.relname
       from pg_constraint k join pg_class r on r.oid = k.conrelid join pg_class f on f.oid = k.confrelid
       join pg_attribute a on a.attrelid = r.oid and a.attnum = k.conkey[1]
      where k.contype = 'f' and r.relnamespace = 'simpul'::regnamespace and f.relname = any ($1)`,
    [PARENTS],
  );
  const found = new Map<string, Set<string>>(PARENTS.map((parent) => [parent, new Set<string>()]));
  found.get('case_file')!.add(caseId);
  for (let grew = true; grew;) {
    grew = false;
    for (const { table, column, parent } of links.filter((link) => found.has(link.table))) {
      const { rows } = await admin.query<{ id: string }>(
        `select id from simpul.${table} where ${column} = any ($1::uuid[])`,
        [[...found.get(parent)!]],
      );
      const known = found.get(table)!;
      for (const { id } of rows) {
        grew ||= !known.has(id);
        known.add(id);
      }
    }
  }
  return [
    { table: 'case_file', column: 'id', ids: [caseId] },
    ...links.map(({ table, column, parent }) => ({ table, column, ids: [...found.get(parent)!] })),
  ];
}

/** `table.column` -> how many of these rows the connection sees; places with none, or closed altogether, are left out. */
export function visible(client: pg.Client, holds: Hold[]): Promise<Record<string, number>> {
  return counted(client, holds, async ({ table, column, ids }) => {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from simpul.${table} where ${column} = any ($1::uuid[])`,
      [ids],
    );
    return rows[0]!.n;
  });
}

/** The same for rows that it may write over, in any column; the transaction is the caller's to roll back. */
export function changeable(client: pg.Client, holds: Hold[]): Promise<Record<string, number>> {
  return counted(client, holds, async ({ table, column, ids }) => {
    const { rows } = await client.query<{ name: string }>(
      `select column_name as name from information_schema.column_privileges
        where table_schema = 'simpul' and table_name = $1 and grantee = 'simpul_api' and privilege_type = 'UPDATE'`,
      [table],
    );
    if (rows.length === 0) return 0;
    const { name } = rows[0]!;
    const hidden = await client.query(`update simpul.${table} set ${name} = default`);
    if (hidden.rowCount! > 0) return hidden.rowCount!;
    const asked = await client.query(
      `update simpul.${table} set ${name} = ${name} where ${column} = any ($1::uuid[])`,
      [ids],
    );
    return asked.rowCount!;
  });
}

async function counted(
  client: pg.Client,
  holds: Hold[],
  count: (hold: Hold) => Promise<number>,
): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const hold of holds) {
    await client.query('savepoint look');
    const found = await count(hold).catch((error: { code?: string }) => {
      if (error.code !== '42501') throw error;
      return 0;
    });
    await client.query('rollback to savepoint look');
    if (found > 0) counts[`${hold.table}.${hold.column}`] = found;
  }
  return counts;
}
