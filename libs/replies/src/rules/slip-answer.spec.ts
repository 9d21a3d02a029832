import { describe, expect, it } from '@jest/globals';
import { availableActs, REFERRAL_STATUSES } from '#referrals';
import { actsOfSlip, possibleAnswers, SLIP_ANSWERS } from './slip-answer.js';

describe('what a slip can say', () => {
  it('is what the table of the lifecycle lets the receiver do, and nothing more', () => {
    for (const status of REFERRAL_STATUSES) {
      const state = {
        status,
        heldFrom: status === 'on-hold' ? ('requested' as const) : null,
        confirmed: false,
      };
      const acts = availableActs(state, 'receiver');
      const expected = SLIP_ANSWERS.filter((answer) => acts.includes(actsOfSlip(answer, status)[0]!));
      expect([status, possibleAnswers(status)]).toEqual([status, expected]);
    }
  });

  it('a result on the first slip says that it was accepted as well', () => {
    expect(actsOfSlip('COMPLETED', 'requested')).toEqual(['accept', 'complete']);
    expect(actsOfSlip('COMPLETED', 'in-progress')).toEqual(['complete']);
    expect(actsOfSlip('ACCEPTED', 'requested')).toEqual(['accept']);
  });
});
