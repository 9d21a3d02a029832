const HIDDEN = '•••';
const MAX_INITIALS = 3;

/**
 * The first letters of a name, at most three (`Siti Nur Rahayu` -> `SNR`), for lists that may not hold the name.
 * Titles and "bin/binti" tell a household's story and are left out.
 */
export function initialsOf(name: string | null | undefined): string {
  const words = (name ?? '')
    .normalize('NFC')
    .split(/[\s.]+/u)
    .filter((word) => /^\p{L}/u.test(word) && !NOT_INITIALS.has(word.toLowerCase()));
  return words
    .slice(0, MAX_INITIALS)
    .map((word) => [...word][0]!.toLocaleUpperCase('id'))
    .join('');
}

const NOT_INITIALS = new Set([
  'ny',
  'tn',
  'nn',
  'an',
  'by',
  'nek',
  'sdr',
  'sdri',
  'bin',
  'binti',
  'h',
  'hj',
  'bpk',
  'ibu',
]);

/** `SR` -> `S••• R•••`. Every hidden part has the same length, so that the mask tells nothing about the name. */
export function maskFromInitials(initials: string): string {
  const letters = [...initials];
  return letters.length === 0 ? HIDDEN : letters.map((letter) => `${letter}${HIDDEN}`).join(' ');
}

/** The mask of a name. */
export function maskName(name: string | null | undefined): string {
  return maskFromInitials(initialsOf(name));
}

/** Everything of a NIK but its last four digits; they are a serial and tell neither birth date nor origin. */
export function maskNik(nik: string | null | undefined): string | null {
  return nik ? `${HIDDEN}${nik.slice(-4)}` : null;
}

/** Everything of a telephone number but its last two digits. */
export function maskPhone(phone: string | null | undefined): string | null {
  return phone ? `${HIDDEN}${phone.slice(-2)}` : null;
}
