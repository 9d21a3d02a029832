import type { MessageKey } from './messages.js';
import { byName, everyoneWithRole, reviewers, type Parties } from './parties.js';
import type { Telling } from './who-is-told.js';

/** What the supervisor's review tells people; `oversight` announces it. Who is looked at never stands in a message. */
export const REVIEW_NEWS = ['review.picked', 'review.asked', 'review.concern', 'reading.unusual'] as const;
export type ReviewNews = (typeof REVIEW_NEWS)[number];

/**
 * Who hears of it: whoever reviews for the agency; the person who is asked; for a concern those who watch over the
 * offices. `subjectId`: whoever is looked at is never told that they are, except when somebody asks them. People are
 * compared by human being, not by account. Never the IT office: this is about people, not machines.
 */
export function tellOfReview(
  topic: ReviewNews,
  { subjectId, actorId }: { subjectId: string | null; actorId: string | null },
  parties: Parties,
): Telling[] {
  if (topic === 'review.asked') return told(byName(parties, subjectId).accounts, topic);
  const found =
    topic === 'review.concern' || !parties.reviewingAgencyId
      ? watchers(parties)
      : reviewers(parties, parties.reviewingAgencyId);
  const personOf = (id: string | null) => parties.people.find(({ accountId }) => accountId === id)?.personId;
  const kept = [personOf(subjectId), personOf(actorId)].filter((person) => person !== undefined);
  const others = found.filter((id) => !kept.includes(personOf(id)!));
  // The only reviewer is the one who is looked at: those who watch over the offices hear of it.
  const reached =
    others.length > 0 ? others : watchers(parties).filter((id) => !kept.includes(personOf(id)!));
  return told(reached, topic);
}

function watchers(parties: Parties): string[] {
  return [...everyoneWithRole(parties, 'integrity_officer'), ...everyoneWithRole(parties, 'auditor')];
}

function told(accounts: readonly string[], message: MessageKey): Telling[] {
  return [...new Set(accounts)].map((accountId) => ({ accountId, message }));
}
