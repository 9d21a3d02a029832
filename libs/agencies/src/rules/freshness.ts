/** How long what the directory says of a kind of agency counts as checked. Rows of `data/verification-rules.csv`. */
export interface VerificationRule {
  readonly ruleId: string;
  /** Codes of JENIS_INSTANSI; empty: every kind that no other rule names. */
  readonly kinds: readonly string[];
  readonly months: number;
  readonly basis: string;
  readonly citation: string;
}

export interface Freshness {
  readonly rule: VerificationRule;
  /** Calendar date in the city: the last day on which it still counts as checked. */
  readonly dueOn: string;
  readonly stale: boolean;
}

/** The rule for one kind: one that names it goes before the one for all. */
export function ruleFor(kind: string, rules: readonly VerificationRule[]): VerificationRule {
  const rule =
    rules.find(({ kinds }) => kinds.includes(kind)) ?? rules.find(({ kinds }) => kinds.length === 0);
  if (!rule) throw new Error(`verification-rules.csv has no rule for ${kind} and none for all`);
  return rule;
}

/**
 * Whether an agency's lines have to be looked at again. Counted from the day of the last check, or, where nobody ever
 * looked, from the day on which the row came in. All dates `YYYY-MM-DD` in the city's zone.
 */
export function freshnessOf(
  agency: { readonly kind: string; readonly verifiedOn: string | null; readonly enteredOn: string },
  rules: readonly VerificationRule[],
  today: string,
): Freshness {
  const rule = ruleFor(agency.kind, rules);
  const dueOn = monthsAfter(agency.verifiedOn ?? agency.enteredOn, rule.months);
  return { rule, dueOn, stale: today > dueOn };
}

/** The same day some months later, or the last day of a month that is shorter. */
export function monthsAfter(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, last))).toISOString().slice(0, 10);
}
