import type pg from 'pg';

/** What signing in, guessing passwords and repeating a request leave behind by themselves. */
const BY_THEMSELVES = ['session', 'device', 'sign_in_step', 'sign_in_attempt', 'handled_request'];

/** How many rows each business table has, and a hash of all of them: any change anywhere shows. */
export async function fingerprints(admin: pg.Client): Promise<Record<string, string>> {
  const { rows } = await admin.query<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'simpul'::regnamespace and relkind = 'r' and relname <> all ($1)`,
    [BY_THEMSELVES],
  );
  const prints: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: sums } = await admin.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from simpul.${name} t`,
    );
    prints[name] = sums[0]!.sum;
  }
  return prints;
}
