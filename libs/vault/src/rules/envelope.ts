import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/**
 * The one shape in which Simpul stores a secret:
 *
 *     version (1) ‖ key id (4) ‖ iv (12) ‖ ciphertext ‖ tag (16)
 *
 * AES-256-GCM. The key id says which key opens it (a case-key version for a field, a master-key id for a
 * wrapped key), so that keys can be rotated while old envelopes stay readable. Where the envelope lives
 * (table, column, row, case) is not stored in it: it is the additional authenticated data, so an envelope
 * copied to another row, column or case does not open.
 */
export const ENVELOPE_VERSION = 1;
const KEY_ID_BYTES = 4;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + KEY_ID_BYTES + IV_BYTES;
export const KEY_BYTES = 32;

/** Thrown when an envelope does not open: altered, moved, of another key, or not an envelope at all. */
export class EnvelopeBroken extends Error {
  constructor() {
    // One wording for every cause: telling them apart would help only somebody who is guessing.
    super('A sealed value does not open: it was altered, moved, or sealed with another key.');
    this.name = 'EnvelopeBroken';
  }
}

/** Seals bytes under a 32-byte key. `place` is authenticated, not stored. */
export function sealEnvelope(key: Buffer, keyId: number, place: string, plain: Buffer): Buffer {
  const header = Buffer.alloc(1 + KEY_ID_BYTES);
  header.writeUInt8(ENVELOPE_VERSION, 0);
  header.writeUInt32BE(keyId, 1);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(authenticated(header, place));
  const ciphertext = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([header, iv, ciphertext, cipher.getAuthTag()]);
}

/** Opens an envelope, or throws EnvelopeBroken. */
export function openEnvelope(key: Buffer, place: string, envelope: Buffer): Buffer {
  if (envelope.length < HEADER_BYTES + TAG_BYTES || envelope[0] !== ENVELOPE_VERSION)
    throw new EnvelopeBroken();
  const header = envelope.subarray(0, 1 + KEY_ID_BYTES);
  const iv = envelope.subarray(1 + KEY_ID_BYTES, HEADER_BYTES);
  const ciphertext = envelope.subarray(HEADER_BYTES, envelope.length - TAG_BYTES);
  const tag = envelope.subarray(envelope.length - TAG_BYTES);
  try {
    // Without authTagLength Node accepts tags of 4 bytes, which can be guessed.
    const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
    decipher.setAAD(authenticated(header, place));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(ciphertext), decipher.final()]);
  } catch {
    throw new EnvelopeBroken();
  }
}

/** The id of the key that opens this envelope; throws EnvelopeBroken when it is too short to hold one. */
export function keyIdOf(envelope: Buffer): number {
  if (envelope.length < HEADER_BYTES + TAG_BYTES || envelope[0] !== ENVELOPE_VERSION)
    throw new EnvelopeBroken();
  return envelope.readUInt32BE(1);
}

function authenticated(header: Buffer, place: string): Buffer {
  return Buffer.concat([header, Buffer.from(place, 'utf8')]);
}
