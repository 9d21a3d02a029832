export { DeadlinesModule } from './deadlines.module.js';
export { CITY_ZONE, DeadlinesService, type DeadlineScope, type StartingEvent } from './deadlines.service.js';
export { seedDeadlines } from './seed-deadlines.js';
export { isMilestone, MILESTONES, type DeadlineEvent, type MilestoneEvent } from './rules/events.js';
export { DEFAULT_ZONE, type WorkCalendar } from './rules/work-calendar.js';
export type { Subject } from './rules/rule-condition.js';
