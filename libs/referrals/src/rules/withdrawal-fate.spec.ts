import { describe, expect, it } from '@jest/globals';
import { REFERRAL_STATUSES } from './referral-lifecycle.js';
import { fateOf, hasBegun } from './withdrawal-fate.js';

const at = (hour: number): Date => new Date(Date.UTC(2026, 10, 26, hour));

describe('what a withdrawal does to a referral', () => {
  it('stops what is open, closes what has ended, and leaves what was cancelled before', () => {
    const fates = REFERRAL_STATUSES.filter((status) => status !== 'draft').map((status) => [
      status,
      fateOf({ status, cancelledBy: null, endedAt: null }, null),
    ]);
    expect(Object.fromEntries(fates)).toEqual({
      requested: 'STOPS',
      received: 'STOPS',
      accepted: 'STOPS',
      'in-progress': 'STOPS',
      'on-hold': 'STOPS',
      completed: 'CLOSES',
      failed: 'CLOSES',
      rejected: 'CLOSES',
      cancelled: null,
    });
  });

  it('knows afterwards which it has stopped', () => {
    const stopped = { status: 'cancelled', cancelledBy: 'CONSENT', endedAt: at(9) } as const;
    expect(fateOf(stopped, at(8))).toBe('STOPS');
    expect(fateOf(stopped, at(10))).toBeNull();
    expect(fateOf(stopped, null)).toBeNull();
    expect(fateOf({ ...stopped, cancelledBy: 'SENDER' }, at(8))).toBeNull();
  });

  it('asks for a talk where a service has begun or a day was agreed', () => {
    expect(hasBegun({ startedAt: at(7), appointmentAt: null }, at(8))).toBe(true);
    expect(hasBegun({ startedAt: null, appointmentAt: at(9) }, at(8))).toBe(true);
    expect(hasBegun({ startedAt: null, appointmentAt: at(7) }, at(8))).toBe(false);
  });
});
