import { afterEach, describe, expect, it } from '@jest/globals';
import {
  cityDay,
  clockTime,
  dayAndTime,
  daysBetween,
  endOfDay,
  exactMoment,
  fromCityInput,
  longDay,
  noonOf,
  readTimesIn,
  startOfDay,
  toCityInput,
  zoneName,
} from './dates';
import { markFor } from './zones';

const WIB = 'Asia/Jakarta';
const WITA = 'Asia/Makassar';
const WIT = 'Asia/Jayapura';

afterEach(() => readTimesIn(WIB, WIB, WIB));

describe('times on screens', () => {
  it.each([
    [WIB, '22.30', '2026-11-23', '23 Nov 2026, 22.30.08 WIB'],
    [WITA, '23.30', '2026-11-23', '23 Nov 2026, 23.30.08 WITA'],
    [WIT, '00.30', '2026-11-24', '24 Nov 2026, 00.30.08 WIT'],
  ])('of a city in %s are those of its own wall clock', (zone, time, day, exact) => {
    readTimesIn(zone, zone, zone);
    const at = '2026-11-23T15:30:08Z';
    expect(clockTime(at, 'id')).toBe(time);
    expect(cityDay(at)).toBe(day);
    expect(exactMoment(at, 'id')).toBe(exact);
  });

  it.each([
    [WIB, '2026-11-24T00:30', '2026-11-23T17:30:00.000Z'],
    [WITA, '2026-11-24T00:30', '2026-11-23T16:30:00.000Z'],
    [WIT, '2026-11-24T00:30', '2026-11-23T15:30:00.000Z'],
  ])('typed in %s are taken there, and come back as they were typed', (zone, typed, moment) => {
    readTimesIn(zone, zone, zone);
    expect(fromCityInput(typed)).toBe(moment);
    expect(toCityInput(moment)).toBe(typed);
  });

  it.each([WIB, WITA, WIT])('a calendar date is one date in %s', (zone) => {
    readTimesIn(zone, zone, zone);
    expect(longDay(noonOf('2027-03-10'), 'id')).toBe('Rabu, 10 Maret 2027');
    expect(cityDay(startOfDay('2027-03-10'))).toBe('2027-03-10');
    expect(cityDay(endOfDay('2027-03-10'))).toBe('2027-03-10');
    expect(daysBetween(startOfDay('2027-03-10'), endOfDay('2027-03-12'))).toBe(2);
  });
});

describe('the letters of the zone', () => {
  it.each([
    ['city, agency and device agree', { own: WITA, city: WITA, browser: WITA }, ''],
    ['a zone of the same hours under another name', { own: WIB, city: WIB, browser: 'Asia/Pontianak' }, ''],
    ['the device stands elsewhere', { own: WITA, city: WITA, browser: WIB }, 'WITA'],
    ['the device knows no zone', { own: WIB, city: WIB, browser: 'UTC' }, 'WIB'],
    ['the device has a summer time', { own: WIB, city: WIB, browser: 'Europe/Berlin' }, 'WIB'],
    ['the device names a zone that nobody knows', { own: WIB, city: WIB, browser: 'Mars/Olympus' }, 'WIB'],
    ['the agency sits elsewhere than the city', { own: WIT, city: WIB, browser: WIT }, 'WIT'],
  ])('%s', (_why, zones, letters) => expect(markFor(zones)).toBe(letters));

  it('stand behind each clock time, and always in the label of an input', () => {
    readTimesIn(WITA, WITA, 'UTC');
    expect(clockTime('2026-11-23T06:40:00Z', 'id')).toBe('14.40\u00a0WITA');
    expect(dayAndTime('2026-11-23T06:40:00Z', 'en')).toContain('14:40\u00a0WITA');
    expect(zoneName()).toBe('WITA');
    readTimesIn(WITA, WITA, WITA);
    expect(clockTime('2026-11-23T06:40:00Z', 'id')).toBe('14.40');
    expect(zoneName()).toBe('WITA');
  });
});
