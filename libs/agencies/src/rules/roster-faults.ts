/** What somebody writes into the roster; instants. */
export interface RosterEntry {
  readonly accountId: string;
  readonly standInAccountId?: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

export interface RosterFault {
  readonly pointer: string;
  readonly code: string;
}

const DAY_MS = 24 * 3_600_000;
/** A shift is what one person can carry; longer is a mistyped date. An absence may last a year. */
export const DAYS_MAX = { shift: 7, absence: 366 } as const;
/** A roster that is written too far ahead is not believed by anybody. */
const AHEAD_DAYS_MAX = 400;

/** What is wrong with an entry, by field; empty when it can stand. `colleagues`: those who work at the agency now. */
export function rosterFaults(
  kind: 'shift' | 'absence',
  entry: RosterEntry,
  colleagues: readonly string[],
  now: Date,
): RosterFault[] {
  const faults: RosterFault[] = [];
  const { accountId, standInAccountId, startsAt, endsAt } = entry;
  if (!colleagues.includes(accountId)) faults.push({ pointer: '/accountId', code: 'roster.notAColleague' });
  if (standInAccountId !== undefined) {
    if (standInAccountId === accountId)
      faults.push({ pointer: '/standInAccountId', code: 'roster.standsInForThemselves' });
    else if (!colleagues.includes(standInAccountId))
      faults.push({ pointer: '/standInAccountId', code: 'roster.notAColleague' });
  }
  if (endsAt <= startsAt) faults.push({ pointer: '/endsAt', code: 'roster.endsBeforeItStarts' });
  else if (endsAt.getTime() - startsAt.getTime() > DAYS_MAX[kind] * DAY_MS)
    faults.push({ pointer: '/endsAt', code: 'roster.tooLong' });
  if (endsAt <= now) faults.push({ pointer: '/endsAt', code: 'roster.isOver' });
  if (startsAt.getTime() - now.getTime() > AHEAD_DAYS_MAX * DAY_MS)
    faults.push({ pointer: '/startsAt', code: 'roster.tooFarAhead' });
  return faults;
}
