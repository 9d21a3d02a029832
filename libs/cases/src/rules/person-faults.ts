import { isRealDate } from './age-band.js';
import { checkNik } from './nik.js';

export interface PersonAnswers {
  nik?: string | null;
  birthDate?: string | null;
  phone?: string | null;
  regionCode?: string | null;
}

export interface Fault {
  /** Relative to the person: `/nik`. */
  pointer: string;
  code: string;
}

const EARLIEST_BIRTH = '1900-01-01';
const REGION = /^\d{2}(\.\d{2}(\.\d{2}(\.\d{4})?)?)?$/;
// Short codes (110, 129) are no way to reach a person; E.164 ends at 15 digits.
const PHONE_DIGITS_MIN = 6;
const PHONE_DIGITS_MAX = 15;

/**
 * What is impossible in the answers about a person. Missing is never a fault, and neither is a contradiction that may
 * be true (another region, another sex in the NIK): those are warnings on the person.
 */
export function personFaults(answers: PersonAnswers, today: string): Fault[] {
  const faults: Fault[] = [];
  const { nik, birthDate, phone, regionCode } = answers;
  const status = checkNik(nik, { today }).status;
  if (status === 'WRONG_LENGTH') faults.push({ pointer: '/nik', code: 'nik.wrongLength' });
  if (status === 'BAD_CHARACTERS') faults.push({ pointer: '/nik', code: 'nik.notDigits' });
  if (status === 'IMPOSSIBLE_DATE') faults.push({ pointer: '/nik', code: 'nik.impossibleDate' });
  if (birthDate) faults.push(...birthDateFaults(birthDate, today));
  if (phone && !isReachable(phone)) faults.push({ pointer: '/phone', code: 'phone.notReachable' });
  if (regionCode && !REGION.test(regionCode)) faults.push({ pointer: '/regionCode', code: 'region.unknown' });
  return faults;
}

function birthDateFaults(birthDate: string, today: string): Fault[] {
  if (!isRealDate(birthDate)) return [{ pointer: '/birthDate', code: 'date.impossible' }];
  if (birthDate > today) return [{ pointer: '/birthDate', code: 'date.inTheFuture' }];
  return birthDate < EARLIEST_BIRTH ? [{ pointer: '/birthDate', code: 'date.tooEarly' }] : [];
}

function isReachable(phone: string): boolean {
  const digits = phone.replaceAll(/\D/g, '');
  return digits.length >= PHONE_DIGITS_MIN && digits.length <= PHONE_DIGITS_MAX;
}

/** The district of a region code (`16.74.02.1003` -> `16.74.02`); shorter codes stay as they are. */
export function districtOf(regionCode: string | null | undefined): string | null {
  return regionCode ? regionCode.split('.').slice(0, 3).join('.') : null;
}
