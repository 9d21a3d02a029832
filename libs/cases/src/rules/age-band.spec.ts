import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ageBand, ageForCase, ageOn, isChild, isRealDate, localDate } from './age-band.js';

describe('age', () => {
  it.each([
    [0, '0_5'],
    [5, '0_5'],
    [6, '6_12'],
    [12, '6_12'],
    [13, '13_17'],
    [17, '13_17'],
    [18, '18_24'],
    [24, '18_24'],
    [25, '25_44'],
    [44, '25_44'],
    [45, '45_59'],
    [59, '45_59'],
    [60, '60_PLUS'],
    [104, '60_PLUS'],
  ])('%p years are band %p', (years, band) => expect(ageBand(years)).toBe(band));

  it('stays unknown when it is unknown', () => {
    expect(ageBand(null)).toBeNull();
    expect(ageBand(-1)).toBeNull();
    expect(isChild(null)).toBe(false);
    expect(ageForCase({ reportedOn: '2026-06-08' })).toBeNull();
  });

  it('grows by one on the birthday and not the day before', () => {
    expect(ageOn('2008-06-09', '2026-06-08')).toBe(17);
    expect(ageOn('2008-06-08', '2026-06-08')).toBe(18);
    expect(ageOn('2008-02-29', '2026-02-28')).toBe(17);
    expect(ageOn('2008-02-29', '2026-03-01')).toBe(18);
    expect(ageOn('2027-01-01', '2026-03-01')).toBeNull();
  });

  it('counts somebody who came of age after the incident as a child', () => {
    const facts = { birthDate: '2008-06-08', occurredOn: '2026-06-07', reportedOn: '2026-06-08' };
    expect(isChild(ageForCase(facts))).toBe(true);
    expect(isChild(ageForCase({ ...facts, occurredOn: null }))).toBe(false);
  });

  it('never falls as days pass', () => {
    const dates = fc.date({ min: new Date('1920-01-01'), max: new Date('2026-12-31'), noInvalidDate: true });
    const day = (date: Date): string => date.toISOString().slice(0, 10);
    fc.assert(
      fc.property(dates, dates, dates, (a, b, c) => {
        const [birth, early, late] = [a, b, c].map(day).sort() as [string, string, string];
        expect(ageOn(birth, late)!).toBeGreaterThanOrEqual(ageOn(birth, early)!);
      }),
    );
  });
});

describe('dates', () => {
  it.each([
    ['2026-02-28', true],
    ['2026-02-29', false],
    ['2024-02-29', true],
    ['2026-13-01', false],
    ['2026-04-31', false],
    ['0000-01-01', false],
    ['26-01-01', false],
    ['2026-1-1', false],
  ])('%p exists: %p', (text, real) => expect(isRealDate(text)).toBe(real));

  it('fall on the day of the city, not of Greenwich', () => {
    const lateEvening = new Date('2026-03-20T23:10:00+07:00');
    expect(localDate(lateEvening, 'Asia/Jakarta')).toBe('2026-03-20');
    expect(localDate(lateEvening, 'Asia/Jayapura')).toBe('2026-03-21');
  });
});
