export { OversightHttpModule } from './oversight.module.js';
