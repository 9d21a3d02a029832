/** One thing that went from whoever leaves to somebody else. */
export interface HandedOver {
  /** `RUNNING`: a referral under way of a case that went; whoever works on it hears of it. */
  readonly kind: 'CASE' | 'SEAT' | 'REFERRAL' | 'RUNNING' | 'SHIFT' | 'STAND_IN' | 'FALLBACK';
  readonly objectId: string;
  readonly caseId: string | null;
  /** Null: a seat that stays empty, or a referral that the office answers without a named person. */
  readonly toAccountId: string | null;
  /** Whoever decides may not know of it, so it is in no count that they read. */
  readonly kept: boolean;
}

/** How many of what were handed over to the knowledge of whoever decided; the roster counts as one. Pure. */
export function countsOf(items: readonly HandedOver[]): {
  cases: number;
  seats: number;
  referrals: number;
  roster: number;
} {
  const of = (...kinds: HandedOver['kind'][]): number =>
    items.filter(({ kind, kept }) => !kept && kinds.includes(kind)).length;
  return {
    cases: of('CASE'),
    seats: of('SEAT'),
    referrals: of('REFERRAL'),
    roster: of('SHIFT', 'STAND_IN', 'FALLBACK'),
  };
}
