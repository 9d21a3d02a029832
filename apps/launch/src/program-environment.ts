import { join } from 'node:path';
import { projectRoot } from '#config';
import type { DatabaseRole } from '#database';
import type { KeyFiles } from './secrets.js';

/** What the API and the worker read at their start (see `loadConfig`). The owner's and superuser's access stay here. */
export function programEnvironment(
  urls: Record<DatabaseRole, string>,
  {
    masterKeyFile,
    ledgerKeyFile,
    witnessesFile,
    host,
    port,
    address,
  }: KeyFiles & { host: string; port: number; address: string; witnessesFile?: string },
): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, ...inherited } = process.env;
  return {
    ...inherited,
    SIMPUL_API_DATABASE_URL: urls.api,
    SIMPUL_SIGNIN_DATABASE_URL: urls.signin,
    SIMPUL_WORKER_DATABASE_URL: urls.worker,
    SIMPUL_LEDGER_DATABASE_URL: urls.ledger,
    SIMPUL_QUEUE_DATABASE_URL: urls.queue,
    SIMPUL_MASTER_KEY_FILE: masterKeyFile,
    SIMPUL_LEDGER_KEY_FILE: ledgerKeyFile,
    ...(witnessesFile && { SIMPUL_WITNESSES_FILE: witnessesFile }),
    SIMPUL_WEB_FOLDER: process.env.SIMPUL_WEB_FOLDER ?? join(projectRoot(), 'dist', 'web'),
    HOST: host,
    PORT: String(port),
    PUBLIC_URL: address,
  };
}
