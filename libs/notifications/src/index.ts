export { EventsController } from './http/events.controller.js';
export { AlarmWatch } from './alarms/alarm-watch.js';
export { Deliveries } from './jobs/deliveries.js';
export { CLOCK_WRONG, INVARIANT_BROKEN } from './jobs/system-news.js';
export type { ReadingRule } from './rules/unusual-reading.js';
export { NotificationsHttpModule, NotificationsJobsModule } from './notifications.module.js';
