import { describe, expect, it } from '@jest/globals';
import { countsOf, type HandedOver } from './departure-counts.js';

const item = (kind: HandedOver['kind'], kept = false): HandedOver => ({
  kind,
  objectId: 'o',
  caseId: null,
  toAccountId: null,
  kept,
});

describe('what a departure handed over', () => {
  it('is counted by kind, the roster as one', () => {
    expect(
      countsOf(
        (['CASE', 'CASE', 'SEAT', 'SHIFT', 'FALLBACK', 'STAND_IN'] as const).map((kind) => item(kind)),
      ),
    ).toEqual({
      cases: 2,
      seats: 1,
      referrals: 0,
      roster: 3,
    });
    expect(countsOf([])).toEqual({ cases: 0, seats: 0, referrals: 0, roster: 0 });
  });

  it('is in no count where whoever decides may not know of it', () => {
    const KINDS = ['CASE', 'SEAT', 'REFERRAL'] as const;
    expect(countsOf([...KINDS, ...KINDS].map((kind, at) => item(kind, at < 3)))).toEqual({
      cases: 1,
      seats: 1,
      referrals: 1,
      roster: 0,
    });
  });
});
