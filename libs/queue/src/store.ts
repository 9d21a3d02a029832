import type { SimpulConfig } from '#config';
import type { BellStore } from './bell-store.js';
import { postgresStore } from './postgres-store.js';
import { redisStore } from './redis-store.js';

/**
 * Opens the store that the configuration names.
 * @param connectionsMax upper bound of database connections of this process for the queue; a process that answers
 * the bell needs at least 3 (one of them is lent to LISTEN for good), one that only rings needs 1.
 */
export function openStore(
  config: Pick<SimpulConfig, 'queueUrl' | 'databases'>,
  connectionsMax = 2,
): BellStore {
  if (config.queueUrl) return redisStore(config.queueUrl);
  if (!config.databases.queue) {
    throw new Error('Configuration: the queue needs SIMPUL_QUEUE_DATABASE_URL or QUEUE_URL');
  }
  return postgresStore(config.databases.queue, connectionsMax);
}
