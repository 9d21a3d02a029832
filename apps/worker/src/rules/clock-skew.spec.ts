import { describe, expect, it } from '@jest/globals';
import { clockAheadMs, standsDown } from './clock-skew.js';

const HOUR = 3_600_000;

describe('the clock of a worker', () => {
  it('is judged by the quickest of several readings, half a round trip off at most', () => {
    const slow = { askedMs: 0, databaseMs: 7_900, answeredMs: 8_000 };
    const quick = { askedMs: 9_000, databaseMs: 9_001, answeredMs: 9_004 };
    expect(clockAheadMs([slow, quick])).toBe(1);
    expect(standsDown(clockAheadMs([slow, quick]))).toBe(false);
  });

  it.each([
    ['an hour ahead', HOUR, true],
    ['a day behind', -24 * HOUR, true],
    ['five seconds off', 5_000, false],
    ['a little more', 5_001, true],
  ])('%s', (_, ahead, stands) => {
    expect(standsDown(clockAheadMs([{ askedMs: ahead, databaseMs: 0, answeredMs: ahead }]))).toBe(stands);
  });
});
