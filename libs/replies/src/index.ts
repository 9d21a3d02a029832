export { RepliesHttpModule } from './replies.module.js';
