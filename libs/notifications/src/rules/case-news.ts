import type { MessageKey } from './messages.js';
import { approvers, byName, caseTeam, everyoneWithRole, supervisors, type Parties } from './parties.js';
import { onePerPerson, withDuty, type Telling } from './who-is-told.js';

/** Events of a report or case that somebody must hear of who may not have done them. */
export const CASE_NEWS = [
  'report.clientUnsafe',
  'case.memberJoined',
  'screening.loweringProposed',
  'screening.loweringOvertaken',
  'screening.lowered',
  'consent.overrideProposed',
  'consent.overrideDecided',
  'consent.voided',
  'closing.proposed',
  'closing.decided',
  'conference.minuted',
  'conference.signed',
  'seal.proposed',
  'seal.decided',
  'conflict.noted',
  'integrity.matched',
  'emergency.opened',
  'emergency.ended',
  'emergency.reviewed',
] as const;
export type CaseNews = (typeof CASE_NEWS)[number];

/**
 * Who hears of it. `accountId`: the person whom the event names (a new member, whoever proposed a lower level).
 * `actorId`: whoever did it knows already. A proposal that nobody else could approve comes back to its proposer.
 */
export function tellOfCase(
  topic: CaseNews,
  { accountId, actorId }: { accountId: string | null; actorId: string | null },
  parties: Parties,
): Telling[] {
  const told = (accounts: readonly string[], message: MessageKey): Telling[] =>
    accounts.filter((id) => id !== actorId).map((id) => ({ accountId: id, message }));
  const named = byName(parties, accountId).accounts;
  switch (topic) {
    case 'report.clientUnsafe':
      return withDuty(told(supervisors(parties), 'case.unsafeNow'), parties).filter(
        ({ accountId: id }) => id !== actorId,
      );
    case 'case.memberJoined':
      return told(named, 'case.joined');
    case 'screening.loweringProposed':
      return secondPerson(parties, actorId, 'case.loweringProposed', 'case.loweringNeedsSomebody');
    case 'consent.overrideProposed':
      return secondPerson(parties, actorId, 'case.overrideProposed', 'case.overrideNeedsSomebody');
    case 'consent.overrideDecided':
      return told(named, 'case.overrideDecided');
    case 'consent.voided':
      // Whoever wrote down who is reported may not have thought of what that guardian had agreed to.
      return onePerPerson([
        ...caseTeam(parties).accounts.map((id) => ({ accountId: id, message: 'case.consentVoid' as const })),
        ...told(supervisors(parties), 'case.consentVoid'),
      ]);
    case 'closing.proposed':
      return secondPerson(parties, actorId, 'case.closingProposed', 'case.closingNeedsSomebody');
    case 'closing.decided':
      return told(named, 'case.closingDecided');
    case 'conference.minuted':
      return secondPerson(parties, actorId, 'case.minutesWait', 'case.minutesNeedSomebody');
    case 'conference.signed':
      return told(caseTeam(parties).accounts, 'case.minutesSigned');
    case 'seal.proposed':
      return sealProposed(parties, actorId);
    case 'seal.decided':
      return told(named, 'case.sealDecided');
    case 'conflict.noted':
      return told(everyoneWithRole(parties, 'integrity_officer'), 'integrity.conflictNoted');
    case 'integrity.matched': {
      const { ownerAccountId } = parties.case!;
      const ownerStays = parties.people.some((person) => person.accountId === ownerAccountId);
      return [
        ...told(everyoneWithRole(parties, 'integrity_officer'), 'integrity.matchFound'),
        ...(ownerStays ? [] : told(supervisors(parties), 'case.needsOwner')),
      ];
    }
    case 'emergency.opened': {
      const owner = byName(parties, parties.case?.ownerAccountId ?? null).accounts;
      const watching = everyoneWithRole(parties, 'integrity_officer');
      return withDuty(told([...owner, ...supervisors(parties), ...watching], 'emergency.opened'), parties)
        .filter(({ accountId: id }) => id !== actorId)
        .filter((one, at, all) => all.findIndex(({ accountId: id }) => id === one.accountId) === at);
    }
    case 'emergency.ended':
      return told(named, 'emergency.ended');
    case 'emergency.reviewed':
      return told(named, 'emergency.reviewed');
    case 'screening.loweringOvertaken':
      return told(named, 'case.loweringOvertaken');
    case 'screening.lowered': {
      const heads = supervisors(parties).filter((id) => !named.includes(id));
      return [...told(named, 'case.levelLowered'), ...told(heads, 'case.levelLoweredInUnit')];
    }
  }
}

/** Whoever may be the second pair of eyes; nobody there: the proposer, to bring somebody. */
function secondPerson(
  parties: Parties,
  proposerId: string | null,
  asks: MessageKey,
  nobody: MessageKey,
): Telling[] {
  const others = approvers(parties, proposerId);
  if (others.length > 0) return others.map((accountId) => ({ accountId, message: asks }));
  return byName(parties, proposerId).accounts.map((accountId) => ({ accountId, message: nobody }));
}

/** One of the two guards: what a guard proposed is decided by another guard or by the unit, the rest by a guard. */
function sealProposed(parties: Parties, proposerId: string | null): Telling[] {
  const guards = everyoneWithRole(parties, 'integrity_officer');
  const others = guards.filter((id) => id !== proposerId);
  const unit = guards.includes(proposerId ?? '')
    ? approvers(parties, proposerId).filter((id) => !guards.includes(id))
    : [];
  return [
    ...others.map((accountId) => ({ accountId, message: 'integrity.proposalWaits' as const })),
    ...unit.map((accountId) => ({ accountId, message: 'case.sealProposed' as const })),
  ];
}
