/**
 * Names and telephone numbers in the one form that is hashed for the blind index. Only equal forms find each other;
 * what is looked up and what is stored must pass through the same function.
 */

// Forms of address and honours that people write before or behind a name.
const NOT_PART_OF_NAME = new Set([
  'ny',
  'tn',
  'nn',
  'an',
  'by',
  'nek',
  'sdr',
  'sdri',
  'bapak',
  'bpk',
  'pak',
  'ibu',
  'bu',
  'h',
  'hj',
  'haji',
  'hajjah',
  'alm',
  'almh',
]);

/**
 * Lower case, without accents, titles, punctuation and bracketed remarks, single blanks. One-word names stay as they
 * are. Empty when nothing of a name is left (`Tn.`), which must not be indexed.
 */
export function nameForMatching(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/\(.*?\)/gu, ' ')
    .replaceAll(/['’`]/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !NOT_PART_OF_NAME.has(word))
    .join(' ');
}

/**
 * E.164 with +62 for Indonesian numbers (`0812-0000-9001` -> `+6281200009001`); other countries keep their `+`.
 * Null when it is no telephone number (fewer than 8 or more than 15 digits).
 */
export function phoneForMatching(phone: string): string | null {
  const compact = phone.replaceAll(/[\s().\-/]/gu, '');
  if (!/^\+?\d+$/.test(compact)) return null;
  const international = toInternational(compact);
  return /^\+\d{8,15}$/.test(international) ? international : null;
}

function toInternational(compact: string): string {
  if (compact.startsWith('+')) return compact;
  if (compact.startsWith('00')) return `+${compact.slice(2)}`;
  if (compact.startsWith('0')) return `+62${compact.slice(1)}`;
  return compact.startsWith('62') ? `+${compact}` : `+62${compact}`;
}
