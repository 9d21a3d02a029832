import { isRealDate } from './age-band.js';

/** What a NIK says by itself. The origin is the region of first registration and never changes. */
export interface NikParts {
  region: string;
  sex: 'P' | 'L';
  /** Two-digit years are read against `today`: nobody is born in the future. `YYYY-MM-DD`. */
  birthDate: string;
}

export type NikStatus = 'VALID' | 'MISSING' | 'WRONG_LENGTH' | 'BAD_CHARACTERS' | 'IMPOSSIBLE_DATE';
export type NikWarning = 'REGION_UNKNOWN' | 'SEX_MISMATCH' | 'BIRTHDATE_MISMATCH';

export interface NikVerdict {
  status: NikStatus;
  /** Contradictions to show and ask about; they never keep a report from being saved. */
  warnings: NikWarning[];
  parts: NikParts | null;
}

export interface NikContext {
  /** Today in the city's zone, `YYYY-MM-DD`. */
  today: string;
  sex?: string | null;
  birthDate?: string | null;
  /** Known first two digits (provinces). Empty: the region is not checked. */
  provinces?: readonly string[];
}

// Women's day of birth is written with 40 added.
const WOMEN_DAY_OFFSET = 40;

/** Digits only: dots, blanks, apostrophes and hyphens that people and spreadsheets put in are removed. */
export function cleanNik(text: string): string {
  return text.replaceAll(/[\s.'’-]/gu, '');
}

/**
 * Checks form and meaning of a NIK (domain 3.3). A missing one is an ordinary state (babies, foreigners, people who
 * fled without papers). A region that is not known only warns: the code is that of the first registration.
 */
export function checkNik(text: string | null | undefined, context: NikContext): NikVerdict {
  const nik = cleanNik(text ?? '');
  if (nik === '') return verdict('MISSING');
  if (!/^\d+$/.test(nik)) return verdict('BAD_CHARACTERS');
  if (nik.length !== 16) return verdict('WRONG_LENGTH');
  const parts = partsOf(nik, context.today);
  if (!parts || nik.endsWith('0000')) return verdict('IMPOSSIBLE_DATE');
  const warnings: NikWarning[] = [];
  if (context.provinces?.length && !context.provinces.includes(nik.slice(0, 2)))
    warnings.push('REGION_UNKNOWN');
  if (context.sex && context.sex !== parts.sex) warnings.push('SEX_MISMATCH');
  if (context.birthDate && context.birthDate !== parts.birthDate) warnings.push('BIRTHDATE_MISMATCH');
  return { status: 'VALID', warnings, parts };
}

function verdict(status: NikStatus): NikVerdict {
  return { status, warnings: [], parts: null };
}

function partsOf(nik: string, today: string): NikParts | null {
  const written = Number(nik.slice(6, 8));
  const female = written > WOMEN_DAY_OFFSET;
  const day = String(female ? written - WOMEN_DAY_OFFSET : written).padStart(2, '0');
  const [month, year] = [nik.slice(8, 10), nik.slice(10, 12)];
  // The century is not written. The nearest past one is taken: a child of 2012 is met here, a person of 112 is not.
  const birthDate = ['20', '19']
    .map((century) => `${century}${year}-${month}-${day}`)
    .find((date) => isRealDate(date) && date <= today);
  return birthDate ? { region: nik.slice(0, 6), sex: female ? 'P' : 'L', birthDate } : null;
}
