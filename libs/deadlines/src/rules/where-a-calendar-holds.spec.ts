import { describe, expect, it } from '@jest/globals';
import { gapsOf, missingYear, weekOf } from './calendar-watch.js';
import { holdsIn } from './work-calendar.js';

describe('where a calendar holds', () => {
  it('a province’s day holds in its cities and nowhere else', () => {
    expect(holdsIn(null, '16.74')).toBe(true);
    expect(holdsIn('16', '16.74')).toBe(true);
    expect(holdsIn('16.74', '16.74')).toBe(true);
    expect(holdsIn('16.7', '16.74')).toBe(false);
    expect(holdsIn('16.74', '16')).toBe(false);
    expect(holdsIn('32', '16.74')).toBe(false);
    expect(holdsIn('16', null)).toBe(false);
  });

  it('holidays and Ramadan hours are missed each for itself', () => {
    const loaded = { holidays: new Set([2026]), ramadanHours: new Set([2026, 2027]) };
    expect(gapsOf('2026-10-01', loaded)).toEqual([{ what: 'HOLIDAYS', year: 2027 }]);
    expect(gapsOf('2026-09-30', loaded)).toEqual([]);
    expect(gapsOf('2027-10-01', { ...loaded, holidays: new Set([2027, 2028]) })).toEqual([
      { what: 'RAMADAN_HOURS', year: 2028 },
    ]);
    expect(gapsOf('2029-01-01', loaded)).toHaveLength(2);
  });

  it('next year is missed from October on, this year always', () => {
    expect(missingYear('2026-09-30', new Set([2026]))).toBeNull();
    expect(missingYear('2026-10-01', new Set([2026]))).toBe(2027);
    expect(missingYear('2026-12-31', new Set([2026, 2027]))).toBeNull();
    expect(missingYear('2027-01-01', new Set([2026]))).toBe(2027);
    expect(weekOf('2026-11-25')).toBe('2026-11-23');
    expect(weekOf('2026-11-22')).toBe('2026-11-16');
  });
});
