import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { ENVELOPE_VERSION, EnvelopeBroken, keyIdOf, openEnvelope, sealEnvelope } from './envelope.js';

const key = randomBytes(32);
const PLACE = 'v1|person|name|row-1|case-1|1';
const seal = (text: string) => sealEnvelope(key, 7, PLACE, Buffer.from(text));

describe('an envelope', () => {
  it('opens to what was sealed, of any length and script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
        expect(openEnvelope(key, PLACE, seal(text)).toString('utf8')).toBe(
          Buffer.from(text).toString('utf8'),
        );
      }),
    );
  });

  it('is version, key id, iv, ciphertext and a whole tag of 16 bytes', () => {
    const envelope = seal('abc');
    expect(envelope.length).toBe(1 + 4 + 12 + 3 + 16);
    expect(envelope[0]).toBe(ENVELOPE_VERSION);
    expect(keyIdOf(envelope)).toBe(7);
  });

  it('does not open after a change of any single bit', () => {
    const envelope = seal('Siti Aminah');
    for (let position = 0; position < envelope.length; position++) {
      for (let bit = 0; bit < 8; bit++) {
        const altered = Buffer.from(envelope);
        altered[position]! ^= 1 << bit;
        expect(() => openEnvelope(key, PLACE, altered)).toThrow(EnvelopeBroken);
      }
    }
  });

  it('does not open when cut, so that a short tag cannot be guessed', () => {
    const envelope = seal('Siti Aminah');
    for (let length = 0; length < envelope.length; length++) {
      expect(() => openEnvelope(key, PLACE, envelope.subarray(0, length))).toThrow(EnvelopeBroken);
    }
  });

  it('does not open in another place or with another key', () => {
    expect(() => openEnvelope(key, 'v1|person|name|row-2|case-1|1', seal('x'))).toThrow(EnvelopeBroken);
    expect(() => openEnvelope(randomBytes(32), PLACE, seal('x'))).toThrow(EnvelopeBroken);
  });

  it('never uses an iv twice', () => {
    const seen = new Set<string>();
    for (let round = 0; round < 20_000; round++) seen.add(seal('').subarray(5, 17).toString('hex'));
    expect(seen.size).toBe(20_000);
  });
});
