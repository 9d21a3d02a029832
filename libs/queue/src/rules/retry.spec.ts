import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ATTEMPTS_BEFORE_A_PERSON_IS_TOLD, retryWaitSeconds } from './retry.js';

describe('retrying', () => {
  it('waits longer each time and never longer than ten minutes, however often it failed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (attempt) => {
        expect(retryWaitSeconds(attempt + 1)).toBeGreaterThanOrEqual(retryWaitSeconds(attempt));
        expect(retryWaitSeconds(attempt)).toBeGreaterThan(0);
        expect(retryWaitSeconds(attempt)).toBeLessThanOrEqual(600);
      }),
    );
  });

  it('tells a person within three minutes of the first failure', () => {
    const waits = Array.from({ length: ATTEMPTS_BEFORE_A_PERSON_IS_TOLD - 1 }, (_, index) =>
      retryWaitSeconds(index + 1),
    );
    expect(waits).toEqual([2, 4, 8, 16, 32]);
  });
});
