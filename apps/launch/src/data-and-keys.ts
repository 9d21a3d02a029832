import { existsSync } from 'node:fs';
import type { EmbeddedPostgres } from '#database';
import { keyFilePaths, passwordsFile, secretsIn } from './secrets.js';

/** The database and the secrets in the state folder are not one installation's; nothing was changed or made. */
export class ApartFromItsKeys extends Error {}

type Database = Pick<EmbeddedPostgres, 'initialised' | 'id'>;

/**
 * Data and secrets live and die together. Looked at before any secret is made: a new key beside old data would make every
 * case in them unreadable for good, and new data beside old keys would hide that the cases are missing.
 */
export async function refuseApart(database: Database, home: string, stateFolder: string): Promise<void> {
  const secrets = await secretsIn(stateFolder);
  if (!database.initialised) {
    if (!secrets?.database) return;
    throw new ApartFromItsKeys(
      `Kunci di ${stateFolder} ada, tetapi basis datanya tidak ada lagi di ${home}. ` +
        `Kembalikan folder itu dari cadangan; atau, untuk memulai dengan data kosong, pindahkan ${stateFolder} ke tempat lain.\n` +
        `The keys in ${stateFolder} are there, but their database is no longer in ${home}. ` +
        `Restore that folder from a backup; or, to begin with empty data, move ${stateFolder} away.`,
    );
  }
  const { masterKeyFile, ledgerKeyFile } = keyFilePaths(stateFolder);
  const missing = [passwordsFile(stateFolder), masterKeyFile, ledgerKeyFile].filter(
    (file) => !existsSync(file),
  );
  if (missing.length > 0) {
    throw new ApartFromItsKeys(
      `Ada basis data di ${home}, tetapi berkas kuncinya tidak ada: ${missing.join(', ')}. Tanpa kunci itu kasus di dalamnya ` +
        `tidak dapat dibaca. Kembalikan dari cadangan; atau, untuk memulai dengan data kosong, pindahkan ${home} dan ${stateFolder} ke tempat lain.\n` +
        `There is a database in ${home}, but its key files are missing: ${missing.join(', ')}. Without them the cases in it ` +
        `cannot be read. Restore them from a backup; or, to begin with empty data, move ${home} and ${stateFolder} away.`,
    );
  }
  if (secrets?.database && secrets.database !== database.id) throw mixed(home, stateFolder);
}

export function mixed(home: string, stateFolder: string): ApartFromItsKeys {
  return new ApartFromItsKeys(
    `Basis data di ${home} bukan pasangan kunci di ${stateFolder}. Tidak ada yang diubah. ` +
      `Kembalikan keduanya dari cadangan yang sama; atau, untuk memulai dengan data kosong, pindahkan keduanya ke tempat lain.\n` +
      `The database in ${home} does not belong to the keys in ${stateFolder}. Nothing was changed. ` +
      `Restore both from the same backup; or, to begin with empty data, move both away.`,
  );
}
