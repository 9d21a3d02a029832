import { describe, expect, it } from '@jest/globals';
import { waitSeconds } from './sign-in-delay.js';

describe('slowing down guesses', () => {
  it('lets a person mistype a few times', () => {
    for (const failures of [0, 1, 2, 3, 4]) expect(waitSeconds(failures)).toBe(0);
  });

  it('grows, and never becomes a lock-out', () => {
    const waits = [5, 6, 7, 8, 20, 10_000].map(waitSeconds);
    expect(waits).toEqual([1, 2, 4, 8, 60, 60]);
  });
});
