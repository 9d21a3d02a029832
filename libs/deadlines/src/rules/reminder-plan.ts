import type { DeadlineRule } from './deadline-rule.js';
import {
  CASE_OWNER,
  OWING_PARTY,
  PAUSE_REVIEW_EVERY_DAYS,
  REPEAT_EVERY_DAYS,
  gapMinutes,
  ladderOf,
  type LadderRung,
  type Rung,
} from './escalation-ladder.js';
import { parseOffset, type ReminderOffset } from './reminder-offset.js';
import {
  addDays,
  dateIn,
  instantOf,
  openingMinute,
  workingDayFrom,
  type WorkCalendar,
} from './work-calendar.js';

/** Reminders counted in days ring in the morning: at 23.59, when the day of the law ends, nobody can act on one. */
export const MORNING = '08:00';

const MINUTE_MS = 60_000;

/** One moment at which somebody is told. */
export interface PlannedStep {
  readonly rung: Rung;
  readonly fireAt: Date;
  readonly tells: readonly string[];
  /** The deadline becomes missed when this step fires. At most one step of a plan has it. */
  readonly marksMissed: boolean;
  /** Not to be fired: a later reminder had already come due when the deadline was armed. */
  readonly superseded: boolean;
}

/**
 * Every step of a deadline, earliest first: reminders before it, the due step, the ladder after it.
 *
 * `armedAt` is when the system first knew (the database clock): a report written down hours later may arm a
 * deadline whose reminders are past. Of the past reminders only the last is fired, late; the others are kept as
 * superseded. The ladder climbs from the due time or from `armedAt`, whichever is later, so that nobody's
 * superior hears of a duty before the one who owes it. No step is earlier than the trigger.
 *
 * `rearmed` plans a clock anew that had already rung (after a pause or a change of the calendar): what is past stays
 * past.
 *
 * Rule offsets after the due time (`+15m`) replace the ladder's own times, rung by rung. A limit of 0 ("segera")
 * is due at its trigger; it counts as missed at the first of them and not in the second it is written down.
 */
export function planSteps(
  rule: Pick<DeadlineRule, 'limit' | 'reminderOffsets' | 'escalateTo' | 'kind'>,
  times: {
    readonly triggerAt: Date;
    readonly dueAt: Date | null;
    readonly armedAt: Date;
    readonly rearmed?: boolean;
  },
  calendar: WorkCalendar,
): readonly PlannedStep[] {
  const offsets = rule.reminderOffsets.map(parseOffset);
  if (times.dueAt === null) return planWithoutDue(rule, offsets, times.triggerAt);
  const { triggerAt, dueAt, armedAt } = times;
  // An end that the event names lies ahead of everything: nothing comes before the moment it was written down.
  const toAnEnd = rule.limit?.clock === 'UNTIL';
  // So does a trigger that was agreed beforehand, such as an appointment.
  const earliest = toAnEnd || armedAt < triggerAt ? armedAt : triggerAt;
  const reminders = remindersBefore(offsets, earliest, dueAt, calendar);
  const atOnce = rule.limit?.amount === 0 && !toAnEnd;
  const due: PlannedStep = step('due', dueAt, [OWING_PARTY, CASE_OWNER], { marksMissed: !atOnce });
  const ladder = climb(rule, offsets, later(dueAt, armedAt), calendar);
  if (atOnce && ladder[0]) ladder[0] = { ...ladder[0], marksMissed: true };
  return [...supersedePast(reminders, times, dueAt), due, ...ladder];
}

/**
 * When a deadline that is still open after its top rung calls again: the morning so many days later, sooner while
 * nobody has answered the last call.
 */
export function nextCallAfter(firedAt: Date, answered: boolean, calendar: WorkCalendar): Date {
  const days = answered ? REPEAT_EVERY_DAYS.answered : REPEAT_EVERY_DAYS.unanswered;
  return morningAfter(firedAt, days, calendar);
}

/** When a pause that a person has set is looked at for the first time. */
export function firstPauseReview(pausedAt: Date, zone: string): Date {
  return morningAfter(pausedAt, PAUSE_REVIEW_EVERY_DAYS, { zone });
}

/** The morning so many calendar days after an instant, in the city's zone. */
export function morningAfter(at: Date, days: number, calendar: Pick<WorkCalendar, 'zone'>): Date {
  return instantOf(calendar.zone, addDays(dateIn(calendar.zone, at), days), MORNING);
}

function remindersBefore(
  offsets: readonly ReminderOffset[],
  triggerAt: Date,
  dueAt: Date,
  calendar: WorkCalendar,
): PlannedStep[] {
  return offsets
    .filter((offset) => offset.from === 'due' && offset.amount < 0)
    .map((offset) => before(offset, dueAt, calendar))
    .filter((fireAt) => fireAt > triggerAt && fireAt < dueAt)
    .sort((a, b) => a.getTime() - b.getTime())
    .map((fireAt) => step('reminder', fireAt, [OWING_PARTY]));
}

/**
 * Hours and minutes exactly. `-3d`: the morning of the date three days before the due date. `-1wd`: the opening
 * minute of the working day before the due day.
 */
function before(offset: ReminderOffset, dueAt: Date, calendar: WorkCalendar): Date {
  const dueDate = dateIn(calendar.zone, dueAt);
  switch (offset.unit) {
    case 'm':
      return minutesLater(dueAt, offset.amount);
    case 'h':
      return minutesLater(dueAt, offset.amount * 60);
    case 'd':
      return instantOf(calendar.zone, addDays(dueDate, offset.amount), MORNING);
    case 'wd':
      return openingMinute(calendar, workingDayFrom(calendar, dueDate, offset.amount));
  }
}

function supersedePast(
  reminders: readonly PlannedStep[],
  { armedAt, rearmed }: { readonly armedAt: Date; readonly rearmed?: boolean },
  dueAt: Date,
): readonly PlannedStep[] {
  const past = reminders.filter((reminder) => reminder.fireAt <= armedAt);
  const stillOfUse = dueAt > armedAt && !rearmed ? past[past.length - 1] : undefined;
  return reminders.map((reminder) =>
    past.includes(reminder) && reminder !== stillOfUse ? { ...reminder, superseded: true } : reminder,
  );
}

function climb(
  rule: Pick<DeadlineRule, 'limit' | 'escalateTo' | 'kind'>,
  offsets: readonly ReminderOffset[],
  base: Date,
  calendar: WorkCalendar,
): PlannedStep[] {
  const ownTimes = offsets.filter((offset) => offset.from === 'due' && offset.amount > 0);
  const rungs = ladderOf(rule);
  let earliest = base;
  return rungs.map((rung, index) => {
    const own = ownTimes[index];
    const planned = own ? after(own, base, calendar) : rungTime(rule, rung, base, calendar);
    const fireAt = later(planned, earliest);
    earliest = fireAt;
    return step(rung.rung, fireAt, rung.tells);
  });
}

function rungTime(
  rule: Pick<DeadlineRule, 'limit'>,
  rung: LadderRung,
  base: Date,
  calendar: WorkCalendar,
): Date {
  const clock = rule.limit?.clock ?? 'RUNNING';
  if (clock === 'RUNNING') return minutesLater(base, rung.gaps * gapMinutes(rule.limit));
  if (clock === 'CALENDAR' || clock === 'UNTIL') return morningAfter(base, rung.gaps, calendar);
  return openingMinute(calendar, workingDayFrom(calendar, dateIn(calendar.zone, base), rung.gaps));
}

function after(offset: ReminderOffset, base: Date, calendar: WorkCalendar): Date {
  switch (offset.unit) {
    case 'm':
      return minutesLater(base, offset.amount);
    case 'h':
      return minutesLater(base, offset.amount * 60);
    case 'd':
      return morningAfter(base, offset.amount, calendar);
    case 'wd':
      return openingMinute(calendar, workingDayFrom(calendar, dateIn(calendar.zone, base), offset.amount));
  }
}

/**
 * No number in the law, so no due step and nothing to miss. The reminders count from the trigger; the last of
 * them goes to the head of the owing agency instead, since a reminder after which nothing follows is a silence.
 */
function planWithoutDue(
  rule: Pick<DeadlineRule, 'limit' | 'escalateTo' | 'kind'>,
  offsets: readonly ReminderOffset[],
  triggerAt: Date,
): readonly PlannedStep[] {
  const times = offsets
    .filter((offset) => offset.from === 'trigger')
    .map((offset) => minutesLater(triggerAt, offset.amount * (offset.unit === 'h' ? 60 : 1)))
    .sort((a, b) => a.getTime() - b.getTime());
  const head = ladderOf(rule).find(({ rung }) => rung === 'headOfOwingAgency');
  const steps = times.map((fireAt, index) =>
    head && index === times.length - 1
      ? step(head.rung, fireAt, head.tells)
      : step('reminder', fireAt, [OWING_PARTY, CASE_OWNER]),
  );
  const last = times[times.length - 1] ?? triggerAt;
  const above = ladderOf(rule).filter(({ rung }) => rung === 'supervisor' || rung === 'headOfLeadOffice');
  return [
    ...steps,
    ...above.map((rung) => step(rung.rung, minutesLater(last, rung.gaps * gapMinutes(null)), rung.tells)),
  ];
}

function step(
  rung: Rung,
  fireAt: Date,
  tells: readonly string[],
  marks: { marksMissed: boolean } = { marksMissed: false },
): PlannedStep {
  return { rung, fireAt, tells, marksMissed: marks.marksMissed, superseded: false };
}

function later(a: Date, b: Date): Date {
  return a > b ? a : b;
}

function minutesLater(at: Date, minutes: number): Date {
  return new Date(at.getTime() + minutes * MINUTE_MS);
}
