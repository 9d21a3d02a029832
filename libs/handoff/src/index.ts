export { HandoffHttpModule, HandoffModule } from './handoff.module.js';
export { Conversations, type NewFeedback } from './conversation.service.js';
