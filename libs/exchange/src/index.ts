export { ExchangeHttpModule } from './exchange.module.js';
