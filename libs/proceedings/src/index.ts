export { ProceedingsHttpModule } from './proceedings.module.js';
