/** Small letters and digits that are not mistaken for one another when read out: 30 of them. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz2345678';
const LENGTH = 16;

/**
 * A first password from random bytes, in four groups of four that can be read out: about 78 bits. Bytes of 240 and
 * more are passed over, so that each letter is as likely as any other; give 64 bytes and there are always enough.
 */
export function firstPassword(random: Uint8Array): string {
  const letters = [...random]
    .filter((byte) => byte < 240)
    .slice(0, LENGTH)
    .map((byte) => ALPHABET[byte % ALPHABET.length]!);
  if (letters.length < LENGTH) throw new Error('Too few random bytes for a password');
  return letters.join('').replace(/.{4}(?=.)/g, '$&-');
}
