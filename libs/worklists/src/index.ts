export { WorklistsHttpModule } from './worklists.module.js';
