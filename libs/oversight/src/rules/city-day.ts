import { DateTime } from 'luxon';

/** The calendar day before the one of `at`, in the city. */
export function dayBefore(at: Date, zone: string): string {
  return DateTime.fromJSDate(at, { zone }).minus({ days: 1 }).toISODate()!;
}

/** The next calendar day after an ISO date. */
export function dayAfter(day: string): string {
  return DateTime.fromISO(day, { zone: 'utc' }).plus({ days: 1 }).toISODate()!;
}

/** When a calendar day begins and ends in the city; the end is the next day's beginning. */
export function boundsOf(day: string, zone: string): { from: Date; to: Date } {
  const start = DateTime.fromISO(day, { zone });
  return { from: start.toJSDate(), to: start.plus({ days: 1 }).toJSDate() };
}

/** Minutes since midnight in the city. */
export function minuteOfDay(at: Date, zone: string): number {
  const local = DateTime.fromJSDate(at, { zone });
  return local.hour * 60 + local.minute;
}

/**
 * The days that are over and were not gone through: after the newest that was, up to yesterday. The first time only
 * yesterday; after a long outage the last `most`, because older ones nobody would read.
 */
export function daysToGoThrough(newest: string | null, yesterday: string, most: number): string[] {
  if (newest === null) return [yesterday];
  const days: string[] = [];
  for (let day = dayAfter(newest); day <= yesterday; day = dayAfter(day)) days.push(day);
  return days.slice(-most);
}
