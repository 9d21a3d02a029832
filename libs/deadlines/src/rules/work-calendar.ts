import { DateTime } from 'luxon';

/** The city's zone when none is configured: WIB. WITA and WIT cities pass their own. */
export const DEFAULT_ZONE = 'Asia/Jakarta';

/** A calendar date in the city's zone, `yyyy-MM-dd`. Never an instant: a holiday is a date, not 24 hours of UTC. */
export type CalendarDate = string;

export type HolidayKind = 'NATIONAL' | 'COLLECTIVE_LEAVE' | 'LOCAL';

export interface Holiday {
  readonly date: CalendarDate;
  readonly kind: HolidayKind;
  readonly name: string;
  /** Where it holds: absent or null the whole country, `16` a province, `16.74` a city. */
  readonly regionCode?: string | null;
}

/**
 * Hours of one weekday in one season. ISO weekday, Monday is 1. `opensAt` and `closesAt` are wall-clock `HH:mm`
 * in the city's zone, null when the office is shut that weekday.
 */
export interface OfficeHours {
  readonly season: string;
  /** Where they hold, like a holiday's; a city's own go before the country's. */
  readonly regionCode?: string | null;
  readonly weekday: number;
  readonly opensAt: string | null;
  readonly closesAt: string | null;
  readonly validFrom: CalendarDate;
  readonly validTo: CalendarDate | null;
}

export const SEASONS = ['NORMAL', 'RAMADAN'] as const;
export type Season = (typeof SEASONS)[number];

/** Hours of one weekday with its break; all null when the office is shut. */
export interface HoursDay {
  readonly weekday: number;
  readonly opensAt: string | null;
  readonly breakStart: string | null;
  readonly breakEnd: string | null;
  readonly closesAt: string | null;
}

/** The hours of a week as they were declared: for whom, from which to which day (both included), on what basis. */
export interface HoursPeriod {
  readonly season: Season;
  readonly regionCode: string | null;
  readonly validFrom: CalendarDate;
  /** Null: until others begin. */
  readonly validTo: CalendarDate | null;
  readonly basis: string;
  /** Monday to Sunday. */
  readonly days: readonly HoursDay[];
}

/** What working-day arithmetic needs to know. Build it with `workCalendar`. */
export interface WorkCalendar {
  readonly zone: string;
  readonly holidays: ReadonlyMap<CalendarDate, Holiday>;
  readonly hours: readonly OfficeHours[];
  /** Years whose decree is loaded. A count that leaves them is an estimate and says so. */
  readonly knownYears: ReadonlySet<number>;
}

/** The season that is in force when no other is. */
export const ORDINARY_SEASON: Season = 'NORMAL';

/** No run of closed days comes near this; reaching it means that the office-hours table is empty or all shut. */
const CLOSED_RUN_DAYS_MAX = 400;

/**
 * A decree names 14 to 17 national holidays. Fewer than this are some that a person typed in ahead of it: the year is
 * not known yet.
 */
export const NATIONAL_HOLIDAYS_MIN = 10;

/** Builds the calendar of one place from the rows of the holiday and office-hours tables. */
export function workCalendar(facts: {
  readonly holidays: readonly Holiday[];
  readonly hours: readonly OfficeHours[];
  readonly zone?: string;
  readonly regionCode?: string | null;
}): WorkCalendar {
  const here = facts.holidays.filter((holiday) => holdsIn(holiday.regionCode, facts.regionCode));
  // Where two fall on one date the national one gives the name.
  const byWeight = [...here].sort((a, b) => Number(a.kind === 'NATIONAL') - Number(b.kind === 'NATIONAL'));
  return {
    zone: facts.zone ?? DEFAULT_ZONE,
    holidays: new Map(byWeight.map((holiday) => [holiday.date, holiday])),
    hours: facts.hours
      .filter((hours) => holdsIn(hours.regionCode, facts.regionCode))
      // The place's own before the country's, and the later version before the one that it follows.
      .sort(
        (a, b) =>
          (b.regionCode ?? '').length - (a.regionCode ?? '').length || b.validFrom.localeCompare(a.validFrom),
      ),
    knownYears: yearsLoaded(here),
  };
}

/** Whether something declared for a region holds in a place: the country everywhere, a province in its cities. */
export function holdsIn(declaredFor: string | null | undefined, place: string | null | undefined): boolean {
  if (!declaredFor) return true;
  return place === declaredFor || Boolean(place?.startsWith(`${declaredFor}.`));
}

/** The years whose decree is loaded. */
export function yearsLoaded(holidays: readonly Pick<Holiday, 'date' | 'kind'>[]): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { date, kind } of holidays) {
    const year = Number(date.slice(0, 4));
    if (kind === 'NATIONAL') counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count >= NATIONAL_HOLIDAYS_MIN).map(([year]) => year));
}

/** The calendar date of an instant in a zone. */
export function dateIn(zone: string, at: Date): CalendarDate {
  return DateTime.fromJSDate(at, { zone }).toFormat('yyyy-MM-dd');
}

/** The instant of a wall-clock minute (`HH:mm`) on a date in a zone. */
export function instantOf(zone: string, date: CalendarDate, minute: string): Date {
  return DateTime.fromISO(`${date}T${minute}`, { zone }).toJSDate();
}

/** The date `days` calendar days later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toFormat('yyyy-MM-dd');
}

/** Whole calendar days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round(
    DateTime.fromISO(to, { zone: 'utc' }).diff(DateTime.fromISO(from, { zone: 'utc' }), 'days').days,
  );
}

/** ISO weekday of a date: Monday is 1, Sunday is 7. */
export function weekdayOf(date: CalendarDate): number {
  return DateTime.fromISO(date, { zone: 'utc' }).weekday;
}

/**
 * The hours of a date: a special season (Ramadan) goes before the ordinary one. A date outside every validity
 * period falls back on the oldest ordinary hours of its weekday: a duty must get a due time even before the city has
 * loaded that year's hours.
 */
export function hoursOn(calendar: WorkCalendar, date: CalendarDate): OfficeHours | undefined {
  const weekday = weekdayOf(date);
  const ofWeekday = calendar.hours.filter((hours) => hours.weekday === weekday);
  const inForce = ofWeekday.filter(
    (hours) => hours.validFrom <= date && (hours.validTo === null || date <= hours.validTo),
  );
  return (
    inForce.find((hours) => hours.season !== ORDINARY_SEASON) ??
    inForce[0] ??
    ofWeekday.filter((hours) => hours.season === ORDINARY_SEASON).at(-1)
  );
}

/** Open that weekday and no holiday of any kind: collective leave (cuti bersama) closes the office too. */
export function isWorkingDay(calendar: WorkCalendar, date: CalendarDate): boolean {
  return !calendar.holidays.has(date) && hoursOn(calendar, date)?.closesAt != null;
}

/** The `count`-th working day after `date` (before it when negative); the date itself is not counted. */
export function workingDayFrom(calendar: WorkCalendar, date: CalendarDate, count: number): CalendarDate {
  const step = count < 0 ? -1 : 1;
  let found = date;
  for (let left = Math.abs(count); left > 0; left -= 1) {
    found = nextWorkingDay(calendar, found, step);
  }
  return found;
}

/** Working days after `from`, up to and including `to`; 0 when `to` is not later. */
export function workingDaysBetween(calendar: WorkCalendar, from: CalendarDate, to: CalendarDate): number {
  let count = 0;
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) count += 1;
  }
  return count;
}

/** The closing minute of a working day. Throws on a day the office is shut: ask `isWorkingDay` first. */
export function closingMinute(calendar: WorkCalendar, date: CalendarDate): Date {
  return instantOf(calendar.zone, date, openDay(calendar, date).closesAt);
}

/** The opening minute of a working day. Throws on a day the office is shut: ask `isWorkingDay` first. */
export function openingMinute(calendar: WorkCalendar, date: CalendarDate): Date {
  return instantOf(calendar.zone, date, openDay(calendar, date).opensAt);
}

/** The years between two dates whose calendar is not loaded, in order. */
export function unknownYears(calendar: WorkCalendar, from: CalendarDate, to: CalendarDate): number[] {
  const first = Number(from.slice(0, 4));
  const last = Number(to.slice(0, 4));
  return Array.from({ length: last - first + 1 }, (_, index) => first + index).filter(
    (year) => !calendar.knownYears.has(year),
  );
}

function nextWorkingDay(calendar: WorkCalendar, date: CalendarDate, step: 1 | -1): CalendarDate {
  let next = date;
  for (let tried = 0; tried < CLOSED_RUN_DAYS_MAX; tried += 1) {
    next = addDays(next, step);
    if (isWorkingDay(calendar, next)) return next;
  }
  throw new Error('no working day found: the office-hours table has no open weekday');
}

function openDay(calendar: WorkCalendar, date: CalendarDate): { opensAt: string; closesAt: string } {
  const hours = hoursOn(calendar, date);
  if (!hours?.opensAt || !hours.closesAt) throw new Error(`the office is shut on ${date}`);
  return { opensAt: hours.opensAt, closesAt: hours.closesAt };
}
