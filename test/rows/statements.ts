import type pg from 'pg';

/** Somebody of the cross, by the part of the mailbox before the domain. */
export const who = (mailbox: string): string =>
  `(select id from simpul.account where email = '${mailbox}.simpul.example')`;
export const agency = (code: string): string => `(select id from simpul.agency where code = '${code}')`;

/** A row like one that is there, but for some columns. */
interface Copy {
  table: string;
  alias: string;
  changes: Record<string, string>;
  from: string;
}
export type Statement = string | Copy;

/** The columns that can be written. */
export async function columnsOf(admin: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await admin.query<{ name: string; columns: string[] }>(
    `select table_name as name, array_agg(column_name::text) as columns from information_schema.columns
      where table_schema = 'simpul' and is_generated = 'NEVER' and is_identity = 'NO' and column_name <> 'id' group by 1`,
  );
  return new Map(rows.map(({ name, columns }) => [name, columns]));
}

export function textOf(statement: Statement, columns: Map<string, string[]>): string {
  if (typeof statement === 'string') return statement;
  const { table, alias, changes, from } = statement;
  const names = columns.get(table)!;
  return `insert into simpul.${table} (${names.join(', ')})
    select ${names.map((name) => changes[name] ?? `${alias}.${name}`).join(', ')} ${from} on conflict do nothing`;
}

export const copy = (table: string, alias: string, changes: Record<string, string>, from: string): Copy => ({
  table,
  alias,
  changes,
  from,
});
