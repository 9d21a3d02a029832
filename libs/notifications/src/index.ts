export { NotificationsHttpModule, NotificationsJobsModule } from './notifications.module.js';
