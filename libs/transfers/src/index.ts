export { TransfersHttpModule } from './transfers.module.js';
