import { describe, expect, it } from '@jest/globals';
import { CASE_NEWS, tellOfCase } from './case-news.js';
import type { Parties, Person } from './parties.js';

const person = (accountId: string, role: string, active = true): Person => ({
  accountId,
  role,
  agencyId: 'uptd',
  agencyKind: 'UPTD_PPA',
  active,
});
const PARTIES: Parties = {
  people: [person('dewi', 'case_worker'), person('lestari', 'case_worker'), person('herlina', 'supervisor')],
  case: { agencyId: 'uptd', ownerAccountId: 'dewi', teamAccountIds: ['dewi'] },
  referral: null,
  report: null,
};

describe('news of a case', () => {
  it('an unsafe client reaches the supervisor', () =>
    expect(tellOfCase('report.clientUnsafe', { accountId: null, actorId: 'dewi' }, PARTIES)).toEqual([
      { accountId: 'herlina', message: 'case.unsafeNow' },
    ]));

  it('a lowered level reaches the second person and the supervisor, each once', () => {
    expect(tellOfCase('screening.lowered', { accountId: 'lestari', actorId: 'dewi' }, PARTIES)).toEqual([
      { accountId: 'lestari', message: 'case.levelLowered' },
      { accountId: 'herlina', message: 'case.levelLoweredInUnit' },
    ]);
    expect(tellOfCase('screening.lowered', { accountId: 'herlina', actorId: 'dewi' }, PARTIES)).toEqual([
      { accountId: 'herlina', message: 'case.levelLowered' },
    ]);
  });

  it('a new member hears of it, unless it was their own doing or they cannot be told', () => {
    expect(tellOfCase('case.memberJoined', { accountId: 'lestari', actorId: 'dewi' }, PARTIES)).toEqual([
      { accountId: 'lestari', message: 'case.joined' },
    ]);
    for (const topic of CASE_NEWS)
      expect(tellOfCase(topic, { accountId: 'gone', actorId: 'herlina' }, PARTIES)).toEqual([]);
  });
});
