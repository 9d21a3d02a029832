import { ANSWER_PATIENCE_MS, steadyPool } from '#database';
import { createPostgresBackend, runMigrations } from 'bullmq';
import type pg from 'pg';
import type { BellStore } from './bell-store.js';

const SCHEMA = 'bullmq';
/** invalid_schema_name, undefined_table, undefined_function, undefined_object: the schema was dropped under us. */
const WIPED = ['3F000', '42P01', '42883', '42704'];
const INSUFFICIENT_PRIVILEGE = '42501';

/** BullMQ in schema `bullmq` of the same PostgreSQL, under a role of its own that sees no business table. */
export function postgresStore(databaseUrl: string, connectionsMax: number): BellStore {
  const { url, options } = withoutOptions(databaseUrl);
  const pool = steadyPool({
    connectionString: url,
    max: connectionsMax,
    query_timeout: ANSWER_PATIENCE_MS,
    application_name: 'simpul-queue',
    // A pool that is handed to BullMQ must set the search path itself. Sequential scans are off because the
    // planner picks one for "is another job waiting" once some thousands of bells wait (five times slower).
    options: `${options} -c search_path=${SCHEMA} -c enable_seqscan=off`.trim(),
  });
  let preparing: Promise<void> | undefined;
  let migratedOnce = false;

  async function prepareNow(): Promise<void> {
    const client = await pool.connect();
    try {
      const present = await schemaIsThere(client);
      if (present && migratedOnce) return;
      await runMigrations(client, SCHEMA).catch((error: unknown) => {
        // Somebody else owns the schema and keeps it migrated: then this role need not be able to create one.
        if (!present || codeOf(error) !== INSUFFICIENT_PRIVILEGE) throw error;
      });
      migratedOnce = true;
    } finally {
      client.release();
    }
  }

  return {
    kind: 'postgres',
    backend: createPostgresBackend,
    connection: () => pool,
    prepare: () => (preparing ??= prepareNow().finally(() => (preparing = undefined))),
    wasWiped: (error) =>
      WIPED.includes(codeOf(error) ?? '') || nameOf(error) === 'SchemaMigrationRequiredError',
    close: () => pool.end(),
  };
}

/** Both the first and the last thing that the migrations create: a half of them cannot exist, they are one transaction. */
async function schemaIsThere(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('${SCHEMA}.migration') is not null and to_regclass('${SCHEMA}.job') is not null as there`,
  );
  return rows[0]?.there === true;
}

/** `?options=` in the URL would silently win over the pool's own options, so it is merged into them. */
function withoutOptions(databaseUrl: string): { url: string; options: string } {
  const url = new URL(databaseUrl);
  const options = url.searchParams.get('options') ?? '';
  url.searchParams.delete('options');
  return { url: url.toString(), options };
}

function codeOf(error: unknown): string | undefined {
  return (error as { code?: string } | null)?.code;
}

function nameOf(error: unknown): string | undefined {
  return (error as { name?: string } | null)?.name;
}
