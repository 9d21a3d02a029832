// What the person who verifies trusts: keys of the ledger, keys of witnesses, and how many of these must have signed.
// It comes from the command line, or from a policy file as c2sp.org/tlog-policy describes it.
import { existsSync, readFileSync } from 'node:fs';
import { isCosignedBy, readKey } from './note.mjs';

/** `text` is a key, or a file with one key a line. */
export function keysFrom(text) {
  if (!existsSync(text)) return [readKey(text)];
  return linesOf(readFileSync(text, 'utf8')).map(readKey);
}

/** The rule over witnesses that were named one by one: `needed` of them, all by default. */
export function trustIn(logs, witnesses, needed = witnesses.length) {
  if (needed > witnesses.length) throw new Error('the quorum is larger than the number of witnesses');
  return {
    logs,
    witnesses: witnesses.length,
    quorum: (note) => witnesses.filter((key) => isCosignedBy(note, key)).length >= needed,
    signers: (note) => witnesses.filter((key) => isCosignedBy(note, key)).map(({ name }) => name),
  };
}

/** Reads a policy: lines `log`, `witness`, `group` and one `quorum`. */
export function readPolicy(file) {
  const logs = [];
  const witnesses = [];
  const named = new Map();
  let quorum;
  for (const line of linesOf(readFileSync(file, 'utf8'))) {
    const [word, ...rest] = line.split(/[ \t]+/);
    if (word === 'log') logs.push(readKey(rest[0] ?? ''));
    else if (word === 'witness') {
      const key = readKey(rest[1] ?? '');
      witnesses.push(key);
      define(named, rest[0], (note) => isCosignedBy(note, key));
    } else if (word === 'group') define(named, rest[0], groupOf(named, rest));
    else if (word === 'quorum' && !quorum) quorum = rest[0] === 'none' ? () => true : found(named, rest[0]);
    else throw new Error(`${file}: a line that says nothing known: ${line.slice(0, 80)}`);
  }
  if (!quorum) throw new Error(`${file}: no quorum line`);
  return {
    logs,
    witnesses: witnesses.length,
    quorum,
    signers: (note) => witnesses.filter((key) => isCosignedBy(note, key)).map(({ name }) => name),
  };
}

function groupOf(named, [, threshold, ...members]) {
  const rules = members.map((name) => found(named, name));
  const words = { any: 1, all: rules.length };
  const needed = words[threshold] ?? Number(threshold);
  if (!Number.isInteger(needed) || needed < 1 || needed > rules.length)
    throw new Error('a group needs 1 to n of its n members');
  return (note) => rules.filter((holds) => holds(note)).length >= needed;
}

function define(named, name, rule) {
  if (!name || name === 'none' || named.has(name)) throw new Error(`the name ${name} is missing or taken`);
  named.set(name, rule);
}

function found(named, name) {
  const rule = named.get(name);
  if (!rule) throw new Error(`${name} is not defined above its use`);
  return rule;
}

const linesOf = (text) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line && !line.startsWith('#'));
