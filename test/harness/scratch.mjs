// Where throw-away data of a run go: memory when there is plenty of it, else the disk. What is proved stays the same: a
// program that is killed loses nothing that it wrote on either, and no test pulls the plug of the machine.
import { statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';

const MEMORY = '/dev/shm';
/** A whole run was seen to take 0.6 GB at most. */
const ROOM_BYTES = 2e9;

/** The folder for throw-away data. */
export function scratchFolder() {
  return roomInMemory() > ROOM_BYTES && freemem() > 3 * ROOM_BYTES ? MEMORY : diskFolder();
}

/** Root lends PostgreSQL another user's id, and that user may not be allowed into root's own TMPDIR. */
export function diskFolder() {
  return process.getuid?.() === 0 ? '/tmp' : tmpdir();
}

function roomInMemory() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize;
  } catch {
    return 0; // no such place on this machine
  }
}
