import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '#config';
import pg from 'pg';
import { schemaFacts } from '#database';
import { withThrowawayDatabase } from './throwaway-database.js';
import { line } from './words.js';

/** Writes (or with `check` compares) the schema that the migrations make; returns the exit code. */
export async function writeSchema(check: boolean): Promise<number> {
  const lines = await withThrowawayDatabase(async ({ adminUrl }) => {
    const client = new pg.Client({ connectionString: adminUrl });
    await client.connect();
    try {
      return await schemaFacts(client);
    } finally {
      await client.end();
    }
  });
  const path = join(projectRoot(), 'libs/database/schema.txt');
  const text = `${lines.join('\n')}\n`;
  if (!check) {
    await writeFile(path, text);
    return 0;
  }
  if ((await readFile(path, 'utf8').catch(() => '')) === text) return 0;
  line(
    `${path} is not what the migrations make: run \`npm run schema\` and read the difference before you commit it.`,
  );
  return 1;
}
