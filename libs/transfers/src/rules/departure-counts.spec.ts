import { describe, expect, it } from '@jest/globals';
import { countsOf, type HandedOver } from './departure-counts.js';

const item = (kind: HandedOver['kind']): HandedOver => ({
  kind,
  objectId: 'o',
  caseId: null,
  toAccountId: null,
});

describe('what a departure handed over', () => {
  it('is counted by kind, the roster as one', () => {
    expect(countsOf((['CASE', 'CASE', 'SEAT', 'SHIFT', 'FALLBACK', 'STAND_IN'] as const).map(item))).toEqual({
      cases: 2,
      seats: 1,
      referrals: 0,
      roster: 3,
    });
    expect(countsOf([])).toEqual({ cases: 0, seats: 0, referrals: 0, roster: 0 });
  });
});
