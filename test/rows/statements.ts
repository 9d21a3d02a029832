import type pg from 'pg';

/** Somebody of the cross, by the part of the mailbox before the domain. */
export const who = (mailbox: string): string =>
  `(select id from simpul.account where email = '${mailbox}.simpul.example')`;
export const agency = (code: string): string => `(select id from simpul.agency where code = '${code}')`;

export const LEAD = who('pendamping@uptd-ppa');
export const MEMBER = who('cw-team@uptd-ppa');
export const HEAD = who('sv-office@uptd-ppa');
export const UNIT = agency('uptd-ppa');
export const LEGAL = who('lo-outside@bagian-hukum');
export const OFFICER = who('ao-receiver@rsud-igd');
export const SOMEBODY = who('orang-lain');

export const HASH = `sha256(gen_random_uuid()::text::bytea)`;

/** The first case, for rows of another that name it; the clock of the demo stands, so numbers tell what came first. */
export const FIRST = `(select id from simpul.case_file order by number limit 1)`;
/** Of the case `$1`: the referral that an act sent to the hospital, and a consent that stands. */
export const TO_THE_HOSPITAL = `(select * from simpul.referral where case_id = $1 and to_agency_id = ${agency('rsud-igd')}
  and sent_at is not null order by number limit 1) r`;
export const CONSENT = `(select * from simpul.lawful_basis where case_id = $1 and withdrawn_at is null and expires_at is null
  and basis = 'PERSETUJUAN' order by recorded_at, id limit 1) b`;

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
