/** Length counts more than odd characters (NIST SP 800-63B, section 5.1.1.2). */
export const PASSWORD_LENGTH_MIN = 12;
/** As much as the sign-in form takes. */
export const PASSWORD_LENGTH_MAX = 256;

// A shorter local part ("it") stands in many good sentences.
const LOCAL_PART_MIN = 3;
const DISTINCT_CHARACTERS_MIN = 5;

/** What everybody tries first, without what is too short anyway; compared by letters and digits alone. */
const COMMONEST = [
  'password1234',
  'passwordpassword',
  'password123456',
  'administrator',
  'administrator1',
  'administrator123',
  'adminadminadmin',
  'admin1234567',
  'admin12345678',
  'qwertyuiop123',
  'qwertyuiopasdf',
  'qwertyqwerty',
  'qwerty123456',
  '1q2w3e4r5t6y',
  'abcdefghijkl',
  'abc123456789',
  '123456789012',
  '1234567890123',
  '123456789abc',
  '0123456789012',
  '123123123123',
  '123456123456',
  'iloveyou1234',
  'welcome12345',
  'letmein12345',
  'changeme1234',
  'indonesia123',
  'indonesia1945',
  'indonesiaraya',
  'merdeka17845',
  'bismillah123',
  'bismillahirrahmanirrahim',
  'alhamdulillah',
  'assalamualaikum',
  'katasandi123',
  'katasandi1234',
  'rahasia12345',
  'rahasiasekali',
  'prabumulih123',
  'prabumulih1234',
  'diskominfo123',
  'simpuldemoprabumulih',
];

export type PasswordFault =
  'password.tooShort' | 'password.tooLong' | 'password.containsEmail' | 'password.common';

/** What is wrong with a new password for the account of this e-mail; null when nothing is. */
export function passwordFault(password: string, email: string): PasswordFault | null {
  // Characters as a person counts them: an emoji is one.
  if ([...password].length < PASSWORD_LENGTH_MIN) return 'password.tooShort';
  if (password.length > PASSWORD_LENGTH_MAX) return 'password.tooLong';
  const said = bare(password);
  const local = bare(email.split('@')[0]!);
  if (local.length >= LOCAL_PART_MIN && said.includes(local)) return 'password.containsEmail';
  if (COMMONEST.includes(said) || new Set(said).size < DISTINCT_CHARACTERS_MIN) return 'password.common';
  return null;
}

/** Small letters and digits, however they are written or parted. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
