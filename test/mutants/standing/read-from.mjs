import { closeSync, fstatSync, openSync, readSync } from 'node:fs';

/** What was written to a file after its first `start` bytes. */
export function readFrom(file, start) {
  const open = openSync(file, 'r');
  try {
    const text = Buffer.alloc(Math.max(0, fstatSync(open).size - start));
    readSync(open, text, 0, text.length, start);
    return text.toString();
  } finally {
    closeSync(open);
  }
}
