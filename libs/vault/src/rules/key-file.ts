import { KEY_BYTES } from './envelope.js';

/** The master keys of one installation. The database never sees them. */
export interface MasterKeys {
  /** Wraps new case keys. */
  current: Buffer;
  /** Still open what they wrapped before a rotation. */
  old: Buffer[];
  /** Root of the blind indexes; kept apart from `current` so that rotating one does not break search. */
  index: Buffer;
}

/** Thrown when the key file cannot be used; the message never quotes the file's content. */
export class KeyFileUnusable extends Error {
  constructor(reason: string) {
    super(`The master key file cannot be used: ${reason}`);
    this.name = 'KeyFileUnusable';
  }
}

/**
 * Reads a key file: 32 raw bytes, or text with one key per line, `current <key>`, `old <key>` (any number) and
 * `index <key>`. A key is 32 bytes in base64 or hex. A single bare key is `current` and `index` at once. Empty lines
 * and lines that start with # are skipped.
 */
export function parseKeyFile(file: Buffer): MasterKeys {
  if (file.length === KEY_BYTES) return bareKey(file);
  const text = file.toString('utf8');
  const lines = text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0) throw new KeyFileUnusable('it is empty.');
  if (lines.length === 1 && !/\s/u.test(lines[0]!)) {
    return bareKey(keyOf(lines[0]!, 1));
  }
  const keys: { current: Buffer[]; old: Buffer[]; index: Buffer[] } = { current: [], old: [], index: [] };
  lines.forEach((line, position) => {
    const [kind, value, ...rest] = line.split(/\s+/u);
    if ((kind !== 'current' && kind !== 'old' && kind !== 'index') || !value || rest.length > 0) {
      throw new KeyFileUnusable(`key ${position + 1} is not "current <key>", "old <key>" or "index <key>".`);
    }
    keys[kind].push(keyOf(value, position + 1));
  });
  if (keys.current.length !== 1) throw new KeyFileUnusable('it must hold exactly one "current" key.');
  if (keys.index.length !== 1) throw new KeyFileUnusable('it must hold exactly one "index" key.');
  return { current: keys.current[0]!, old: keys.old, index: keys.index[0]! };
}

/** The text of a new key file. */
export function keyFileText(current: Buffer, index: Buffer): string {
  return [
    '# Simpul master keys. Whoever has this file and the database can read every case; whoever loses it can read none.',
    '# Keep it outside the database and outside its backups, and keep a sealed copy in other hands.',
    `current ${current.toString('base64')}`,
    `index ${index.toString('base64')}`,
    '',
  ].join('\n');
}

function bareKey(key: Buffer): MasterKeys {
  return { current: checked(key, 1), old: [], index: key };
}

function keyOf(value: string, position: number): Buffer {
  const isHex = /^[0-9a-f]{64}$/iu.test(value);
  const key = Buffer.from(value, isHex ? 'hex' : 'base64');
  return checked(key, position);
}

function checked(key: Buffer, position: number): Buffer {
  if (key.length !== KEY_BYTES) {
    throw new KeyFileUnusable(
      `key ${position} has ${key.length} bytes; ${KEY_BYTES} are needed (base64 or hex).`,
    );
  }
  if (key.every((byte) => byte === key[0])) throw new KeyFileUnusable(`key ${position} is not random.`);
  return key;
}
