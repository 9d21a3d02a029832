// New pages into a folder that a running program serves. No dependency: it runs in the set-up.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const KEPT_DAYS = 7;
const CURRENT = '.current.json';

/**
 * Adds the new files, then replaces the page that names them. A page that is open, or held in the memory of a running
 * server, goes on asking for the hashed files of the build before: they stay for a week after they were replaced.
 */
export function swapInPages(from, into, now = Date.now()) {
  const [newAssets, assets] = [join(from, 'assets'), join(into, 'assets')];
  mkdirSync(assets, { recursive: true });
  const before = namesIn(join(into, CURRENT)) ?? readdirSync(assets);
  const fresh = readdirSync(newAssets);
  for (const name of fresh) put(join(newAssets, name), join(assets, name));
  for (const name of readdirSync(from)) if (name !== 'assets') put(join(from, name), join(into, name));
  for (const name of readdirSync(assets)) {
    if (fresh.includes(name)) continue;
    const file = join(assets, name);
    if (before.includes(name)) utimesSync(file, now / 1000, now / 1000);
    else if (now - statSync(file).mtimeMs > KEPT_DAYS * 24 * 3_600_000) rmSync(file, { force: true });
  }
  writeFileSync(join(into, CURRENT), JSON.stringify(fresh));
}

/** Whole or not at all: a half file would be served, and kept by browsers for a year. */
function put(source, target) {
  const half = `${target}.${process.pid}.new`;
  copyFileSync(source, half);
  renameSync(half, target);
}

function namesIn(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
