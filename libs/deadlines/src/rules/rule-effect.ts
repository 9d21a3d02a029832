import type { DeadlineStatus } from './deadline-lifecycle.js';
import type { Limit } from './deadline-rule.js';
import { dueTimeWithPauses, type DueTime, type Pause } from './due-time.js';
import type { WorkCalendar } from './work-calendar.js';

/** An open clock, as far as another limit changes it. */
export interface OpenClock {
  readonly status: DeadlineStatus;
  readonly triggerAt: Date;
  readonly dueAt: Date | null;
  readonly pauses: readonly Pause[];
}

/** What becomes of an open clock: later, sooner, as it was, already late when it is moved, or no limit any more. */
export type Outcome = 'LATER' | 'SOONER' | 'SAME' | 'LATE_AT_ONCE' | 'NO_LIMIT' | 'ENDS';

/** The due time under another limit, counted afresh from trigger and pauses, and what that means now. */
export function underLimit(
  clock: OpenClock,
  limit: Limit | null,
  calendar: WorkCalendar,
  now: Date,
): { readonly counted: DueTime; readonly outcome: Outcome } {
  const counted = dueTimeWithPauses(limit, clock.triggerAt, clock.pauses, calendar);
  return { counted, outcome: outcomeOf(clock, counted.dueAt, now) };
}

function outcomeOf({ status, dueAt: old }: OpenClock, due: Date | null, now: Date): Outcome {
  if (due?.getTime() === old?.getTime()) return 'SAME';
  if (due === null) return 'NO_LIMIT';
  if (due <= now && status !== 'missed') return 'LATE_AT_ONCE';
  return old === null || due < old ? 'SOONER' : 'LATER';
}
