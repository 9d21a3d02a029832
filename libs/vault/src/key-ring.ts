import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { EnvelopeBroken, KEY_BYTES, keyIdOf, openEnvelope, sealEnvelope } from './rules/envelope.js';
import { keyFileText, KeyFileUnusable, parseKeyFile, type MasterKeys } from './rules/key-file.js';

/** Where the master keys come from. A file today; a key service implements the same two lines. */
export interface MasterKeyProvider {
  /** Read once, at the start; throws KeyFileUnusable with a reason that a person can act on. */
  read(): MasterKeys;
}

/** Master keys in a file of their own, outside the database. */
export class MasterKeyFile implements MasterKeyProvider {
  constructor(private readonly path: string | undefined) {}

  read(): MasterKeys {
    if (!this.path) throw new KeyFileUnusable('SIMPUL_MASTER_KEY_FILE names no file.');
    if (!existsSync(this.path)) throw new KeyFileUnusable(`${this.path} does not exist.`);
    // Readable by others = copied by others. Windows has no such bits and reports 0o666 for everything.
    if (process.platform !== 'win32' && (statSync(this.path).mode & 0o007) !== 0) {
      throw new KeyFileUnusable(`${this.path} can be read by everybody; run: chmod 600 ${this.path}`);
    }
    return parseKeyFile(readFileSync(this.path));
  }
}

/** Writes new random master keys to a file that only its owner reads. Refuses to overwrite: that would lose every case. */
export function newMasterKeyFile(path: string): void {
  writeFileSync(path, keyFileText(randomBytes(KEY_BYTES), randomBytes(KEY_BYTES)), {
    mode: 0o600,
    flag: 'wx',
  });
}

/** The master keys of this process: wraps and unwraps case keys, derives the keys of the blind indexes. */
export class KeyRing {
  private readonly byId = new Map<number, Buffer>();
  private readonly currentId: number;
  private readonly derived = new Map<string, Buffer>();
  readonly #index: Buffer;

  constructor(provider: MasterKeyProvider) {
    const keys = provider.read();
    for (const key of [...keys.old, keys.current]) this.byId.set(fingerprint(key), key);
    this.currentId = fingerprint(keys.current);
    this.#index = keys.index;
  }

  wrap(place: string, secret: Buffer): Buffer {
    return sealEnvelope(this.byId.get(this.currentId)!, this.currentId, place, secret);
  }

  unwrap(place: string, envelope: Buffer): Buffer {
    const key = this.byId.get(keyIdOf(envelope));
    if (!key) throw new EnvelopeBroken();
    return openEnvelope(key, place, envelope);
  }

  /** A 32-byte key for one purpose, derived from the index root by HKDF-SHA256. */
  derive(purpose: string): Buffer {
    let key = this.derived.get(purpose);
    if (!key) {
      key = Buffer.from(hkdfSync('sha256', this.#index, Buffer.alloc(0), `simpul/v1/${purpose}`, KEY_BYTES));
      this.derived.set(purpose, key);
    }
    return key;
  }

  /** Keeps keys out of logs and error dumps. */
  toJSON(): string {
    return '[KeyRing]';
  }
}

/** First four bytes of a hash: names a key of 256 random bits without saying anything about it. */
function fingerprint(key: Buffer): number {
  return createHash('sha256').update('simpul/master-key-id/').update(key).digest().readUInt32BE(0);
}
