import { describe, expect, it } from '@jest/globals';
import { REFERRAL_STATUSES } from '#referrals';
import { lifecycleWords } from './referral-problem-words.js';

describe('words for refused acts on referrals', () => {
  it('say where the referral stands, for every status', () => {
    for (const status of REFERRAL_STATUSES) {
      const words = lifecycleWords(`referral.accept.not-from-${status}`);
      expect(words?.every((sentence) => sentence.endsWith('.'))).toBe(true);
    }
  });

  it('say whose turn it is', () => {
    expect(lifecycleWords('referral.accept.not-by-case-team')?.[1]).toMatch(/receiver to do/);
    expect(lifecycleWords('referral.send.not-by-receiver')?.[1]).toMatch(/sender to do/);
    expect(lifecycleWords('referral.consentMissing')).toBeUndefined();
  });
});
