import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { randomPasswords, type RolePasswords } from '#database';
import { newMasterKeyFile } from '#vault';

export interface Secrets {
  superuser: string;
  roles: RolePasswords;
  /** `EmbeddedPostgres.id` of the data that these open; absent until the data are made. */
  database?: string;
}

export interface KeyFiles {
  masterKeyFile: string;
  ledgerKeyFile: string;
}

export const passwordsFile = (stateFolder: string): string => join(stateFolder, 'secrets.json');

/** The database passwords of an embedded installation; made once, kept in a file that only its owner reads. */
export async function passwordsIn(stateFolder: string): Promise<Secrets> {
  const make = () =>
    JSON.stringify({ superuser: randomBytes(24).toString('base64url'), roles: randomPasswords() });
  return JSON.parse(await readOrMake(passwordsFile(stateFolder), make)) as Secrets;
}

/** What `passwordsIn` made at an earlier start, if it did. */
export async function secretsIn(stateFolder: string): Promise<Secrets | undefined> {
  const text = await readIfThere(passwordsFile(stateFolder));
  return text === undefined ? undefined : (JSON.parse(text) as Secrets);
}

/** Notes which data the secrets open. */
export async function rememberDatabase(
  stateFolder: string,
  secrets: Secrets,
  database: string,
): Promise<void> {
  if (secrets.database === database) return;
  await put(passwordsFile(stateFolder), JSON.stringify({ ...secrets, database }));
}

/**
 * The two keys that never enter the database: the master key wraps every case's key, the ledger key (Ed25519, PEM)
 * signs checkpoints. Whoever loses the first loses every narrative, so neither is ever overwritten.
 */
export async function keyFilesIn(stateFolder: string): Promise<KeyFiles> {
  const { masterKeyFile, ledgerKeyFile } = keyFilePaths(stateFolder);
  // Where the keys go, and no more: in an image the program's own folder is not ours to write.
  for (const file of [masterKeyFile, ledgerKeyFile])
    await mkdir(dirname(file), { recursive: true, mode: 0o711 });
  if (!existsSync(masterKeyFile)) newMasterKeyFile(masterKeyFile);
  await readOrMake(ledgerKeyFile, () =>
    generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  );
  return { masterKeyFile, ledgerKeyFile };
}

/** Where the keys are, made or not: SIMPUL_MASTER_KEY_FILE and SIMPUL_LEDGER_KEY_FILE, else in the state folder. */
export function keyFilePaths(stateFolder: string): KeyFiles {
  return {
    masterKeyFile: process.env.SIMPUL_MASTER_KEY_FILE ?? join(stateFolder, 'master.key'),
    ledgerKeyFile: process.env.SIMPUL_LEDGER_KEY_FILE ?? join(stateFolder, 'ledger.key'),
  };
}

async function readOrMake(file: string, make: () => string): Promise<string> {
  const existing = await readIfThere(file);
  if (existing !== undefined) return existing;
  await put(file, make());
  return readFile(file, 'utf8');
}

async function readIfThere(file: string): Promise<string | undefined> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Error(
      `${file} tidak dapat dibaca; jalankan sebagai pengguna yang membuatnya ` +
        `(cannot be read, ${error.code}: start as the user who made it).`,
    );
  });
}

/** Renamed into place, so that a crash leaves no half a key. */
async function put(file: string, text: string): Promise<void> {
  await writeFile(`${file}.new`, text, { mode: 0o600 });
  await rename(`${file}.new`, file);
}
