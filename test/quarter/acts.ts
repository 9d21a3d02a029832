import type { Minute } from './office-days.js';

/** One thing that somebody does. `of`: a case (`K07`) or a referral (`K07-R2`). */
export interface Act {
  at: Minute;
  does: string;
  of: string;
  by: string;
  risk?: string;
  sexual?: boolean;
  to?: string;
  /** The referral that this one replaces, where it says so. */
  replaces?: string;
  /** Acceptance: the one who accepts answers for it; otherwise somebody without an account. */
  named?: boolean;
  /** Family of the rule whose clock is meant. */
  rule?: string;
  kind?: string;
  date?: string;
}
