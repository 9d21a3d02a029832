// The reviewed list of what may go without a test turning red (held-twice.md), and its comparison with what came of it.
import { readFileSync } from 'node:fs';

/** `[{ start, by }]`: the mutants whose name begins so, and what says the same. */
export function heldTwice(file = new URL('held-twice.md', import.meta.url)) {
  return [...readFileSync(file, 'utf8').matchAll(/^\| `(.+)` \| (.+) \|$/gm)].map(([, start, by]) => ({
    start: start.replaceAll(/\s+/g, ' '),
    by: by.trim(),
  }));
}

/**
 * `final`: name -> what came of it; `names`: every mutant that there is, where all of them were looked for. Returns what is
 * wrong: survivors that nobody explained, and lines of the page that explain nothing any more.
 */
export function judge(final, listed, names) {
  const explains = ({ start }, name) => name.startsWith(start);
  const survivors = [];
  const stale = [];
  let held = 0;
  for (const [name, { verdict }] of final) {
    const line = listed.find((each) => explains(each, name));
    if (verdict === 'red' && line) stale.push(`listed, but red: ${name}`);
    if (verdict !== 'red' && line) held += 1;
    if (verdict !== 'red' && !line) survivors.push(name);
  }
  if (names)
    for (const line of listed)
      if (!names.some((name) => explains(line, name))) stale.push(`listed, but not there: ${line.start}`);
  return { survivors, stale, held };
}
