export { freshDatabase, type FreshDatabase, type FreshOptions } from './fresh-database.js';
