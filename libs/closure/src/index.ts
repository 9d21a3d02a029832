export { ClosureHttpModule } from './closure.module.js';
