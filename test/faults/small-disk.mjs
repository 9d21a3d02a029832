// A disk that can really be full: a file system of its own in memory. It outlives the program that mounted it, so every
// way out takes it down, also the one by Ctrl-C.
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, rmdirSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const open = new Set();

/** Mounts a disk of `megabytes` in `folder`; a text says why this machine cannot. */
export function mountSmallDisk(folder, megabytes) {
  if (process.getuid?.() !== 0) return 'a small file system of its own needs root';
  const place = join(folder, `disk-${Date.now()}`);
  mkdirSync(place, { mode: 0o755 });
  const options = ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', place];
  if (spawnSync('mount', options).status !== 0) {
    rmdirSync(place);
    return 'this machine lets nobody mount a file system';
  }
  const disk = new SmallDisk(place);
  open.add(disk);
  return disk;
}

/** Room for whoever still has to write, a server that is to stop for one. */
export function emptyDisks() {
  for (const disk of open) disk.empty();
}

/** After the programs that use them have ended. */
export function unmountDisks() {
  for (const disk of open) disk.unmount();
}

class SmallDisk {
  constructor(place) {
    this.place = place;
    this.filler = join(place, 'filler');
  }

  fill() {
    const handle = openSync(this.filler, 'w');
    try {
      for (;;) writeSync(handle, Buffer.alloc(65_536));
    } catch (error) {
      if (error.code !== 'ENOSPC') throw error;
    } finally {
      closeSync(handle);
    }
  }

  empty() {
    rmSync(this.filler, { force: true });
  }

  unmount() {
    this.empty();
    // Lazily: a program that has not closed its files yet must not keep it.
    spawnSync('umount', ['-l', this.place]);
    const mounted = readFileSync('/proc/mounts', 'utf8').includes(` ${this.place} `);
    if (mounted) console.log(`STILL MOUNTED: ${this.place}`);
    else rmSync(this.place, { recursive: true, force: true });
    open.delete(this);
  }
}
