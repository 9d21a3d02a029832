/** A time at which a person is on duty, or away; instants. The end belongs to what comes after. */
export interface Span {
  readonly accountId: string;
  readonly standInAccountId: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** The roster of one agency. */
export interface Roster {
  readonly shifts: readonly Span[];
  readonly absences: readonly Span[];
  /** Who is called when nobody else is on duty. */
  readonly fallbackAccountId: string | null;
}

/** Why it is this person who answers. */
export type DutyReason = 'SHIFT' | 'STAND_IN' | 'FALLBACK';

export interface OnDuty {
  readonly accountId: string;
  readonly reason: DutyReason;
}

/**
 * Who answers at a moment. Whoever has the shift; where that person is away or no longer works here, the stand-in of the
 * shift, else the stand-in of the absence; where nobody is left, the fallback person (or who stands in for them). Empty:
 * nobody, and somebody must be told exactly that.
 */
export function onDutyAt(roster: Roster, at: Date, works: (accountId: string) => boolean): readonly OnDuty[] {
  const found: OnDuty[] = [];
  const add = (accountId: string, reason: DutyReason): void => {
    if (!found.some((one) => one.accountId === accountId)) found.push({ accountId, reason });
  };
  for (const shift of roster.shifts.filter((span) => covers(span, at))) {
    const there = present(roster, shift.accountId, at, works);
    if (there === shift.accountId) add(there, 'SHIFT');
    const standIn = shift.standInAccountId && present(roster, shift.standInAccountId, at, works);
    if (there !== shift.accountId && (standIn || there)) add((standIn || there)!, 'STAND_IN');
  }
  if (found.length > 0 || !roster.fallbackAccountId) return found;
  const last = present(roster, roster.fallbackAccountId, at, works);
  if (last) add(last, 'FALLBACK');
  return found;
}

/**
 * The person, or whoever stands in while they are away; null when neither is there. One step and no further: a chain of
 * stand-ins is nobody's promise.
 */
export function present(
  { absences }: Pick<Roster, 'absences'>,
  accountId: string,
  at: Date,
  works: (accountId: string) => boolean,
): string | null {
  const away = (id: string): Span | undefined =>
    absences.find((span) => span.accountId === id && covers(span, at));
  const gone = away(accountId);
  if (!gone) return works(accountId) ? accountId : null;
  const standIn = gone.standInAccountId;
  return standIn && works(standIn) && !away(standIn) ? standIn : null;
}

function covers({ startsAt, endsAt }: Span, at: Date): boolean {
  return startsAt <= at && at < endsAt;
}
