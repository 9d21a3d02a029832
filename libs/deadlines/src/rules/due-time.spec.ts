import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readHolidays, readOfficeHours } from '../register.js';
import type { Limit } from './deadline-rule.js';
import { dueAfterPause, dueTime, dueTimeWithPauses } from './due-time.js';
import {
  addDays,
  closingMinute,
  dateIn,
  isWorkingDay,
  workCalendar,
  workingDayFrom,
  workingDaysBetween,
} from './work-calendar.js';

const calendar = workCalendar({ holidays: readHolidays(), hours: readOfficeHours() });
const { zone } = calendar;
const wib = (text: string): Date => new Date(`${text}+07:00`);

const runningLimit = fc.record({
  amount: fc.integer({ min: 0, max: 400 }),
  unit: fc.constantFrom('HOUR' as const, 'MINUTE' as const),
  clock: fc.constant('RUNNING' as const),
});
const calendarLimit = fc.record({
  amount: fc.integer({ min: 1, max: 365 }),
  unit: fc.constant('DAY' as const),
  clock: fc.constant('CALENDAR' as const),
});
const workingLimit = fc.record({
  amount: fc.integer({ min: 1, max: 20 }),
  unit: fc.constant('WORKING_DAY' as const),
  clock: fc.constant('WORKING' as const),
});
const anyLimit = fc.oneof(runningLimit, calendarLimit, workingLimit);
const anyMoment = fc
  .integer({ min: wib('2026-01-01T00:00').getTime(), max: wib('2026-12-31T23:59').getTime() })
  .map((time) => new Date(time));

const due = (limit: Limit, at: Date): Date => {
  const { dueAt } = dueTime(limit, at, calendar);
  if (!dueAt) throw new Error('no due time');
  return dueAt;
};

describe('the calendar of 2026', () => {
  it('has the 240 working days of the joint decree, not the 247 of a holiday library', () => {
    expect(workingDaysBetween(calendar, '2025-12-31', '2026-12-31')).toBe(240);
  });

  it('closes the office for seven days in a row over Eid', () => {
    expect(workingDayFrom(calendar, '2026-03-17', 1)).toBe('2026-03-25');
  });

  it('closes earlier in Ramadan and later on Fridays', () => {
    expect(closingMinute(calendar, '2026-02-24')).toEqual(wib('2026-02-24T15:00'));
    expect(closingMinute(calendar, '2026-02-27')).toEqual(wib('2026-02-27T15:30'));
    expect(closingMinute(calendar, '2026-04-17')).toEqual(wib('2026-04-17T16:30'));
    expect(closingMinute(calendar, '2026-04-16')).toEqual(wib('2026-04-16T16:00'));
  });
});

describe('a due time', () => {
  it('is never before its trigger', () => {
    fc.assert(fc.property(anyLimit, anyMoment, (limit, at) => due(limit, at) >= at));
  });

  it('never comes earlier for a later trigger, nor for a longer limit', () => {
    fc.assert(
      fc.property(anyLimit, anyMoment, anyMoment, (limit, a, b) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        expect(due(limit, first) <= due(limit, second)).toBe(true);
        expect(due(limit, first) <= due({ ...limit, amount: limit.amount + 1 }, first)).toBe(true);
      }),
    );
  });

  it('of a running clock is the amount exactly, whatever lies between', () => {
    fc.assert(
      fc.property(runningLimit, anyMoment, (limit, at) => {
        const minutes = limit.amount * (limit.unit === 'HOUR' ? 60 : 1);
        expect(due(limit, at).getTime() - at.getTime()).toBe(minutes * 60_000);
      }),
    );
  });

  it('of a calendar clock is 23.59 on the date, however late on the first day it began', () => {
    fc.assert(
      fc.property(calendarLimit, anyMoment, (limit, at) => {
        const date = addDays(dateIn(zone, at), limit.amount);
        expect(due(limit, at)).toEqual(wib(`${date}T23:59`));
      }),
    );
  });

  it('of a working clock is the closing minute of a working day, with N working days after the trigger', () => {
    fc.assert(
      fc.property(workingLimit, anyMoment, (limit, at) => {
        const dueAt = due(limit, at);
        const date = dateIn(zone, dueAt);
        expect(isWorkingDay(calendar, date)).toBe(true);
        expect(dueAt).toEqual(closingMinute(calendar, date));
        expect(workingDaysBetween(calendar, dateIn(zone, at), date)).toBe(limit.amount);
      }),
    );
  });

  it('that leaves the loaded calendar is an estimate and says so', () => {
    const three: Limit = { amount: 3, unit: 'WORKING_DAY', clock: 'WORKING' };
    const inside = dueTime(three, wib('2026-12-21T09:00'), calendar);
    const beyond = dueTime(three, wib('2026-12-30T09:00'), calendar);
    expect(inside.estimated).toBe(false);
    expect(beyond.estimated).toBe(true);
    expect(beyond.why.id).toContain('Perkiraan: kalender libur 2027 belum dimuat.');
  });

  it('is not invented where the law gives no number', () => {
    const none = dueTime(null, wib('2026-05-13T14:20'), calendar);
    expect(none.dueAt).toBeNull();
    expect(none.why.id).toContain('Aturan tidak menyebut angka');
  });

  it('explains itself as a person would', () => {
    const why = dueTime(
      { amount: 3, unit: 'WORKING_DAY', clock: 'WORKING' },
      wib('2026-12-23T16:10'),
      calendar,
    ).why;
    expect(why.id).toBe(
      '3 hari kerja sejak Rabu 23 Des 2026 pukul 16.10 WIB; hari ke-1 Senin 28 Des 2026; tidak dihitung: ' +
        'Cuti bersama Natal 24 Des, Hari Raya Natal 25 Des dan akhir pekan 26-27 Des. ' +
        'Jatuh pada jam tutup kantor, Rabu 30 Des 2026 pukul 16.00 WIB.',
    );
    expect(why.en).toContain('day 1 is Monday 28 Dec 2026');
  });

  it.each([
    ['Asia/Jakarta', '2026-04-21T23:59:00+07:00', '2026-04-15T16:00:00+07:00'],
    ['Asia/Makassar', '2026-04-21T23:59:00+08:00', '2026-04-15T16:00:00+08:00'],
    ['Asia/Jayapura', '2026-04-22T23:59:00+09:00', '2026-04-16T16:00:00+09:00'],
  ])('counts dates and closes the office in the city of %s', (city, sevenDays, oneWorkingDay) => {
    const there = workCalendar({ holidays: readHolidays(), hours: readOfficeHours(), zone: city });
    const at = new Date('2026-04-14T15:30:00Z'); // 22.30 WIB, 23.30 WITA, already 00.30 of the 15th in WIT
    expect(dueTime({ amount: 7, unit: 'DAY', clock: 'CALENDAR' }, at, there).dueAt).toEqual(
      new Date(sevenDays),
    );
    expect(dueTime({ amount: 1, unit: 'WORKING_DAY', clock: 'WORKING' }, at, there).dueAt).toEqual(
      new Date(oneWorkingDay),
    );
  });

  it('moves over month ends, a leap day and the turn of the year by dates', () => {
    const days = (amount: number): Limit => ({ amount, unit: 'DAY', clock: 'CALENDAR' });
    expect(due(days(1), wib('2028-02-28T10:00'))).toEqual(wib('2028-02-29T23:59'));
    expect(due(days(7), wib('2026-12-28T23:59'))).toEqual(wib('2027-01-04T23:59'));
    expect(due(days(365), wib('2026-04-20T11:00'))).toEqual(wib('2027-04-20T23:59'));
  });
});

describe('a pause', () => {
  const pauses = fc.record({
    from: fc.integer({ min: 0, max: 1000 }),
    lasts: fc.integer({ min: 0, max: 40 * 24 * 60 }),
  });

  it('moves a running clock by the paused time exactly', () => {
    fc.assert(
      fc.property(runningLimit, anyMoment, pauses, (limit, at, pause) => {
        const dueAt = due(limit, at);
        const from = new Date(Math.min(at.getTime() + pause.from * 60_000, dueAt.getTime()));
        const to = new Date(from.getTime() + pause.lasts * 60_000);
        const moved = dueAfterPause('RUNNING', dueAt, { from, to }, calendar);
        expect(moved.getTime() - dueAt.getTime()).toBe(pause.lasts * 60_000);
      }),
    );
  });

  it('never moves a day clock earlier, nor leaves it past at the moment of resuming', () => {
    fc.assert(
      fc.property(fc.oneof(calendarLimit, workingLimit), anyMoment, pauses, (limit, at, pause) => {
        const dueAt = due(limit, at);
        const from = new Date(Math.min(at.getTime() + pause.from * 60_000, dueAt.getTime()));
        const to = new Date(from.getTime() + pause.lasts * 60_000);
        const moved = dueAfterPause(limit.clock, dueAt, { from, to }, calendar);
        expect(moved >= dueAt).toBe(true);
        expect(moved > to || moved.getTime() === dueAt.getTime()).toBe(true);
        if (limit.clock === 'WORKING') expect(isWorkingDay(calendar, dateIn(zone, moved))).toBe(true);
      }),
    );
  });

  it('within one day leaves a day clock where it was', () => {
    const dueAt = wib('2026-06-12T16:30');
    const pause = { from: wib('2026-06-10T09:00'), to: wib('2026-06-10T15:00') };
    expect(dueAfterPause('WORKING', dueAt, pause, calendar)).toEqual(dueAt);
  });

  it('over a weekend and a holiday gives a working clock only the working days that passed', () => {
    const pause = { from: wib('2026-06-12T09:00'), to: wib('2026-06-17T09:00') }; // Fri -> Wed, Tue 16 is a holiday
    expect(dueAfterPause('WORKING', wib('2026-06-15T16:00'), pause, calendar)).toEqual(
      wib('2026-06-18T16:00'),
    );
  });

  it('is told in the explanation, and counted afresh gives the same time', () => {
    const limit: Limit = { amount: 3, unit: 'WORKING_DAY', clock: 'WORKING' };
    const trigger = wib('2026-06-09T14:00');
    const pause = { from: wib('2026-06-10T09:00'), to: wib('2026-06-11T09:00') };
    const paused = dueTimeWithPauses(limit, trigger, [pause], calendar);
    expect(paused.dueAt).toEqual(dueAfterPause('WORKING', due(limit, trigger), pause, calendar));
    expect(paused.why.id).toContain(
      'Jam berhenti dari Rabu 10 Jun 2026 pukul 09.00 WIB sampai Kamis 11 Jun 2026 pukul 09.00 WIB',
    );
    expect(dueTimeWithPauses(limit, trigger, [], calendar)).toEqual(dueTime(limit, trigger, calendar));
  });
});

describe('a holiday declared later', () => {
  it('moves every working-day limit over it by exactly one working day, and no other', () => {
    const dates = fc.integer({ min: 0, max: 364 }).map((days) => addDays('2026-01-01', days));
    fc.assert(
      fc.property(workingLimit, anyMoment, dates, (limit, at, date) => {
        const declared = { date, kind: 'LOCAL' as const, name: 'Hari jadi kota' };
        const after = workCalendar({ holidays: [...readHolidays(), declared], hours: readOfficeHours() });
        const before = due(limit, at);
        const moved = dueTime(limit, at, after).dueAt;
        const covers =
          isWorkingDay(calendar, date) && date > dateIn(zone, at) && date <= dateIn(zone, before);
        const expected = covers
          ? closingMinute(after, workingDayFrom(after, dateIn(zone, before), 1))
          : before;
        expect(moved).toEqual(expected);
      }),
    );
  });
});
