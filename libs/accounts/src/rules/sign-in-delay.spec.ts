import { describe, expect, it } from '@jest/globals';
import { FREE_FAILURES_ANYWHERE, waitSeconds } from './sign-in-delay.js';

describe('slowing down guesses', () => {
  it('lets a person mistype a few times', () => {
    for (const failures of [0, 1, 2, 3, 4]) expect(waitSeconds(failures)).toBe(0);
  });

  it('grows, and never becomes a lock-out', () => {
    const waits = [5, 6, 7, 8, 20, 10_000].map((failures) => waitSeconds(failures));
    expect(waits).toEqual([1, 2, 4, 8, 60, 60]);
  });

  it('begins later where everybody’s guesses at one account are counted together', () => {
    expect([19, 20, 21].map((failures) => waitSeconds(failures, FREE_FAILURES_ANYWHERE))).toEqual([0, 1, 2]);
  });
});
