/** Digits and letters that are not taken for one another on paper (Crockford): no I, L, O, U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 10;

/** A code for the slip of a letter, out of at least ten random bytes: 50 bits, so none is met by trying. Pure. */
export function slipCode(random: Uint8Array): string {
  if (random.length < LENGTH) throw new Error('A slip code needs ten random bytes');
  return Array.from(random.subarray(0, LENGTH), (byte) => ALPHABET[byte & 31]).join('');
}

/** As it stands on paper: `7KQ3F-0ZB1M`. */
export function slipCodeOnPaper(code: string): string {
  return `${code.slice(0, 5)}-${code.slice(5)}`;
}

/** What somebody typed, as it is stored; null when it cannot be a code. */
export function slipCodeTyped(typed: string): string | null {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{10}$/.test(code) ? code : null;
}
