import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#config';
import pg from 'pg';
import { schemaFacts } from './schema-facts.js';

/** The PostgreSQL that wrote `schema.txt`. Others say expressions and defaults in other words. */
const WRITTEN_BY = 18;
const COMPARED = /^(?:column|security|policy|grant|function|trigger) /;
const COMPARED_ON_OTHERS = /^(?:security|grant|function) /;

/** A database is not what this version's migrations make of an empty one. */
export class SchemaDrift extends Error {
  constructor(
    readonly missing: string[],
    readonly added: string[],
  ) {
    const lines = [...missing.map((fact) => `  - ${fact}`), ...added.map((fact) => `  + ${fact}`)];
    super(
      [
        `Basis data ini bukan yang dibuat oleh versi ini: ${lines.length} perbedaan. Simpul tidak dijalankan di atasnya.`,
        `(This database is not what this version makes: ${lines.length} differences. Simpul does not run on it.)`,
        ...lines.slice(0, 5).map((text) => (text.length > 160 ? `${text.slice(0, 159)}…` : text)),
        ...(lines.length > 5 ? ['  …'] : []),
        'Jalankan versi yang membuatnya, kembalikan cadangan, atau mulai dengan folder data yang kosong; bila tidak ada pembaruan, cari tahu siapa yang mengubahnya.',
        '(Run the version that made it, restore a backup, or begin with an empty data folder; without an update, find out who changed it.)',
      ].join('\n'),
    );
  }
}

/**
 * Holds a migrated database against `schema.txt`: a policy that somebody dropped, a grant that somebody gave, a function
 * with another text, or a folder that another edition made, whose migrations carry the same names. An index or a
 * constraint more is the city's own business. Throws `SchemaDrift`.
 */
export async function refuseDrift(ownerUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const [server] = (
      await client.query<{ major: number }>(
        `select current_setting('server_version_num')::int / 10000 as major`,
      )
    ).rows;
    const compared = server!.major === WRITTEN_BY ? COMPARED : COMPARED_ON_OTHERS;
    const written = await readFile(join(projectRoot(), 'libs/database/schema.txt'), 'utf8');
    const wanted = new Set(written.split('\n').filter((fact) => compared.test(fact)));
    const found = new Set((await schemaFacts(client)).filter((fact) => compared.test(fact)));
    const missing = [...wanted].filter((fact) => !found.has(fact));
    const added = [...found].filter((fact) => !wanted.has(fact));
    if (missing.length + added.length > 0) throw new SchemaDrift(missing, added);
  } finally {
    await client.end();
  }
}
