import { createHash } from 'node:crypto';

/** The id of a row that a scene makes: the same in every run, so that an answer may tell it; the page has the name. */
export const idOf = (name: string): string => {
  const hex = createHash('md5').update(name).digest('hex');
  return `00000000-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
};

/** The same as SQL has it. */
export const its = (name: string): string => `'${idOf(name)}'`;

/** Which of the ids in an answer a scene made. */
export const MADE = `like '00000000-%'`;

export const made = (...names: string[]): Record<string, string> =>
  Object.fromEntries(names.map((name) => [name, its(name)]));

/** A row like one that is there, but for some columns, which are expressions of SQL; of a name that `idOf` knows. */
export const like = (
  table: string,
  name: string,
  changes: Record<string, string>,
  which = 'true',
): string => `do $like$
declare
  names text;
begin
  select string_agg(quote_ident(a.attname), ', ') into names from pg_attribute a
   where a.attrelid = 'simpul.${table}'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = '';
  execute format('insert into simpul.${table} (%1$s) select %1$s from jsonb_populate_record((select r from simpul.${table} r where %2$s limit 1), $1)',
    names, ${quoted(which)})
    using jsonb_build_object(${Object.entries({ id: its(name), ...changes })
      .map(([column, value]) => `'${column}', ${value}`)
      .join(', ')});
end $like$`;

/** An entry of the ledger; whose role and office are those of the account, if nothing else is said. */
export const entry = (
  act: string,
  { by = 'null::uuid', ...more }: Record<string, string>,
  name?: string,
): string => {
  const columns: Record<string, string> = {
    id: name ? its(name) : 'gen_random_uuid()',
    at: 'simpul.now()',
    act: `'${act}'`,
    decision: `'allowed'`,
    actor_id: by,
    actor_role: `coalesce((select role from simpul.account where id = ${by}), 'system')`,
    actor_agency: `(select agency_id from simpul.account where id = ${by})`,
    facts: `'{}'`,
    leaf: `'\\x0000'`,
    ...more,
  };
  return `insert into ledger.entry (${Object.keys(columns).join(', ')}) select ${Object.values(columns).join(', ')}`;
};

/** Written before, for a function that asks whether a row was written in this transaction. */
export const before = (...statements: string[]): string[] => [
  'savepoint earlier',
  ...statements,
  'release savepoint earlier',
];

const quoted = (text: string): string => `'${text.replaceAll(`'`, `''`)}'`;
