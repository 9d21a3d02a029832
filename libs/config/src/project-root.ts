import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

let found: string | undefined;

/** The folder that holds package.json, whether this runs from `libs/` (tests) or from `dist/` (production). */
export function projectRoot(): string {
  if (found) return found;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('package.json not found above the running code');
    folder = parent;
  }
  return (found = folder);
}

/** A reference file that a library ships, for example `dataFile('deadlines', 'holidays-2026.csv')`. */
export function dataFile(library: string, name: string): string {
  return join(projectRoot(), 'libs', library, 'data', name);
}
