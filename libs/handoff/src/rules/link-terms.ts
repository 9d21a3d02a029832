/** Proposal: long enough for a letter by hand and an office that opens on Monday; the sender makes another one at any time. */
export const LINK_DAYS = 7;
/** Kept by the database as well (`referral_link.tries`). */
export const CODE_TRIES_MAX = 5;
export const CODE_DIGITS = 6;

/** Six digits, each as likely as the next, out of a random 32-bit number. Pure. */
export function codeFrom(random: number): string {
  return String(random % 10 ** CODE_DIGITS).padStart(CODE_DIGITS, '0');
}

export type LinkState = 'OPEN' | 'SPENT' | 'EXPIRED' | 'LOCKED' | 'REVOKED';

/** What became of a link by now. Pure. */
export function linkState(
  link: { tries: number; spentAt: Date | null; revokedAt: Date | null; expiresAt: Date },
  now: Date,
): LinkState {
  if (link.spentAt) return 'SPENT';
  if (link.revokedAt) return 'REVOKED';
  if (link.tries >= CODE_TRIES_MAX) return 'LOCKED';
  return link.expiresAt <= now ? 'EXPIRED' : 'OPEN';
}
