import type pg from 'pg';
import type { Mutant } from './mutant.js';
import { COMMANDS, FUNCTIONS, GRANTS, SCHEMAS } from './page.js';

const ROLES = ['api', 'signin', 'worker', 'ledger', 'queue'];

/** Each right that a role of the database lacks, given to it; each that it has, taken: tables, columns, functions, schemas. */
export async function grantMutants(admin: pg.Client): Promise<Mutant[]> {
  return [...ofTables(), ...(await ofColumns(admin)), ...ofFunctions(), ...ofSchemas()];
}

const toggled = (has: boolean, what: string, on: string, role: string): string =>
  has ? `revoke ${what} on ${on} from simpul_${role}` : `grant ${what} on ${on} to simpul_${role}`;

function cellOf(table: string, role: string, command: (typeof COMMANDS)[number]): string {
  return GRANTS.find((line) => line.table === table && line.role === role)?.cells[command] ?? '-';
}

function ofTables(): Mutant[] {
  const tables = [...new Set(GRANTS.map(({ table }) => table))];
  return tables.flatMap((table) =>
    ROLES.flatMap((role) =>
      COMMANDS.map((command) => {
        const sql = toggled(cellOf(table, role, command) === '*', command, table, role);
        return { name: sql, sql, table };
      }),
    ),
  );
}

/** Where a role has some columns and not others. */
async function ofColumns(admin: pg.Client): Promise<Mutant[]> {
  const { rows } = await admin.query<{
    table: string;
    column: string;
    role: string;
    command: string;
    has: boolean;
  }>(
    `select format('%s.%s', n.nspname, c.relname) as "table", a.attname as column, substr(r.rolname, 8) as role, p as command,
            has_column_privilege(r.oid, c.oid, a.attnum, p) as has
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      cross join pg_roles r cross join unnest(array['SELECT', 'INSERT', 'UPDATE']) p
      where n.nspname in ('simpul', 'ctx', 'ledger') and c.relkind in ('r', 'p') and r.rolname like 'simpul\\_%'
        and r.rolname <> 'simpul_owner' and has_any_column_privilege(r.oid, c.oid, p)
        and not has_table_privilege(r.oid, c.oid, p) order by 1, 3, 4, 2`,
  );
  return rows.map(({ table, column, role, command, has }) => {
    const sql = toggled(has, `${command} (${column})`, table, role);
    return { name: sql, sql, table };
  });
}

function ofFunctions(): Mutant[] {
  return FUNCTIONS.flatMap(({ signature, roles }) =>
    // What everybody may call is given to PUBLIC.
    (roles.includes('everybody') ? ['everybody'] : ROLES).map((role): Mutant => {
      const sql = toggled(roles.includes(role), 'execute', `routine ${signature}`, role);
      return { name: sql, sql: sql.replace('simpul_everybody', 'public'), catalog: true };
    }),
  );
}

function ofSchemas(): Mutant[] {
  return SCHEMAS.flatMap(({ schema, cells }) =>
    ROLES.flatMap((role) =>
      (['USAGE', 'CREATE'] as const).map((what): Mutant => {
        const sql = toggled(cells[what].includes(role), what, `schema ${schema}`, role);
        return { name: sql, sql, catalog: true };
      }),
    ),
  );
}
