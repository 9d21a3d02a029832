export { freshDatabase, type FreshDatabase, type FreshOptions } from './fresh-database.js';
export { startApi, type Answer, type Person, type RunningApi } from './api.js';
