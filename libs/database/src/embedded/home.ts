import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { canReach, ROOT_OWNED_PLACE, serverUser } from './system-user.js';

export interface EmbeddedHome {
  home: string;
  /** Set when the data of this clone live elsewhere than in it. */
  movedBecause?: string;
  /** Places with data of an earlier clone in this very folder; their keys went with its state folder. */
  orphans: string[];
}

const LOCATION = 'location';
const BELONGS_TO = 'belongs-to';

/**
 * Where PostgreSQL's data of this clone live: `<state>/postgres`, or, for root with a clone in a folder that only root
 * may enter, a place with a random name under `/var/lib/simpul`. `<state>/location` names that place and travels with the
 * keys: a moved folder finds its data, a new clone in an old path never meets another's. The place names its folder in
 * turn, so that a copied folder is told from a moved one.
 */
export async function embeddedHome(
  projectFolder: string,
  stateFolder: string,
  places = ROOT_OWNED_PLACE,
): Promise<EmbeddedHome> {
  const beside = join(stateFolder, 'postgres');
  // Others may pass through, not look: the files in it have modes of their own.
  await mkdir(stateFolder, { recursive: true, mode: 0o711 });
  const known = firstLine(join(stateFolder, LOCATION));
  if (known) {
    await claim(known, projectFolder, stateFolder);
    return elsewhere(known, projectFolder, places, 'berkas .simpul/location (as .simpul/location says)');
  }
  const user = serverUser(join(beside, 'data'));
  if (canReach(user, projectFolder)) return { home: beside, orphans: [] };
  if (existsSync(join(beside, 'data'))) {
    throw new Error(
      `Pengguna sistem "${user!.name}" tidak lagi boleh masuk ke ${projectFolder}, tempat basis data Simpul. ` +
        `Pindahkan folder itu kembali, atau beri izin lewat (chmod o+x) pada folder-folder di atasnya.\n` +
        `The system user "${user!.name}" may no longer enter ${projectFolder}, where its database is. ` +
        `Move the folder back, or let others pass through (chmod o+x) the folders above it.`,
    );
  }
  const place = join(places, randomBytes(6).toString('hex'));
  await mkdir(place, { recursive: true, mode: 0o755 });
  await write(join(place, BELONGS_TO), projectFolder);
  await write(join(stateFolder, LOCATION), place);
  return elsewhere(
    place,
    projectFolder,
    places,
    `root menjalankan PostgreSQL sebagai "${user!.name}", yang tidak boleh masuk ke ${projectFolder} ` +
      `("${user!.name}", as which root runs PostgreSQL, may not enter that folder)`,
  );
}

/** Takes a place along when its folder was moved; refuses when the folder that it belongs to still claims it. */
async function claim(place: string, projectFolder: string, stateFolder: string): Promise<void> {
  if (!existsSync(place)) return; // whoever compares data and keys says that the data are gone
  const owner = firstLine(join(place, BELONGS_TO));
  if (owner === projectFolder) return;
  const state = stateFolder.slice(projectFolder.length);
  if (owner && firstLine(join(owner, state, LOCATION)) === place) {
    throw new Error(
      `Folder ini salinan dari ${owner}; basis data di ${place} tetap milik folder itu. ` +
        `Untuk memulai di sini dengan data kosong, hapus ${stateFolder} (salinan kuncinya saja).\n` +
        `This folder is a copy of ${owner}; the database in ${place} stays with that one. ` +
        `To begin here with empty data, delete ${stateFolder} (it holds copies of the keys only).`,
    );
  }
  if (process.getuid?.() === 0) await write(join(place, BELONGS_TO), projectFolder);
}

function elsewhere(place: string, projectFolder: string, places: string, movedBecause: string): EmbeddedHome {
  const others = existsSync(places) ? readdirSync(places).map((name) => join(places, name)) : [];
  const orphans = others.filter(
    (other) =>
      resolve(other) !== resolve(place) &&
      firstLine(join(other, BELONGS_TO)) === projectFolder &&
      existsSync(join(other, 'postgres')),
  );
  return { home: join(place, 'postgres'), movedBecause, orphans };
}

function firstLine(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').split('\n')[0]!.trim() || undefined;
  } catch {
    return undefined;
  }
}

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(`${file}.new`, `${text}\n`);
  await rename(`${file}.new`, file);
}
