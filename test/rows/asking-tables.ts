import type pg from 'pg';

/**
 * The tables whose own policies ask a function, directly or through another function: there its loss shows first. What a
 * policy learns from the rows of another table is that table's matter.
 */
export async function askingTables(admin: pg.Client): Promise<(name: string) => Set<string>> {
  const functions = await admin.query<{ name: string; body: string }>(
    `select format('%s.%s', n.nspname, p.proname) as name, string_agg(p.prosrc, ' ') as body
       from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('simpul', 'ctx', 'ledger') group by 1`,
  );
  const policies = await admin.query<{ table: string; text: string }>(
    `select format('%s.%s', schemaname, tablename) as "table", string_agg(concat(qual, ' ', with_check), ' ') as text
       from pg_policies where schemaname in ('simpul', 'ctx', 'ledger') group by 1`,
  );
  const called = new Map(
    functions.rows.map(({ name }) => [
      name,
      functions.rows.filter(({ body }) => body.includes(`${name}(`)).map((caller) => caller.name),
    ]),
  );
  return (name) => {
    const reaching = new Set([name]);
    for (const each of reaching) for (const caller of called.get(each) ?? []) reaching.add(caller);
    const asks = (text: string): boolean => [...reaching].some((each) => text.includes(`${each}(`));
    return new Set(policies.rows.filter(({ text }) => asks(text)).map(({ table }) => table));
  };
}
