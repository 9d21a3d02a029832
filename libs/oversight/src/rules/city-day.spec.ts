import { describe, expect, it } from '@jest/globals';
import { boundsOf, dayBefore, daysToGoThrough, minuteOfDay } from './city-day.js';

const WIB = 'Asia/Jakarta';

describe('a day in the city', () => {
  it('begins at midnight there', () => {
    expect(boundsOf('2026-04-14', WIB).from.toISOString()).toBe('2026-04-13T17:00:00.000Z');
    expect(boundsOf('2026-04-14', WIB).to.toISOString()).toBe('2026-04-14T17:00:00.000Z');
    expect(dayBefore(new Date('2026-04-14T16:59:00Z'), WIB)).toBe('2026-04-13');
    expect(dayBefore(new Date('2026-04-14T17:00:00Z'), WIB)).toBe('2026-04-14');
    expect(minuteOfDay(new Date('2026-04-14T15:30:00Z'), WIB)).toBe(22 * 60 + 30);
  });

  it('is gone through once and none is left out, up to a limit', () => {
    expect(daysToGoThrough(null, '2026-04-14', 14)).toEqual(['2026-04-14']);
    expect(daysToGoThrough('2026-04-14', '2026-04-14', 14)).toEqual([]);
    expect(daysToGoThrough('2026-02-27', '2026-03-01', 14)).toEqual(['2026-02-28', '2026-03-01']);
    expect(daysToGoThrough('2026-01-01', '2026-03-01', 2)).toEqual(['2026-02-28', '2026-03-01']);
  });
});
