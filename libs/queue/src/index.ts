export { Bell } from './bell.js';
export { failureCode, startRinging, type Handlers, type Ringing } from './ringing.js';
export type { BellStore } from './bell-store.js';
export { openStore } from './store.js';
export { BELL_STORE, QueueJobsModule, QueueModule } from './queue.module.js';
export { OUTBOX_TOPIC } from './outbox/outbox-bell.js';
export { OUTBOX_STUCK, OutboxRelay } from './outbox/outbox-relay.js';
export type { OutboxConsumer, OutboxMessage } from './outbox/outbox-consumer.js';
