import { join } from 'node:path';
import { loadConfig, projectRoot } from '#config';
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

/** Secrets that one of the two programs has no use for: what it does not know, nobody can take from it. */
const NOT_FOR = {
  api: [
    'SMTP_URL',
    'SIMPUL_MAIL_FROM',
    'SIMPUL_GATEWAY_URL',
    'SIMPUL_GATEWAY_SECRET',
    'SIMPUL_WORKER_DATABASE_URL',
    'SIMPUL_LEDGER_DATABASE_URL',
  ],
  worker: [
    'SIMPUL_API_DATABASE_URL',
    'SIMPUL_SIGNIN_DATABASE_URL',
    'SIMPUL_OIDC_ISSUER',
    'SIMPUL_OIDC_CLIENT_ID',
    'SIMPUL_OIDC_CLIENT_SECRET',
    'SIMPUL_OIDC_NAME',
  ],
} as const;

/** What one program is told. The API learns which ways out there are by name. */
export function environmentOf(program: 'api' | 'worker', whole: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const without: readonly string[] = NOT_FOR[program];
  const env = Object.fromEntries(Object.entries(whole).filter(([name]) => !without.includes(name)));
  if (program === 'api') env.SIMPUL_CHANNELS = loadConfig(whole).channels.join(',');
  return env;
}
