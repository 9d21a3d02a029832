import type { Limit } from './deadline-rule.js';
import type { Words } from './date-words.js';
import {
  whyAfterPause,
  withoutLimit,
  whyCalendar,
  whyRunning,
  whyUntil,
  whyWorking,
} from './due-time-words.js';
import {
  addDays,
  closingMinute,
  dateIn,
  daysBetween,
  instantOf,
  unknownYears,
  workingDayFrom,
  workingDaysBetween,
  type WorkCalendar,
} from './work-calendar.js';

/** The last minute of a calendar day: days of the law end with the day. */
export const DAY_ENDS_AT = '23:59';

const MINUTE_MS = 60_000;

/** When something is due, why, and whether the calendar it rests on is complete. */
export interface DueTime {
  /** Null when the rule names no number. */
  readonly dueAt: Date | null;
  /** True when a year that the count passes through has no holidays loaded. */
  readonly estimated: boolean;
  readonly why: Words;
}

/**
 * The due time of a limit that starts at `triggerAt`.
 *
 * - RUNNING: trigger plus the amount exactly; nights and holidays count ("3x24 jam" is 72 h, UU 12/2022 Ps.41).
 * - CALENDAR: 23.59 in the city's zone on the trigger's date plus the amount; the trigger's day is not counted.
 * - UNTIL: the end that the trigger names; with an amount, 23.59 on the date so many days before it.
 * - WORKING: the first working day after the trigger's date is day 1; due at the closing minute of day N.
 *
 * The counting of the first day and the closing minute are proposals until a Perwali says otherwise.
 */
export function dueTime(limit: Limit | null, triggerAt: Date, calendar: WorkCalendar): DueTime {
  if (limit === null) return { dueAt: null, estimated: false, why: withoutLimit(triggerAt, calendar.zone) };
  switch (limit.clock) {
    case 'RUNNING':
      return running(limit, triggerAt, calendar);
    case 'CALENDAR':
      return calendarDays(limit, triggerAt, calendar);
    case 'WORKING':
      return workingDays(limit, triggerAt, calendar);
    case 'UNTIL':
      return untilEnd(limit, triggerAt, calendar);
  }
}

/**
 * The due time after a pause. RUNNING moves by the paused time exactly; CALENDAR by the dates, WORKING by the
 * working days that began while paused (the day of the pause is not counted, as the trigger's is not). It never
 * moves earlier and is never already past at the moment of resuming.
 */
export function dueAfterPause(
  clock: Limit['clock'],
  dueAt: Date,
  pause: Pause,
  calendar: WorkCalendar,
): Date {
  const { zone } = calendar;
  if (clock === 'UNTIL') return dueAt;
  if (clock === 'RUNNING') return new Date(dueAt.getTime() + (pause.to.getTime() - pause.from.getTime()));
  const dueDate = dateIn(zone, dueAt);
  const from = dateIn(zone, pause.from);
  const to = dateIn(zone, pause.to);
  if (clock === 'CALENDAR') {
    const moved = addDays(dueDate, daysBetween(from, to));
    const due = instantOf(zone, moved, DAY_ENDS_AT);
    return due > pause.to ? due : instantOf(zone, addDays(moved, 1), DAY_ENDS_AT);
  }
  const moved = workingDayFrom(calendar, dueDate, workingDaysBetween(calendar, from, to));
  const due = closingMinute(calendar, moved);
  return due > pause.to ? due : closingMinute(calendar, workingDayFrom(calendar, moved, 1));
}

/** A time during which a clock stood still. */
export interface Pause {
  readonly from: Date;
  readonly to: Date;
}

/**
 * The due time of a limit with every pause it has had, in order. The one way to it: counted afresh it is the same,
 * and after a change of the calendar it is what it would have been had the calendar always been so.
 */
export function dueTimeWithPauses(
  limit: Limit | null,
  triggerAt: Date,
  pauses: readonly Pause[],
  calendar: WorkCalendar,
): DueTime {
  return pauses.reduce<DueTime>(
    (sofar, pause) => {
      if (sofar.dueAt === null || limit === null) return sofar;
      const dueAt = dueAfterPause(limit.clock, sofar.dueAt, pause, calendar);
      const missing = limit.clock === 'WORKING' ? missingYears(calendar, sofar.dueAt, dueAt) : 0;
      return {
        dueAt,
        estimated: sofar.estimated || missing > 0,
        why: whyAfterPause(sofar.why, pause, dueAt, calendar.zone),
      };
    },
    dueTime(limit, triggerAt, calendar),
  );
}

function missingYears(calendar: WorkCalendar, from: Date, to: Date): number {
  return unknownYears(calendar, dateIn(calendar.zone, from), dateIn(calendar.zone, to)).length;
}

/** The instant that many minutes or hours later. */
export function laterBy(at: Date, amount: number, unit: 'MINUTE' | 'HOUR'): Date {
  return new Date(at.getTime() + amount * (unit === 'HOUR' ? 60 : 1) * MINUTE_MS);
}

function running(limit: Limit, triggerAt: Date, calendar: WorkCalendar): DueTime {
  if (limit.unit !== 'MINUTE' && limit.unit !== 'HOUR') throw mismatch(limit);
  const dueAt = laterBy(triggerAt, limit.amount, limit.unit);
  return { dueAt, estimated: false, why: whyRunning(limit, triggerAt, dueAt, calendar.zone) };
}

function calendarDays(limit: Limit, triggerAt: Date, calendar: WorkCalendar): DueTime {
  if (limit.unit !== 'DAY') throw mismatch(limit);
  const dueDate = addDays(dateIn(calendar.zone, triggerAt), limit.amount);
  const dueAt = instantOf(calendar.zone, dueDate, DAY_ENDS_AT);
  return { dueAt, estimated: false, why: whyCalendar(limit, triggerAt, dueAt, calendar.zone) };
}

function untilEnd(limit: Limit, endsAt: Date, { zone }: WorkCalendar): DueTime {
  if (limit.unit !== 'DAY') throw mismatch(limit);
  const dueAt =
    limit.amount === 0 ? endsAt : instantOf(zone, addDays(dateIn(zone, endsAt), -limit.amount), DAY_ENDS_AT);
  return { dueAt, estimated: false, why: whyUntil(limit, endsAt, dueAt, zone) };
}

function workingDays(limit: Limit, triggerAt: Date, calendar: WorkCalendar): DueTime {
  if (limit.unit !== 'WORKING_DAY' || limit.amount < 1) throw mismatch(limit);
  const startDate = dateIn(calendar.zone, triggerAt);
  const dueDate = workingDayFrom(calendar, startDate, limit.amount);
  const dueAt = closingMinute(calendar, dueDate);
  const missing = unknownYears(calendar, startDate, dueDate);
  return {
    dueAt,
    estimated: missing.length > 0,
    why: whyWorking({ limit, triggerAt, dueAt, startDate, dueDate, missing, calendar }),
  };
}

function mismatch(limit: Limit): Error {
  return new Error(`a ${limit.clock} clock cannot count ${limit.amount} ${limit.unit}`);
}
