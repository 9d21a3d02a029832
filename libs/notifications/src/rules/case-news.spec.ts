import { describe, expect, it } from '@jest/globals';
import { CASE_NEWS, tellOfCase } from './case-news.js';
import type { Parties, Person } from './parties.js';

const person = (accountId: string, role: string, active = true): Person => ({
  accountId,
  personId: accountId,
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

  it('an approved lower level reaches its proposer and the supervisor, each once', () => {
    const tell = (accountId: string, actorId: string) =>
      tellOfCase('screening.lowered', { accountId, actorId }, PARTIES);
    const proposer = (accountId: string) => ({ accountId, message: 'case.levelLowered' });
    expect(tell('dewi', 'lestari')).toEqual([
      proposer('dewi'),
      { accountId: 'herlina', message: 'case.levelLoweredInUnit' },
    ]);
    expect(tell('dewi', 'herlina')).toEqual([proposer('dewi')]);
    expect(tell('herlina', 'dewi')).toEqual([proposer('herlina')]);
  });

  it('a proposed lower level reaches whoever may approve it: the supervisor and the team, not a stranger to it', () => {
    const tell = (parties: Parties, actorId = 'dewi') =>
      tellOfCase('screening.loweringProposed', { accountId: null, actorId }, parties);
    const asked = (accountId: string) => ({ accountId, message: 'case.loweringProposed' });
    expect(tell(PARTIES)).toEqual([asked('herlina')]);
    expect(tell(PARTIES, 'herlina')).toEqual([asked('dewi')]);
    const team = { ...PARTIES.case!, teamAccountIds: ['dewi', 'lestari', 'psi'] };
    const people = [...PARTIES.people, person('psi', 'psychologist')];
    expect(tell({ ...PARTIES, people, case: team })).toEqual([asked('lestari'), asked('herlina')]);
  });

  it('a second account of the proposer is nobody else; then the proposer hears that somebody is missing', () => {
    const herlina = { ...person('herlina', 'supervisor'), personId: 'dewi' };
    const people = [person('dewi', 'case_worker'), herlina, person('gone', 'supervisor', false)];
    expect(
      tellOfCase('screening.loweringProposed', { accountId: null, actorId: 'dewi' }, { ...PARTIES, people }),
    ).toEqual([{ accountId: 'dewi', message: 'case.loweringNeedsSomebody' }]);
  });

  it('a proposed end of a case reaches the second person, and what was decided its proposer', () => {
    const tell = (topic: 'closing.proposed' | 'closing.decided', actorId: string) =>
      tellOfCase(topic, { accountId: 'dewi', actorId }, PARTIES);
    expect(tell('closing.proposed', 'dewi')).toEqual([
      { accountId: 'herlina', message: 'case.closingProposed' },
    ]);
    expect(tell('closing.decided', 'herlina')).toEqual([
      { accountId: 'dewi', message: 'case.closingDecided' },
    ]);
    const people = [person('dewi', 'case_worker')];
    expect(
      tellOfCase('closing.proposed', { accountId: null, actorId: 'dewi' }, { ...PARTIES, people }),
    ).toEqual([{ accountId: 'dewi', message: 'case.closingNeedsSomebody' }]);
  });

  it('a case opened in an emergency is told at once to its owner, the unit and who watches, each once', () => {
    const people = [...PARTIES.people, person('maya', 'integrity_officer')];
    const tell = (actorId: string, ownerAccountId = 'dewi') =>
      tellOfCase(
        'emergency.opened',
        { accountId: null, actorId },
        { ...PARTIES, people, case: { ...PARTIES.case!, ownerAccountId } },
      ).map(({ accountId }) => accountId);
    expect(tell('lestari')).toEqual(['dewi', 'herlina', 'maya']);
    expect(tell('lestari', 'herlina')).toEqual(['herlina', 'maya']);
    expect(tell('maya')).toEqual(['dewi', 'herlina']);
  });

  it('an overtaken proposal is told to its proposer, unless it was their own doing', () => {
    const tell = (actorId: string) =>
      tellOfCase('screening.loweringOvertaken', { accountId: 'dewi', actorId }, PARTIES);
    expect(tell('herlina')).toEqual([{ accountId: 'dewi', message: 'case.loweringOvertaken' }]);
    expect(tell('dewi')).toEqual([]);
  });

  it('minutes are told to whoever may sign them, and their signature to the team, but to nobody their own doing', () => {
    const told = (topic: 'conference.minuted' | 'conference.signed', actorId: string) =>
      tellOfCase(topic, { accountId: null, actorId }, PARTIES);
    const asked = told('conference.minuted', 'dewi');
    expect(asked).toContainEqual({ accountId: 'herlina', message: 'case.minutesWait' });
    expect(asked.map(({ accountId }) => accountId)).not.toContain('dewi');
    expect(told('conference.signed', 'herlina')).toContainEqual({
      accountId: 'dewi',
      message: 'case.minutesSigned',
    });
    expect(told('conference.signed', 'dewi').map(({ accountId }) => accountId)).not.toContain('dewi');
  });

  it('a new member hears of it, unless it was their own doing or they cannot be told', () => {
    expect(tellOfCase('case.memberJoined', { accountId: 'lestari', actorId: 'dewi' }, PARTIES)).toEqual([
      { accountId: 'lestari', message: 'case.joined' },
    ]);
    // A proposal, a void consent, and a case that was opened in an emergency, go by who answers for the case.
    // Minutes as well, which a second person signs and whose signature the team waits for.
    const byCase = /[pP]roposed|consent.voided|emergency.opened|conference/;
    for (const topic of CASE_NEWS.filter((one) => !byCase.test(one)))
      expect(tellOfCase(topic, { accountId: 'gone', actorId: 'herlina' }, PARTIES)).toEqual([]);
  });
});
