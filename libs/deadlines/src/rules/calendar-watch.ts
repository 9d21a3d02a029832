import { addDays, weekdayOf, type CalendarDate } from './work-calendar.js';

/** The joint decree for next year is published in September or October; from October on its absence is a fault. */
const WARN_FROM_MONTH = 10;

/** A list that should be here: a year's holidays, or the office hours of a year's Ramadan. */
export interface CalendarGap {
  readonly what: 'HOLIDAYS' | 'RAMADAN_HOURS';
  readonly year: number;
}

/** The year whose list should be here and is not: this one, or next year from October on. `today` in the city's zone. */
export function missingYear(today: CalendarDate, loaded: ReadonlySet<number>): number | null {
  const [year, month] = today.split('-').map(Number) as [number, number];
  // A year that has begun without its list is the worse case of the same fault.
  if (!loaded.has(year)) return year;
  return month >= WARN_FROM_MONTH && !loaded.has(year + 1) ? year + 1 : null;
}

/** What is missing today. Every year has a Ramadan that begins in it: the moon's year is eleven days shorter. */
export function gapsOf(
  today: CalendarDate,
  loaded: { readonly holidays: ReadonlySet<number>; readonly ramadanHours: ReadonlySet<number> },
): CalendarGap[] {
  const missing = [
    { what: 'HOLIDAYS' as const, year: missingYear(today, loaded.holidays) },
    { what: 'RAMADAN_HOURS' as const, year: missingYear(today, loaded.ramadanHours) },
  ];
  return missing.filter((gap): gap is CalendarGap => gap.year !== null);
}

/** Monday of the week of a date: people are reminded once a week, not every day. */
export function weekOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - weekdayOf(date));
}
