import { addDays, weekdayOf, type CalendarDate } from './work-calendar.js';

/** The joint decree for next year is published in September or October; from October on its absence is a fault. */
const WARN_FROM_MONTH = 10;

/** Next year, when its holidays are not loaded and it is October or later; else null. `today` in the city's zone. */
export function missingYear(today: CalendarDate, loaded: ReadonlySet<number>): number | null {
  const [year, month] = today.split('-').map(Number) as [number, number];
  // A year that has begun without its list is the worse case of the same fault.
  if (!loaded.has(year)) return year;
  return month >= WARN_FROM_MONTH && !loaded.has(year + 1) ? year + 1 : null;
}

/** Monday of the week of a date: people are reminded once a week, not every day. */
export function weekOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - weekdayOf(date));
}
