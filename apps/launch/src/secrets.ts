import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomPasswords, type RolePasswords } from '#database';
import { newMasterKeyFile } from '#vault';

export interface Secrets {
  superuser: string;
  roles: RolePasswords;
}

export interface KeyFiles {
  masterKeyFile: string;
  ledgerKeyFile: string;
}

/** The database passwords of an embedded installation; made once, kept in a file that only its owner reads. */
export async function passwordsIn(stateFolder: string): Promise<Secrets> {
  const file = join(stateFolder, 'secrets.json');
  const make = () =>
    JSON.stringify({ superuser: randomBytes(24).toString('base64url'), roles: randomPasswords() });
  return JSON.parse(await readOrMake(file, make)) as Secrets;
}

/**
 * The two keys that never enter the database: the master key wraps every case's key, the ledger key (Ed25519, PEM)
 * signs checkpoints. Whoever loses the first loses every narrative, so neither is ever overwritten.
 */
export async function keyFilesIn(stateFolder: string): Promise<KeyFiles> {
  const { masterKeyFile, ledgerKeyFile } = keyFilePaths(stateFolder);
  await mkdir(stateFolder, { recursive: true, mode: 0o711 });
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
  const existing = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw new Error(`${file} cannot be read (${error.code}). Start as the user who made it.`);
  });
  if (existing !== undefined) return existing;
  // Renamed into place, so that a crash leaves no half a key.
  await writeFile(`${file}.new`, make(), { mode: 0o600 });
  await rename(`${file}.new`, file);
  return readFile(file, 'utf8');
}
