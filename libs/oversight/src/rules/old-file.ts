import { DateTime } from 'luxon';

/** When a file of last year was opened and closed. */
export interface OldFile {
  year: number;
  openedAt: Date;
  closedAt: Date;
}

const CLOSED_AFTER_DAYS = 6;
const OPENS_AT_HOUR = 9;

/** The year whose files are old: the one before this, in the city. */
export function lastYear(now: Date, zone: string): number {
  return DateTime.fromJSDate(now, { zone }).year - 1;
}

/**
 * A time for a bait behind the last real file of that year, so that its number and its time say the same: on a working
 * day, within office hours, before the year was over. `chance` between 0 and 1 chooses among them. Pure.
 */
export function oldFile(year: number, last: Date | null, chance: number, zone: string): OldFile {
  const earliest = DateTime.fromObject({ year, month: 12, day: 8, hour: OPENS_AT_HOUR }, { zone });
  const after = last ? DateTime.fromJSDate(last, { zone }) : earliest;
  const end = DateTime.fromObject({ year, month: 12, day: 31, hour: 15 }, { zone });
  const minutes = Math.floor(chance * 5 * 60);
  const from = after > earliest ? after : earliest;
  const room = Math.max(0, Math.floor(end.diff(from, 'days').days));
  const day = onWorkingDay(from.plus({ days: Math.floor(room / 2) }));
  const wished = day.set({ hour: OPENS_AT_HOUR, minute: 0, second: 7, millisecond: 0 }).plus({ minutes });
  // Where the year has no day left, minutes after its last file.
  const opened = wished > after ? wished : after.plus({ minutes: 7 });
  return {
    year,
    openedAt: opened.toJSDate(),
    closedAt: onWorkingDay(opened.plus({ days: CLOSED_AFTER_DAYS }))
      .plus({ minutes: 95 })
      .toJSDate(),
  };
}

/** Saturday and Sunday give way to the Friday before. */
function onWorkingDay(day: DateTime): DateTime {
  return day.weekday > 5 ? day.minus({ days: day.weekday - 5 }) : day;
}
