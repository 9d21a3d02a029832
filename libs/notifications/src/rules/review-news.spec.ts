import { describe, expect, it } from '@jest/globals';
import type { Parties, Person } from './parties.js';
import { REVIEW_NEWS, tellOfReview } from './review-news.js';

const person = (accountId: string, role: string, agencyId: string, personId = accountId): Person => ({
  accountId,
  personId,
  role,
  agencyId,
  agencyKind: 'X',
  active: true,
});
const PEOPLE = [
  person('herlina', 'supervisor', 'uptd'),
  person('dewi', 'case_worker', 'uptd'),
  person('utami', 'auditor', 'inspektorat'),
  person('hesti', 'integrity_officer', 'inspektorat'),
  person('reza', 'administrator', 'kominfo'),
];
const parties = (reviewingAgencyId: string | null, people = PEOPLE): Parties => ({
  people,
  case: null,
  referral: null,
  report: null,
  reviewingAgencyId,
});
const NOBODY = { subjectId: null, actorId: null };
const accounts = (...args: Parameters<typeof tellOfReview>): string[] =>
  tellOfReview(...args).map(({ accountId }) => accountId);

describe('who hears of a review', () => {
  it('whoever reviews for the office', () => {
    expect(accounts('review.picked', NOBODY, parties('uptd'))).toEqual(['herlina']);
    expect(accounts('review.picked', NOBODY, parties('inspektorat'))).toEqual(['hesti']);
  });

  it('the person who is asked, and nobody else', () => {
    expect(accounts('review.asked', { subjectId: 'dewi', actorId: 'herlina' }, parties(null))).toEqual([
      'dewi',
    ]);
  });

  it('a concern reaches those who watch over the offices, not whoever raised it', () => {
    expect(accounts('review.concern', { subjectId: 'dewi', actorId: 'hesti' }, parties(null))).toEqual([
      'utami',
    ]);
  });

  it('never whoever is looked at, under any account; then those who watch over the offices', () => {
    const twice = [...PEOPLE, person('herlina-2', 'case_worker', 'uptd', 'herlina')];
    for (const subjectId of ['herlina', 'herlina-2'])
      expect(accounts('reading.unusual', { subjectId, actorId: null }, parties('uptd', twice))).toEqual([
        'hesti',
        'utami',
      ]);
  });

  it('never the IT office', () => {
    for (const topic of REVIEW_NEWS)
      for (const agency of ['uptd', 'inspektorat', 'kominfo', null])
        expect(accounts(topic, { subjectId: 'dewi', actorId: null }, parties(agency))).not.toContain('reza');
  });
});
