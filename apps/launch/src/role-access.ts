import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { projectRoot } from '#config';
import { derivedPasswords, EmbeddedPostgres, embeddedHome, roleUrls, type DatabaseRole } from '#database';
import { LaunchLock } from './launch-lock.js';
import { keyFilePaths, secretsIn, type KeyFiles } from './secrets.js';

/**
 * For a program that does one thing and ends: the addresses of the roles on the server of DATABASE_URL, or on the
 * embedded database, beside a running Simpul or, when it sleeps, started for as long as `act` takes.
 */
export async function withRoleUrls<T>(act: (urls: Record<DatabaseRole, string>) => Promise<T>): Promise<T> {
  const state = join(projectRoot(), '.simpul');
  const { DATABASE_URL: server } = process.env;
  if (server) return act(roleUrls(server, derivedPasswords(await masterKeyIn(keyFilePaths(state)))));
  const secrets = await secretsIn(state);
  if (!secrets)
    throw new Error(
      'Belum ada basis data di sini: jalankan `npm start` sekali, atau isi DATABASE_URL. ' +
        '(No database here yet: run `npm start` once, or set DATABASE_URL.)',
    );
  const { home } = await embeddedHome(projectRoot(), state);
  const database = new EmbeddedPostgres({ home, superuserPassword: secrets.superuser });
  const urls = () => roleUrls(database.adminUrl('simpul'), secrets.roles);
  const running = await runningPort(home);
  if (running !== undefined) {
    database.port = running;
    return act(urls());
  }
  // A Simpul that is started meanwhile would stop this server as a leftover.
  const lock = await LaunchLock.take(dirname(home));
  try {
    await database.start();
    return await act(urls());
  } finally {
    await database.stop();
    await lock.release();
  }
}

/** The master key that `migrate` has made; a server with a wrong path must not go on with a key of its own. */
export async function masterKeyIn({ masterKeyFile }: KeyFiles): Promise<Buffer> {
  return readFile(masterKeyFile).catch((error: NodeJS.ErrnoException) => {
    throw new Error(
      `${masterKeyFile} tidak dapat dibaca (${error.code}); \`migrate\` membuatnya, SIMPUL_MASTER_KEY_FILE menunjuknya. ` +
        `(It cannot be read; \`migrate\` makes it, SIMPUL_MASTER_KEY_FILE says where it is.)`,
      { cause: error },
    );
  });
}

/** The port of a server that runs on these data: its pid file says so, and the process lives. */
async function runningPort(home: string): Promise<number | undefined> {
  const file = join(home, 'data', 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = (await readFile(file, 'utf8')).split('\n');
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return undefined;
  }
  return Number(port);
}
