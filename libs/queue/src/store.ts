import type { SimpulConfig } from '#config';
import { postgresStore } from './postgres-store.js';
import { redisStore } from './redis-store.js';

/**
 * Where the bell hangs. Two real stores exist: PostgreSQL (the default) and Redis or Valkey.
 * Nothing outside this library knows which one is in use, and nothing may depend on what it holds.
 */
export interface BellStore {
  readonly kind: 'postgres' | 'redis';
  /** BullMQ's backend factory and the connection that it takes. BullMQ's own types know Redis only. */
  readonly backend: unknown;
  /** `ring` fails fast, because somebody waits for an answer; `answer` waits for as long as the store is away. */
  connection(use: 'ring' | 'answer'): unknown;
  /** Makes the store usable: creates what is missing, leaves the rest. Cheap enough to call every few seconds. */
  prepare(): Promise<void>;
  /** True when the error says that somebody wiped the store under us. */
  wasWiped(error: unknown): boolean;
  close(): Promise<void>;
}

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
