// What a crash leaves behind in a data directory, and how to tell it from a server that is alive.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

export type Leftover = 'nothing' | 'a running server';

/**
 * Reads `postmaster.pid`. After a reboot, or in a restarted container, the number in it may belong to some other
 * program; PostgreSQL then refuses to start ("lock file already exists"), so such a file is removed.
 */
export async function clearLeftovers(dataDirectory: string): Promise<Leftover> {
  const lockFile = join(dataDirectory, 'postmaster.pid');
  const pid = Number((await readFile(lockFile, 'utf8').catch(() => '')).split('\n')[0]);
  if (!pid) return 'nothing';
  if (!isAlive(pid)) return 'nothing'; // PostgreSQL itself replaces the file of a dead process
  if (commandOf(pid).includes('postgres')) return 'a running server';
  await rm(lockFile, { force: true });
  return 'nothing';
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
