import { keyFrom, parseKey, type NoteVerifier, NoteBroken } from './note.js';

/** A witness's public key; `check` says when it signed, if `line` is its signature on the note (c2sp.org/tlog-cosignature). */
export interface WitnessKey {
  name: string;
  text: string;
  /** The time of the signature in seconds since 1970; null when it is not this witness's signature on that note. */
  check(note: string, line: string): number | null;
}

const COSIGNATURE = 4;

/** Reads a witness's public key text; throws NoteBroken with a reason. */
export function witnessKeyOf(text: string): WitnessKey {
  const { name, type, raw } = parseKey(text);
  if (type !== COSIGNATURE) throw new NoteBroken(`The key of ${name} does not make cosignatures.`);
  const key = keyFrom(name, raw, COSIGNATURE);
  return { name, text: key.text, check: (note, line) => check(key, note, line) };
}

function check(key: NoteVerifier, note: string, line: string): number | null {
  const match = /^— (\S+) ([A-Za-z0-9+/]+={0,2})\n$/.exec(line);
  if (!match || match[1] !== key.name) return null;
  const bytes = Buffer.from(match[2]!, 'base64');
  if (bytes.toString('base64') !== match[2] || bytes.length !== 4 + 8 + 64) return null;
  if (!bytes.subarray(0, 4).equals(key.keyId)) return null;
  const time = bytes.readBigUInt64BE(4);
  const body = note.slice(0, note.lastIndexOf('\n\n') + 1);
  const message = Buffer.from(`cosignature/v1\ntime ${time}\n${body}`, 'utf8');
  return time < 2n ** 53n && key.verify(message, bytes.subarray(12)) ? Number(time) : null;
}
