export { ClosureHttpModule, ClosureModule } from './closure.module.js';
export { Closures } from './closures.service.js';
