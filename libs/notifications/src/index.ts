export { Deliveries } from './jobs/deliveries.js';
export { INVARIANT_BROKEN } from './jobs/invariant-news.js';
export { NotificationsHttpModule, NotificationsJobsModule } from './notifications.module.js';
