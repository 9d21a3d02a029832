// What a crash leaves behind in a data directory, and how to tell it from a server that is alive.
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

export type Leftover = 'nothing' | 'a running server';

/**
 * Reads `postmaster.pid`. After a reboot, or in a restarted container, the number in it may belong to some other
 * program; PostgreSQL then refuses to start ("lock file already exists"), so such a file is removed. So is the lock in
 * a folder that was copied while its server ran: `pg_ctl stop` would end the original's server.
 */
export async function clearLeftovers(dataDirectory: string): Promise<Leftover> {
  const lockFile = join(dataDirectory, 'postmaster.pid');
  const [number, servedFolder] = (await readFile(lockFile, 'utf8').catch(() => '')).split('\n');
  const pid = Number(number);
  if (!pid) return 'nothing';
  if (!isAlive(pid)) return 'nothing'; // PostgreSQL itself replaces the file of a dead process
  if (commandOf(pid).includes('postgres') && serves(pid, servedFolder, dataDirectory))
    return 'a running server';
  await rm(lockFile, { force: true });
  return 'nothing';
}

/** A server works in its data directory, also after that was moved; elsewhere than on Linux its lock file must do. */
function serves(pid: number, servedFolder: string | undefined, dataDirectory: string): boolean {
  const real = realpathSync(dataDirectory);
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === real;
  } catch {
    // Not ours to look at.
  }
  return (
    servedFolder === undefined ||
    servedFolder === '' ||
    servedFolder === real ||
    servedFolder === dataDirectory
  );
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function commandOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' });
  } catch {
    return '';
  }
}
