import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readHolidays, readOfficeHours, readRegister } from '../register.js';
import { dueTime } from './due-time.js';
import { workCalendar, type Holiday, type OfficeHours } from './work-calendar.js';

/**
 * A second calculator that shares nothing with the first: no time-zone library, no working-day functions. It looks at
 * every minute after the trigger through a fixed offset from UTC and counts on its fingers.
 */
const OFFSETS = { 'Asia/Jakarta': 7, 'Asia/Makassar': 8, 'Asia/Jayapura': 9 } as const;
type Zone = keyof typeof OFFSETS;
const MINUTE = 60_000;

interface World {
  zone: Zone;
  holidays: readonly Holiday[];
  hours: readonly OfficeHours[];
}

const wall = (at: number, zone: Zone): { date: string; minute: string; weekday: number } => {
  const local = new Date(at + OFFSETS[zone] * 60 * MINUTE);
  return {
    date: local.toISOString().slice(0, 10),
    minute: local.toISOString().slice(11, 16),
    weekday: local.getUTCDay() === 0 ? 7 : local.getUTCDay(),
  };
};

/** The closing minute of a date by the two tables, or undefined when the office is shut. */
function closes(world: World, date: string, weekday: number): string | undefined {
  if (world.holidays.some((holiday) => holiday.date === date)) return undefined;
  let found: string | null | undefined;
  for (const season of ['NORMAL', 'RAMADAN'])
    for (const row of world.hours)
      if (row.season === season && row.weekday === weekday)
        if (season === 'NORMAL' || (row.validFrom <= date && (row.validTo ?? '9999') >= date))
          found = row.closesAt;
  return found ?? undefined;
}

/** Walks minute by minute: the N-th closing minute of a day after the trigger's. */
function naiveWorking(world: World, trigger: number, amount: number): number {
  const first = wall(trigger, world.zone).date;
  let left = amount;
  for (let at = Math.ceil(trigger / MINUTE) * MINUTE; ; at += MINUTE) {
    const { date, minute, weekday } = wall(at, world.zone);
    if (date === first || closes(world, date, weekday) !== minute) continue;
    left -= 1;
    if (left === 0) return at;
  }
}

/** Walks minute by minute to the last minute of the N-th date after the trigger's. */
function naiveCalendar(zone: Zone, trigger: number, amount: number): number {
  let dates = -1;
  let seen = '';
  for (let at = Math.floor(trigger / MINUTE) * MINUTE; ; at += MINUTE) {
    const { date, minute } = wall(at, zone);
    if (date !== seen) {
      dates += 1;
      seen = date;
    }
    if (dates === amount && minute === '23:59') return at;
  }
}

const zones = fc.constantFrom(...(Object.keys(OFFSETS) as Zone[]));
const moments = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 10, 30) })
  .map((at) => new Date(at));
/** Around Ramadan and Eid, where hours, collective leave and weekends meet. */
const aroundEid = fc
  .integer({ min: Date.UTC(2026, 1, 12), max: Date.UTC(2026, 2, 27) })
  .map((at) => new Date(at));
const someHolidays = fc.array(fc.integer({ min: 0, max: 364 }), { maxLength: 40 }).map((days) =>
  days.map((day): Holiday => ({
    date: new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10),
    kind: day % 3 === 0 ? 'NATIONAL' : 'LOCAL',
    name: `Libur ${day}`,
  })),
);
const clockTimes = fc.tuple(fc.integer({ min: 12, max: 18 }), fc.integer({ min: 0, max: 59 }));
/** A city's own hours: any closing times, some with Saturday, a Ramadan of any length. */
const someHours = fc
  .record({
    closing: fc.array(clockTimes, { minLength: 7, maxLength: 7 }),
    saturday: fc.boolean(),
    from: fc.integer({ min: 0, max: 200 }),
    lasts: fc.integer({ min: 0, max: 40 }),
  })
  .map(({ closing, saturday, from, lasts }) => {
    const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
    return closing.flatMap(([hour, minute], index): OfficeHours[] => {
      const shut = index === 6 || (index === 5 && !saturday);
      const text = (earlier: number) =>
        shut ? null : `${String(hour - earlier).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
      const row = { weekday: index + 1, opensAt: shut ? null : '07:30' };
      return [
        { ...row, season: 'NORMAL', closesAt: text(0), validFrom: '2026-01-01', validTo: null },
        { ...row, season: 'RAMADAN', closesAt: text(1), validFrom: day(from), validTo: day(from + lasts) },
      ];
    });
  });

describe('the due time, counted by a second calculator', () => {
  it('of working days is the same in every zone over the real holidays, Fridays and Ramadan', () => {
    const facts = { holidays: readHolidays(), hours: readOfficeHours() };
    fc.assert(
      fc.property(zones, fc.oneof(moments, aroundEid), fc.integer({ min: 1, max: 8 }), (zone, at, amount) => {
        const calendar = workCalendar({ ...facts, zone });
        const { dueAt } = dueTime({ amount, unit: 'WORKING_DAY', clock: 'WORKING' }, at, calendar);
        expect(dueAt!.getTime()).toBe(naiveWorking({ ...facts, zone }, at.getTime(), amount));
      }),
      { numRuns: 120 },
    );
  });

  it('and over any holidays and any office hours', () => {
    fc.assert(
      fc.property(
        zones,
        moments,
        fc.integer({ min: 1, max: 5 }),
        someHolidays,
        someHours,
        (zone, at, amount, holidays, hours) => {
          const calendar = workCalendar({ holidays, hours, zone });
          const { dueAt } = dueTime({ amount, unit: 'WORKING_DAY', clock: 'WORKING' }, at, calendar);
          expect(dueAt!.getTime()).toBe(naiveWorking({ zone, holidays, hours }, at.getTime(), amount));
        },
      ),
      { numRuns: 120 },
    );
  });

  it('of calendar days is the last minute of the date, in every zone', () => {
    fc.assert(
      fc.property(zones, moments, fc.integer({ min: 1, max: 14 }), (zone, at, amount) => {
        const calendar = workCalendar({ holidays: [], hours: readOfficeHours(), zone });
        const { dueAt } = dueTime({ amount, unit: 'DAY', clock: 'CALENDAR' }, at, calendar);
        expect(dueAt!.getTime()).toBe(naiveCalendar(zone, at.getTime(), amount));
      }),
      { numRuns: 120 },
    );
  });

  it('of every running-hour duty of the law goes through Eid, whatever is closed', () => {
    const running = readRegister().filter(
      ({ basis, limit }) => basis === 'LAW' && limit !== null && limit.clock === 'RUNNING',
    );
    expect(running.map(({ slug }) => slug)).toEqual(
      expect.arrayContaining([
        'uptd-police-report-tpks',
        'police-temporary-protection-tpks',
        'police-temporary-protection-kdrt',
        'pdp-breach-notice',
        'pdp-access',
      ]),
    );
    const calendar = workCalendar({ holidays: readHolidays(), hours: readOfficeHours() });
    fc.assert(
      fc.property(fc.constantFrom(...running), aroundEid, (rule, at) => {
        const hours = rule.limit!.amount;
        expect(rule.limit!.unit).toBe('HOUR');
        expect(dueTime(rule.limit, at, calendar).dueAt!.getTime() - at.getTime()).toBe(hours * 60 * MINUTE);
      }),
    );
  });
});
