import type { Work } from '#database';
import { calendarsOf, type CalendarFacts, type City } from './calendars.js';
import { rulesOfClock } from './rule-book.js';
import type { DeadlineStatus } from './rules/deadline-lifecycle.js';
import { underLimit, type Outcome } from './rules/rule-effect.js';

/** One open working-day deadline under another calendar. No case, no referral, no person. */
export interface CalendarEffect {
  readonly status: DeadlineStatus;
  readonly version: number;
  readonly agencyName: string | null;
  readonly triggerAt: Date;
  readonly dueAt: Date | null;
  readonly newDueAt: Date | null;
  readonly outcome: Outcome;
}

interface OpenRow {
  status: DeadlineStatus;
  ruleId: string;
  triggerAt: Date;
  dueAt: Date | null;
  agencyId: string | null;
  agencyName: string | null;
  pauses: { from: string; to: string }[];
}

/** What another calendar would make of every open working-day deadline, counted as the worker would count it. */
export async function effectOfCalendar(
  work: Work,
  city: City,
  change: (facts: CalendarFacts) => CalendarFacts,
): Promise<CalendarEffect[]> {
  const rules = await rulesOfClock(work, 'WORKING');
  const open = await work.query<OpenRow>('select * from simpul.open_working_day_deadlines()');
  const calendars = await calendarsOf(work, city, change);
  return open.map(({ ruleId, agencyId, pauses, ...clock }) => {
    const rule = rules.get(ruleId)!;
    const stops = pauses.map(({ from, to }) => ({ from: new Date(from), to: new Date(to) }));
    const { counted, outcome } = underLimit(
      { ...clock, pauses: stops },
      rule.limit,
      calendars.of(agencyId),
      work.at,
    );
    return { ...clock, version: rule.version, newDueAt: counted.dueAt, outcome };
  });
}
