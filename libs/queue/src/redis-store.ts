import { createRedisBackend } from 'bullmq';
import { Redis } from 'ioredis';
import type { BellStore } from './bell-store.js';

/** Longest that ringing may hold up whoever rings; the sweep finds what was not rung. */
const RING_PATIENCE_MS = 1_500;

/** BullMQ on Redis or Valkey. Run it with AOF on and `noeviction`: not for safety, only so that fewer bells are late. */
export function redisStore(url: string): BellStore {
  const open: Redis[] = [];
  const connect = (use: 'ring' | 'answer'): Redis => {
    const redis =
      use === 'ring'
        ? new Redis(url, { maxRetriesPerRequest: 1, connectTimeout: RING_PATIENCE_MS })
        : new Redis(url, { maxRetriesPerRequest: null });
    // ioredis reconnects by itself; without a listener every failed attempt would be printed.
    redis.on('error', () => undefined);
    open.push(redis);
    return redis;
  };
  return {
    kind: 'redis',
    backend: createRedisBackend,
    connection: connect,
    // Redis needs no schema: after FLUSHALL the next bell creates the keys again.
    prepare: () => Promise.resolve(),
    wasWiped: () => false,
    close: async () => {
      for (const redis of open) redis.disconnect();
    },
  };
}
