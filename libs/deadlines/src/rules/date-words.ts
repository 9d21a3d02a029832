import { DateTime } from 'luxon';
import type { CalendarDate } from './work-calendar.js';

export type Locale = 'id' | 'en';

/** A sentence in both languages of the screens. */
export interface Words {
  readonly id: string;
  readonly en: string;
}

// Own names instead of Intl: a stored explanation must not change its wording with the ICU data of a machine.
const MONTHS: Record<Locale, readonly string[]> = {
  id: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
};

const WEEKDAYS: Record<Locale, readonly string[]> = {
  id: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
};

const ZONE_NAMES: Readonly<Record<string, string>> = {
  'Asia/Jakarta': 'WIB',
  'Asia/Pontianak': 'WIB',
  'Asia/Makassar': 'WITA',
  'Asia/Jayapura': 'WIT',
};

/** "Rabu 23 Des 2026" / "Wednesday 23 Dec 2026". */
export function dateWords(date: CalendarDate, locale: Locale): string {
  const day = DateTime.fromISO(date, { zone: 'utc' });
  return `${WEEKDAYS[locale][day.weekday - 1]} ${shortDateWords(date, locale)} ${day.year}`;
}

/** "23 Des" / "23 Dec". */
export function shortDateWords(date: CalendarDate, locale: Locale): string {
  const day = DateTime.fromISO(date, { zone: 'utc' });
  return `${day.day} ${MONTHS[locale][day.month - 1]}`;
}

/** "Rabu 23 Des 2026 pukul 16.10 WIB" / "Wednesday 23 Dec 2026 at 16:10 WIB". */
export function momentWords(at: Date, zone: string, locale: Locale): string {
  const moment = DateTime.fromJSDate(at, { zone });
  const date = dateWords(moment.toFormat('yyyy-MM-dd'), locale);
  const zoneName = ZONE_NAMES[zone] ?? moment.toFormat('ZZZZ');
  return locale === 'id'
    ? `${date} pukul ${moment.toFormat('HH.mm')} ${zoneName}`
    : `${date} at ${moment.toFormat('HH:mm')} ${zoneName}`;
}

/** Joins as a person would: "a, b dan c" / "a, b and c". */
export function listWords(items: readonly string[], locale: Locale): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${locale === 'id' ? 'dan' : 'and'} ${items[items.length - 1]}`;
}

/** Consecutive dates drawn together: "26-27 Des", "31 Des-1 Jan". */
export function dateRunWords(dates: readonly CalendarDate[], locale: Locale): string {
  const first = dates[0];
  const last = dates[dates.length - 1];
  if (first === undefined || last === undefined) return '';
  if (first === last) return shortDateWords(first, locale);
  if (first.slice(0, 7) !== last.slice(0, 7)) {
    return `${shortDateWords(first, locale)}-${shortDateWords(last, locale)}`;
  }
  return `${Number(first.slice(8))}-${shortDateWords(last, locale)}`;
}
