import 'reflect-metadata';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { loadConfig, projectRoot } from '#config';
import openapiTS, { astToString } from 'openapi-typescript';
import { format } from 'prettier';
import { withThrowawayDatabase } from './throwaway-database.js';
import { line } from './words.js';

/** Writes (or with `check` compares) the API's description and the web's types; returns the exit code. */
export async function writeOpenapi(check: boolean): Promise<number> {
  const { createApi } = await import('../../api/src/create-api.js');
  const { describeApi } = await import('../../api/src/openapi.js');
  const description = await withThrowawayDatabase(async ({ urls, keys }) => {
    const env = {
      SIMPUL_API_DATABASE_URL: urls.api,
      SIMPUL_SIGNIN_DATABASE_URL: urls.signin,
      SIMPUL_LEDGER_DATABASE_URL: urls.ledger,
      SIMPUL_QUEUE_DATABASE_URL: urls.queue,
      SIMPUL_MASTER_KEY_FILE: keys.masterKeyFile,
      SIMPUL_LEDGER_KEY_FILE: keys.ledgerKeyFile,
    };
    const app = await createApi(loadConfig(env));
    try {
      return describeApi(app);
    } finally {
      await app.close();
    }
  });
  const json = `${JSON.stringify(description, null, 2)}\n`;
  const types = astToString(await openapiTS(JSON.parse(json) as never));
  const files: [string, string][] = [
    [join(projectRoot(), 'apps/api/openapi.json'), json],
    [
      join(projectRoot(), 'apps/web/src/api/schema.d.ts'),
      await format(`// Written by \`npm run openapi\` from apps/api/openapi.json. Do not edit.\n${types}`, {
        parser: 'typescript',
        printWidth: 110,
        singleQuote: true,
      }),
    ],
  ];
  let differs = false;
  for (const [path, content] of files) {
    if (!check) await writeFile(path, content);
    else if ((await readFile(path, 'utf8').catch(() => '')) !== content) {
      differs = true;
      line(`${path} is not what the API says: run \`npm run openapi\` and commit.`);
    }
  }
  return differs ? 1 : 0;
}
