/** Proposal: long enough for a letter by hand and an office that opens on Monday; the sender makes another one at any time. */
export const LINK_DAYS = 7;
/** How long the page of an opened link lives: one reading, one call to a colleague, one answer. */
export const LINK_SESSION_MINUTES = 30;
/** Kept by the database as well (`referral_link.tries`). */
export const CODE_TRIES_MAX = 5;
export const CODE_DIGITS = 6;

/** Six digits, each as likely as the next, out of a random 32-bit number. Pure. */
export function codeFrom(random: number): string {
  return String(random % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0');
}

export type LinkState = 'OPEN' | 'SPENT' | 'EXPIRED' | 'LOCKED' | 'REVOKED';

export interface LinkFacts {
  readonly tries: number;
  readonly spentAt: Date | null;
  readonly revokedAt: Date | null;
  readonly expiresAt: Date;
}

/** What became of a link by now. Pure. */
export function linkState(link: LinkFacts, now: Date): LinkState {
  if (link.spentAt) return 'SPENT';
  if (link.revokedAt) return 'REVOKED';
  if (link.tries >= CODE_TRIES_MAX) return 'LOCKED';
  return link.expiresAt <= now ? 'EXPIRED' : 'OPEN';
}

/** Whether taking it back changes anything: it may still be opened, or somebody may still have it open. Pure. */
export function canTakeBack(link: LinkFacts, now: Date): boolean {
  if (link.revokedAt) return false;
  if (link.spentAt) return link.spentAt.getTime() + LINK_SESSION_MINUTES * 60_000 > now.getTime();
  return linkState(link, now) === 'OPEN';
}
