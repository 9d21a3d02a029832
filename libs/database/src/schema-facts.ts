import type pg from 'pg';

const OURS = `n.nspname in ('simpul', 'ctx', 'ledger')`;

/** What a reviewer should see change, one line per fact. */
const FACTS: string[] = [
  `select format('column %s.%s.%s %s%s%s', n.nspname, c.relname, a.attname, format_type(a.atttypid, a.atttypmod),
                 case when a.attnotnull then ' not null' else '' end, coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''))
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where ${OURS} and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`,
  `select format('security %s.%s enabled=%s forced=%s', n.nspname, c.relname, c.relrowsecurity, c.relforcerowsecurity)
     from pg_class c join pg_namespace n on n.oid = c.relnamespace where ${OURS} and c.relkind = 'r'`,
  `select format('constraint %s.%s.%s %s', n.nspname, c.relname, k.conname, pg_get_constraintdef(k.oid))
     from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace where ${OURS}`,
  `select format('index %s', indexdef) from pg_indexes where schemaname in ('simpul', 'ctx', 'ledger')`,
  `select format('policy %s.%s.%s %s %s to %s using (%s) check (%s)', schemaname, tablename, policyname, permissive, cmd,
                 roles, qual, with_check) from pg_policies where schemaname in ('simpul', 'ctx', 'ledger')`,
  `select format('grant %s on %s.%s to %s', string_agg(privilege_type, ',' order by privilege_type), table_schema, table_name, grantee)
     from information_schema.role_table_grants where table_schema in ('simpul', 'ctx', 'ledger') and grantee <> 'simpul_owner'
    group by table_schema, table_name, grantee`,
  `select format('grant %s (%s) on %s.%s to %s', privilege_type, string_agg(column_name, ',' order by column_name),
                 table_schema, table_name, grantee)
     from information_schema.column_privileges where table_schema in ('simpul', 'ctx', 'ledger') and grantee <> 'simpul_owner'
    group by table_schema, table_name, grantee, privilege_type`,
  `select format('function %s security_definer=%s %s', p.oid::regprocedure, p.prosecdef, md5(p.prosrc))
     from pg_proc p join pg_namespace n on n.oid = p.pronamespace where ${OURS}`,
  `select format('trigger %s on %s.%s %s', t.tgname, n.nspname, c.relname, pg_get_triggerdef(t.oid))
     from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and not t.tgisinternal`,
];

/** Everything that the catalog says of our schemas: columns, policies, grants, functions and the rest, sorted. */
export async function schemaFacts(client: pg.Client): Promise<string[]> {
  const found: string[] = [];
  for (const facts of FACTS)
    found.push(
      ...(await client.query<{ format: string }>(facts)).rows.map((row) =>
        row.format.replaceAll(/\s+/g, ' '),
      ),
    );
  return found.sort();
}
