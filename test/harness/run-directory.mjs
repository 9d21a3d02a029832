// The folder of one test run: it holds the run's one database cluster and its keys, and goes when the run ends.
// Plain JavaScript, because Jest's global set-up and test/run.mjs both need it before anything is compiled.
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { diskFolder, scratchFolder } from './scratch.mjs';

const PREFIX = 'simpul-test-';

/** Makes the folder and removes what runs that were killed left behind, in memory or on the disk. */
export async function openRunDirectory(prefix = PREFIX) {
  const base = scratchFolder();
  for (const place of new Set([base, diskFolder()]))
    for (const name of readdirSync(place)) {
      if (!name.startsWith(prefix)) continue;
      const owner = readNumber(join(place, name, 'owner.pid'));
      if (owner && !isAlive(owner)) await closeRunDirectory(join(place, name)).catch(() => undefined);
    }
  const folder = mkdtempSync(join(base, prefix));
  chmodSync(folder, 0o711);
  writeFileSync(join(folder, 'owner.pid'), String(process.pid));
  return folder;
}

/** Ends the cluster at once (its data are thrown away) and removes the folder. */
export async function closeRunDirectory(folder) {
  const home = existsSync(join(folder, 'home')) ? readFileSync(join(folder, 'home'), 'utf8') : folder;
  const server = readNumber(join(home, 'postgres', 'data', 'postmaster.pid'));
  if (server && isAlive(server)) {
    process.kill(server, 'SIGQUIT');
    for (let waited = 0; isAlive(server) && waited < 10_000; waited += 20) await pause(20);
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

function readNumber(file) {
  try {
    return Number(readFileSync(file, 'utf8').split('\n')[0]);
  } catch {
    return 0;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
