import { createECDH, createHash, createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isPushKey, pushKeys, sealPush, vapidHeader } from './web-push.js';

/** RFC 8291, section 5 and appendix A. */
const EXAMPLE = {
  plaintext: 'When I grow up, I want to be a watermelon',
  p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
  auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  privateKey: 'yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw',
  salt: 'DGv6ra1nlYgDCS1FRnbzlw',
  message:
    'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
};

describe('a message for one browser', () => {
  it('is the specification’s own example, byte for byte', () => {
    const ephemeral = createECDH('prime256v1');
    ephemeral.setPrivateKey(EXAMPLE.privateKey, 'base64url');
    const recordBytes = EXAMPLE.plaintext.length + 1;
    const sealed = sealPush(EXAMPLE.plaintext, EXAMPLE, {
      salt: Buffer.from(EXAMPLE.salt, 'base64url'),
      ephemeral,
      recordBytes,
    });
    expect(sealed.toString('base64url')).toBe(EXAMPLE.message);
  });

  it('has one length whatever it says, is never twice the same, and does not take what would not fit', () => {
    const sealed = ['', 'a', 'a'.repeat(127)].map((text) => sealPush(text, EXAMPLE));
    expect(new Set(sealed.map(({ length }) => length)).size).toBe(1);
    expect(sealPush('a', EXAMPLE).equals(sealed[1]!)).toBe(false);
    expect(() => sealPush('a'.repeat(128), EXAMPLE)).toThrow(RangeError);
  });

  it.each([
    [EXAMPLE.p256dh, true],
    [Buffer.alloc(65, 4).toString('base64url'), false],
    [Buffer.alloc(65).toString('base64url'), false],
    ['', false],
  ])('%s as a browser’s key: %p', (key, good) => expect(isPushKey(key)).toBe(good));
});

describe('who sends', () => {
  const AT = new Date('2026-04-14T12:30:00Z');
  const keys = pushKeys(Buffer.alloc(32, 7));

  it('is the same on each server of one installation, and another on another', () => {
    expect(pushKeys(Buffer.alloc(32, 7)).publicKey).toBe(keys.publicKey);
    expect(pushKeys(Buffer.alloc(32, 8)).publicKey).not.toBe(keys.publicKey);
    expect(isPushKey(keys.publicKey)).toBe(true);
  });

  it('a secret that is no number of the curve gives a pair all the same', () => {
    const beyond = Buffer.alloc(32, 255);
    expect(pushKeys(beyond).publicKey).toBe(pushKeys(createHash('sha256').update(beyond).digest()).publicKey);
  });

  it('is signed for one push service and half a day', () => {
    const header = vapidHeader(keys, new URL('https://push.example/s/secret'), 'mailto:it@kota.example', AT);
    const [, head, claims, signature, k] = /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(header)!;
    expect(JSON.parse(Buffer.from(head!, 'base64url').toString())).toEqual({ typ: 'JWT', alg: 'ES256' });
    expect(JSON.parse(Buffer.from(claims!, 'base64url').toString())).toEqual({
      aud: 'https://push.example',
      exp: AT.getTime() / 1_000 + 43_200,
      sub: 'mailto:it@kota.example',
    });
    const point = Buffer.from(k!, 'base64url');
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'));
    const key = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x, y }, format: 'jwk' });
    const signed = Buffer.from(`${head}.${claims}`);
    const mark = Buffer.from(signature!, 'base64url');
    expect(verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, mark)).toBe(true);
  });
});
