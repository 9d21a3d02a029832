import type { Locale } from '../api/contract';
import { atOffset, markFor, offsetOf, zoneLetters } from './zones';

const FIRST_ZONE = 'Asia/Jakarta';
let zone = FIRST_ZONE;
let mark = '';

/**
 * Sets the zone in which every time on the screen is written and taken: where the signed-in person's agency sits. The
 * server says which (`session.zone`); deadline arithmetic is the server's too, the browser only writes times down.
 */
export function readTimesIn(own: string, city: string, browser = browserZone()): void {
  if (own !== zone) cache.clear();
  zone = own;
  mark = markFor({ own, city, browser });
}

const browserZone = (): string => new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** "WITA": the zone in which times are taken. */
export const zoneName = (): string => zoneLetters(zone);

const cache = new Map<string, Intl.DateTimeFormat>();
function format(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let found = cache.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale === 'id' ? 'id-ID' : 'en-GB', { timeZone: zone, ...options });
    cache.set(key, found);
  }
  return found;
}

/** "13.40", or "13.40 WITA" where the zone is not the one that a reader would take it for. */
export const clockTime = (at: string | Date, locale: Locale): string =>
  format(locale, { hour: '2-digit', minute: '2-digit', hour12: false }).format(new Date(at)) +
  (mark && `\u00a0${mark}`);

/** "Sen, 23 Nov" */
export const shortDay = (at: string | Date, locale: Locale): string =>
  format(locale, { weekday: 'short', day: 'numeric', month: 'short' }).format(new Date(at));

/** "23 Nov" */
export const dayMonth = (at: string | Date, locale: Locale): string =>
  format(locale, { day: 'numeric', month: 'short' }).format(new Date(at));

/** "23 November" */
export const dayLongMonth = (at: string | Date, locale: Locale): string =>
  format(locale, { day: 'numeric', month: 'long' }).format(new Date(at));

/** "Rab 25" */
export const weekdayDay = (at: string | Date, locale: Locale): string =>
  `${format(locale, { weekday: 'short' }).format(new Date(at))} ${format(locale, { day: 'numeric' }).format(new Date(at))}`;

/** "Senin": an ISO weekday, Monday is 1. */
export const weekdayName = (weekday: number, locale: Locale): string =>
  // 5 January 1970 was a Monday.
  format(locale, { weekday: 'long' }).format(
    new Date(noonOf(`1970-01-${String(weekday + 4).padStart(2, '0')}`)),
  );

/** "Senin, 23 November 2026" */
export const longDay = (at: string | Date, locale: Locale): string =>
  format(locale, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).format(new Date(at));

/** "23 Nov 2026" */
export const dayMonthYear = (at: string | Date, locale: Locale): string =>
  format(locale, { day: 'numeric', month: 'short', year: 'numeric' }).format(new Date(at));

/** "Sel, 24 Nov 13.40" */
export const dayAndTime = (at: string | Date, locale: Locale): string =>
  `${shortDay(at, locale)} ${clockTime(at, locale)}`;

/** "23 Nov 2026, 11.52.08 WIB" */
export const exactMoment = (at: string | Date, locale: Locale): string =>
  `${dayMonthYear(at, locale)}, ${format(locale, { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }).format(new Date(at))} ${zoneLetters(zone)}`;

/** "2026-11-23": the calendar day there, for comparing and for `<input type=date>`. */
export const cityDay = (at: string | Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date(at));

/** A moment of a calendar date (a holiday, a validity) for the functions above: noon there, whatever the zone. */
export const noonOf = (date: string): string => atOffset(`${date}T12:00:00`, offsetOf(zone)).toISOString();

/** The first moment of a calendar date there, and the last whole second of it. */
export const startOfDay = (date: string): Date => atOffset(`${date}T00:00:00`, offsetOf(zone));
export const endOfDay = (date: string): Date => atOffset(`${date}T23:59:59`, offsetOf(zone));

export const wholeNumber = (value: number, locale: Locale): string =>
  new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB').format(value);

/** What `<input type=datetime-local>` holds, read as the time there. Empty or broken text gives undefined. */
export function fromCityInput(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text)) return undefined;
  const at = atOffset(`${text.slice(0, 16)}:00`, offsetOf(zone));
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** The reverse, for a prefilled input. */
export function toCityInput(at: string | Date): string {
  const parts = format('en', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  }).formatToParts(new Date(at));
  const get = (type: string) => parts.find((part) => part.type === type)?.value ?? '';
  return `${get('year')}-${get('month')}-${get('day')}T${get('hour')}:${get('minute')}`;
}

export interface TimeLeft {
  late: boolean;
  unit: 'minute' | 'hour' | 'day';
  amount: number;
}

/** How much is left until (or has passed since) a time: minutes under an hour, then hours, days from two days on (late: from one). */
export function timeLeft(dueAt: string | Date, now: Date): TimeLeft {
  const minutes = (new Date(dueAt).getTime() - now.getTime()) / 60_000;
  const late = minutes < 0;
  const size = Math.abs(minutes);
  if (size < 60) return { late, unit: 'minute', amount: Math.floor(size) };
  if (size < (late ? 24 : 48) * 60) return { late, unit: 'hour', amount: Math.floor(size / 60) };
  return { late, unit: 'day', amount: Math.floor(size / 1440) };
}

/** The picture language of a due time: only "late" is solid red; under a day is urgent. */
export function dueTone(dueAt: string | Date, now: Date): 'late' | 'urgent' | 'wait' {
  const hours = (new Date(dueAt).getTime() - now.getTime()) / 3_600_000;
  if (hours < 0) return 'late';
  return hours < 24 ? 'urgent' : 'wait';
}

/** Whole calendar days there from one time to another (0 on the same day). */
export function daysBetween(from: string | Date, to: string | Date): number {
  return Math.round((Date.parse(cityDay(to)) - Date.parse(cityDay(from))) / 86_400_000);
}
