import type { MessageKey } from './messages.js';
import { byName, supervisors, type Parties } from './parties.js';
import type { Telling } from './who-is-told.js';

/** Events of a report or case that somebody must hear of who may not have done them. */
export const CASE_NEWS = ['report.clientUnsafe', 'case.memberJoined', 'screening.lowered'] as const;
export type CaseNews = (typeof CASE_NEWS)[number];

/**
 * Who hears of it. `accountId`: the person whom the event names (a new member, the second person of a lowering).
 * `actorId`: whoever did it knows already.
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
      return told(supervisors(parties), 'case.unsafeNow');
    case 'case.memberJoined':
      return told(named, 'case.joined');
    case 'screening.lowered': {
      const heads = supervisors(parties).filter((id) => !named.includes(id));
      return [...told(named, 'case.levelLowered'), ...told(heads, 'case.levelLoweredInUnit')];
    }
  }
}
