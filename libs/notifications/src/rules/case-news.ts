import type { MessageKey } from './messages.js';
import { approvers, byName, supervisors, type Parties } from './parties.js';
import { withDuty, type Telling } from './who-is-told.js';

/** Events of a report or case that somebody must hear of who may not have done them. */
export const CASE_NEWS = [
  'report.clientUnsafe',
  'case.memberJoined',
  'screening.loweringProposed',
  'screening.loweringOvertaken',
  'screening.lowered',
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
    case 'screening.loweringProposed': {
      const others = approvers(parties, actorId);
      if (others.length > 0) return told(others, 'case.loweringProposed');
      const proposer = byName(parties, actorId).accounts;
      return proposer.map((id) => ({ accountId: id, message: 'case.loweringNeedsSomebody' }));
    }
    case 'screening.loweringOvertaken':
      return told(named, 'case.loweringOvertaken');
    case 'screening.lowered': {
      const heads = supervisors(parties).filter((id) => !named.includes(id));
      return [...told(named, 'case.levelLowered'), ...told(heads, 'case.levelLoweredInUnit')];
    }
  }
}
