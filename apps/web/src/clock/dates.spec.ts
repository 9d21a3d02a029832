import { describe, expect, it } from '@jest/globals';
import {
  clockTime,
  cityDay,
  dayAndTime,
  daysBetween,
  dueTone,
  exactMoment,
  fromCityInput,
  longDay,
  shortDay,
  timeLeft,
  toCityInput,
  weekdayDay,
  wholeNumber,
} from './dates';

const LATE_EVENING = '2026-11-23T17:30:00.000Z'; // 00.30 on the 24th in the city

describe('dates on screens', () => {
  it('are written in city time, in Indonesian, with a dot in the clock time', () => {
    expect(clockTime('2026-11-23T06:40:00Z', 'id')).toBe('13.40');
    expect(shortDay('2026-11-23T06:40:00Z', 'id')).toBe('Sen, 23 Nov');
    expect(weekdayDay('2026-11-25T06:40:00Z', 'id')).toBe('Rab 25');
    expect(longDay('2026-11-23T06:40:00Z', 'id')).toBe('Senin, 23 November 2026');
    expect(dayAndTime('2026-11-24T06:40:00Z', 'id')).toBe('Sel, 24 Nov 13.40');
    expect(exactMoment('2026-11-23T04:52:08Z', 'id')).toBe('23 Nov 2026, 11.52.08 WIB');
    expect(wholeNumber(48212, 'id')).toBe('48.212');
  });

  it('have an English form with the same zone', () => {
    expect(clockTime('2026-11-23T06:40:00Z', 'en')).toBe('13:40');
    expect(longDay('2026-11-23T06:40:00Z', 'en')).toContain('23 November 2026');
  });

  it('belong to the city’s calendar day, not to the browser’s', () => {
    expect(cityDay(LATE_EVENING)).toBe('2026-11-24');
    expect(daysBetween('2026-11-23T16:00:00Z', LATE_EVENING)).toBe(1);
  });

  it('survive the way into an input and back', () => {
    expect(toCityInput('2026-03-20T16:10:00Z')).toBe('2026-03-20T23:10');
    expect(fromCityInput('2026-03-20T23:10')).toBe('2026-03-20T16:10:00.000Z');
    expect(fromCityInput('')).toBeUndefined();
    expect(fromCityInput('besok')).toBeUndefined();
  });
});

describe('time left', () => {
  const now = new Date('2026-11-23T06:00:00Z');
  const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);

  it.each([
    [50, { late: false, unit: 'minute', amount: 50 }],
    [19 * 60 + 5, { late: false, unit: 'hour', amount: 19 }],
    [47 * 60, { late: false, unit: 'hour', amount: 47 }],
    [3 * 1440, { late: false, unit: 'day', amount: 3 }],
    [-5 * 60, { late: true, unit: 'hour', amount: 5 }],
    [-30 * 60, { late: true, unit: 'day', amount: 1 }],
  ])('%i minutes from now', (minutes, words) => {
    expect(timeLeft(after(minutes), now)).toEqual(words);
  });

  it('is red only when it is late, and urgent under a day', () => {
    expect(dueTone(after(-1), now)).toBe('late');
    expect(dueTone(after(60), now)).toBe('urgent');
    expect(dueTone(after(25 * 60), now)).toBe('wait');
  });
});
