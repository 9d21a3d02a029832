import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canReach, ROOT_OWNED_PLACE, serverUser } from './system-user.js';

export interface EmbeddedHome {
  home: string;
  /** Set when the server's user may not enter the project's folder, so that data and a copy of its programs live elsewhere. */
  movedBecause?: string;
}

/**
 * Where PostgreSQL's data of this clone live: `<state>/postgres`, or, for root with a clone in a folder that only root
 * may enter, `/var/lib/simpul/<hash of the clone's path>`. `<state>/location` names the second for whoever looks.
 */
export async function embeddedHome(projectFolder: string, stateFolder: string): Promise<EmbeddedHome> {
  const beside = join(stateFolder, 'postgres');
  const user = serverUser(join(beside, 'data'));
  // Others may pass through, not look: the files in it have modes of their own.
  await mkdir(stateFolder, { recursive: true, mode: 0o711 });
  if (canReach(user, projectFolder)) return { home: beside };
  if (existsSync(join(beside, 'data'))) {
    throw new Error(
      `The system user "${user!.name}" may no longer enter ${projectFolder}, where its database is.`,
    );
  }
  const elsewhere = join(
    ROOT_OWNED_PLACE,
    createHash('sha256').update(projectFolder).digest('hex').slice(0, 12),
  );
  await mkdir(elsewhere, { recursive: true, mode: 0o755 });
  await writeFile(join(stateFolder, 'location'), `${elsewhere}\n`);
  return {
    home: join(elsewhere, 'postgres'),
    movedBecause: `the system user "${user!.name}", as which root runs PostgreSQL, may not enter ${projectFolder}`,
  };
}
