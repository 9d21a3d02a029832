import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { REFERRAL_STATUSES } from '#referrals';
import { byNeed, isUnmet, leadOf, NEED_STATUSES, type Asking } from './needs.js';

const asking = (id: string, change: Partial<Asking> = {}): Asking => ({
  id,
  followsReferralId: null,
  fanId: null,
  status: 'requested',
  confirmed: false,
  shortfall: null,
  remainder: null,
  createdAt: new Date(0),
  ...change,
});
const stands = (...need: Asking[]): string => {
  const { lead, status } = leadOf(need);
  return `${lead.id} ${status}`;
};

describe('the needs of a case', () => {
  it('each have their askings together, whatever order they come in', () => {
    const all = [
      asking('a'),
      asking('b', { followsReferralId: 'a' }),
      asking('c', { followsReferralId: 'b' }),
      asking('d', { fanId: 'f' }),
      asking('e', { fanId: 'f' }),
      asking('g'),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(all, { minLength: all.length }), (shuffled) => {
        const groups = byNeed(shuffled).map((group) =>
          group
            .map(({ id }) => id)
            .sort()
            .join(''),
        );
        expect(groups.sort()).toEqual(['abc', 'de', 'g']);
      }),
    );
  });

  it('stand where the last asked stands, not the one whose place it took', () => {
    const no = asking('a', { status: 'rejected' });
    expect(stands(no)).toBe('a NOBODY');
    expect(stands(no, asking('b', { followsReferralId: 'a', status: 'draft' }))).toBe('b NOT_SENT');
    expect(stands(no, asking('b', { followsReferralId: 'a', status: 'accepted' }))).toBe('b RUNNING');
    // A replacement that was taken back replaces nothing.
    expect(stands(no, asking('b', { followsReferralId: 'a', status: 'cancelled' }))).toBe('a NOBODY');
    expect(stands(asking('a', { status: 'cancelled' }))).toBe('a TAKEN_BACK');
  });

  it('asked of several, stand where the furthest of them stands', () => {
    const fan = (id: string, status: string) => asking(id, { fanId: 'f', status });
    expect(stands(fan('a', 'rejected'), fan('b', 'requested'))).toBe('b WAITING');
    expect(stands(fan('a', 'cancelled'), fan('b', 'in-progress'))).toBe('b RUNNING');
  });

  it('are met only when all was given and the loop is closed', () => {
    const done = (change: Partial<Asking>) => asking('a', { status: 'completed', ...change });
    expect(stands(done({}))).toBe('a TO_CONFIRM');
    expect(stands(done({ confirmed: true }))).toBe('a MET');
    expect(stands(done({ confirmed: true, shortfall: 'BIAYA', remainder: 'ENOUGH' }))).toBe('a PARTLY');
    const on = done({ confirmed: true, shortfall: 'BIAYA', remainder: 'CONTINUE' });
    expect(stands(on)).toBe('a NOBODY');
    expect(stands(on, asking('b', { followsReferralId: 'a' }))).toBe('b WAITING');
    expect(stands(asking('a', { status: 'failed', confirmed: true }))).toBe('a NOBODY');
  });

  it('have a standing whatever came of them, and what nobody serves is named', () => {
    for (const status of REFERRAL_STATUSES)
      for (const confirmed of [true, false])
        expect(NEED_STATUSES).toContain(leadOf([asking('a', { status, confirmed })]).status);
    expect(NEED_STATUSES.filter(isUnmet)).toEqual(['NOBODY', 'PARTLY']);
  });
});
