/** The one secret of many accounts: long, and of whatever characters (NIST SP 800-63B-4, section 3.1.1.2). */
export const PASSWORD_LENGTH_MIN = 15;
/** As much as the sign-in form takes. */
export const PASSWORD_LENGTH_MAX = 256;

// A shorter local part ("it") stands in many good sentences.
const LOCAL_PART_MIN = 3;
const WORD_MIN = 3;
/** Three words of the office are long, and the first thing that anybody there tries. */
const OWN_CHARACTERS_MIN = 8;

export type PasswordFault =
  'password.tooShort' | 'password.tooLong' | 'password.containsEmail' | 'password.common';

/** Whose password it is, as far as somebody who guesses would know. */
export interface PasswordOwner {
  email: string;
  displayName?: string;
  agencyName?: string;
  agencyCode?: string;
}

/** What is wrong with a new password before anybody tries to guess it; null when nothing is. */
export function passwordFault(password: string, owner: PasswordOwner): PasswordFault | null {
  // Characters as a person counts them: an emoji is one.
  if ([...password].length < PASSWORD_LENGTH_MIN) return 'password.tooShort';
  if (password.length > PASSWORD_LENGTH_MAX) return 'password.tooLong';
  const local = bare(owner.email.split('@')[0]!);
  if (local.length >= LOCAL_PART_MIN && bare(password).includes(local)) return 'password.containsEmail';
  return withoutWords(bare(password), wordsOfTheHouse(owner)).length < OWN_CHARACTERS_MIN
    ? 'password.common'
    : null;
}

/** What is left of a password when everything that belongs to the house is taken out, the longest words first. */
function withoutWords(said: string, words: string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .reduce((left, word) => left.replaceAll(word, ''), said);
}

/** Words that somebody tries first at this house: of the person, the office, the city, the work, the faith. */
export function wordsOfTheHouse(owner: PasswordOwner): string[] {
  const own = [owner.email, owner.displayName, owner.agencyName, owner.agencyCode]
    .flatMap((text) => (text ?? '').toLowerCase().split(/[^\p{L}\p{N}]+/u))
    .filter((word) => word.length >= WORD_MIN);
  return [...new Set([...own, ...HOUSE])];
}

/** Small letters and digits, however they are written or parted. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Not in the dictionaries, or not high enough in them. */
const HOUSE = [
  'simpul',
  'demo',
  'prabumulih',
  'palembang',
  'sumatera',
  'selatan',
  'sumsel',
  'sriwijaya',
  'nanas',
  'uptd',
  'uptdppa',
  'ppa',
  'dppkbpppa',
  'puspaga',
  'dinsos',
  'dinas',
  'sosial',
  'dinkes',
  'polres',
  'polisi',
  'polri',
  'kejari',
  'kejaksaan',
  'pengadilan',
  'rsud',
  'puskesmas',
  'disdik',
  'disdikbud',
  'kemenag',
  'bappeda',
  'diskominfo',
  'inspektorat',
  'hukum',
  'rujukan',
  'kasus',
  'laporan',
  'perempuan',
  'anak',
  'perlindungan',
  'kekerasan',
  'pendamping',
  'konselor',
  'psikolog',
  'petugas',
  'kepala',
  'administrator',
  'katasandi',
  'sandi',
  'kantor',
  'indonesia',
  'indonesiaraya',
  'merdeka',
  'pancasila',
  'bhinneka',
  'bismillah',
  'bismillahirrahmanirrahim',
  'alhamdulillah',
  'alhamdulillahirabbilalamin',
  'assalamualaikum',
  'warahmatullahi',
  'wabarakatuh',
  'subhanallah',
  'astaghfirullah',
  'masyaallah',
  'insyaallah',
];
