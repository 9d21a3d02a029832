export { MailServer, type TakenMail } from './mail-server.js';
export { freshDatabase, type FreshDatabase, type FreshOptions } from './fresh-database.js';
export { startApi, type Answer, type Method, type Person, type RunningApi } from './api.js';
export { done, ReferralStage, type ReferralBody, type RefusalBody } from './referral-stage.js';
export { browserOf, PushService, type Subscription } from './push-service.js';
export { freePort, ownRedis, redisBinary, type OwnRedis } from './redis.js';
export { QUEUE_PLACES, tellings, until, WorkerProcess, type QueuePlace } from './worker-process.js';
export { tellingWorker } from './telling-worker.js';
