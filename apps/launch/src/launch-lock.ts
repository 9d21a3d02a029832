import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const FILE = 'running.json';

/** One launcher per clone: two would fight over one data directory. */
export class AlreadyRunning extends Error {}

interface Running {
  pid: number;
  /** Start time of the process where the system tells it: a number may be given to another program after a crash. */
  born: string;
  /** Where this was written: a copied folder brings the lock of its original along. */
  folder?: string;
  address?: string;
}

export class LaunchLock {
  private constructor(private readonly file: string) {}

  static async take(stateFolder: string): Promise<LaunchLock> {
    const file = join(stateFolder, FILE);
    const other = read(file);
    if (other && other.born === born(other.pid) && !isCopied(other, stateFolder)) {
      throw new AlreadyRunning(
        `Simpul sudah berjalan${other.address ? ` di ${other.address}` : ''} (already running, process ${other.pid}).`,
      );
    }
    const lock = new LaunchLock(file);
    await lock.write();
    return lock;
  }

  /** Lets a second `npm start` say where the first one answers. */
  announce(address: string): Promise<void> {
    return this.write(address);
  }

  release(): Promise<void> {
    return rm(this.file, { force: true });
  }

  private async write(address?: string): Promise<void> {
    const folder = dirname(this.file);
    const running: Running = { pid: process.pid, born: born(process.pid), folder, address };
    // Anew: a file that root left in a user's clone can be removed, but not written, by that user.
    await rm(this.file, { force: true });
    await writeFile(this.file, JSON.stringify(running));
  }
}

/** Written in another folder and still there. (After a move it is no longer there, and the lock holds.) */
function isCopied({ pid, folder }: Running, stateFolder: string): boolean {
  return !!folder && folder !== stateFolder && read(join(folder, FILE))?.pid === pid;
}

function read(file: string): Running | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Running;
  } catch {
    return undefined;
  }
}

/** Empty when there is no such process; elsewhere than on Linux only that it lives is known. */
function born(pid: number): string {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')[19]!;
    process.kill(pid, 0);
    return 'alive';
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM' ? 'alive' : '';
  }
}
