export { CITY, type City } from './calendars.js';
export { DeadlinesHttpModule, DeadlinesJobsModule, DeadlinesModule } from './deadlines.module.js';
export {
  CITY_ZONE,
  DeadlinesService,
  type DeadlineScope,
  type StartedDeadline,
  type StartingEvent,
} from './deadlines.service.js';
export { DEADLINE_STEP_TOPIC, DeadlineSteps } from './deadline-steps.service.js';
export { IN_SIGHT, IN_SIGHT_OF_BOARDS, inSight } from './in-sight.js';
export { deadlinesOf, type OpenedDeadline } from './deadlines.queries.js';
export { availableDeadlineActsOf } from './deadline-acts.service.js';
export { basisWords, DeadlineView, partyWords, toDeadline, watchedWords } from './http/deadline.dto.js';
export { CALENDAR_YEAR_MISSING, CalendarWatch } from './jobs/calendar-watch.js';
export { DeadlineSweep } from './jobs/deadline-sweep.js';
export { seedDeadlines } from './seed-deadlines.js';
export { isMilestone, MILESTONES, type DeadlineEvent, type MilestoneEvent } from './rules/events.js';
export { meets } from './rules/what-meets.js';
export { ladderWords } from './rules/register-words.js';
export { isOwedOutside } from './rules/owing-party.js';
export { DEFAULT_ZONE, type WorkCalendar } from './rules/work-calendar.js';
export type { Subject } from './rules/rule-condition.js';
export { NewVersions } from './new-version.service.js';
