import { describe, expect, it } from '@jest/globals';
import { faultOfPart, faultOfRemainder, REMAINDERS } from './remainder.js';

describe('a service that was given in part', () => {
  it('says why and what remains, both or neither', () => {
    expect(faultOfPart(undefined, undefined)).toBeNull();
    expect(faultOfPart('BIAYA', 'Enam sesi lagi.')).toBeNull();
    expect(faultOfPart('BIAYA', undefined)?.pointer).toBe('/remains');
    expect(faultOfPart(undefined, 'Enam sesi lagi.')?.pointer).toBe('/shortfall');
  });

  it('is never closed without a word on the rest, and enough never without a reason', () => {
    for (const shortfall of [null, 'BIAYA'])
      for (const remainder of [undefined, ...REMAINDERS])
        for (const reason of [undefined, 'CUKUP_BAGI_KLIEN']) {
          const isRight =
            shortfall === null
              ? !remainder && !reason
              : remainder === 'CONTINUE'
                ? !reason
                : remainder === 'ENOUGH' && Boolean(reason);
          expect(faultOfRemainder(shortfall, remainder, reason) === null).toBe(isRight);
        }
    expect(faultOfRemainder('BIAYA', undefined, undefined)?.code).toBe('confirmation.remainderOpen');
  });
});
