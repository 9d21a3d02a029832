export { ConferencesHttpModule } from './conferences.module.js';
