import pg from 'pg';
import { CONNECT_PATIENCE_MS } from './lost-connection.js';

/**
 * A connection whose breaking ends no program. PostgreSQL that dies is told to whoever waits for an answer, as an error
 * of that query; `pg` tells it once more as an event of the connection, and an event that nobody hears ends the
 * process. A pool hears those of its idle connections only, and TypeORM those of lent ones a moment after it got them.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** A pool of such connections. An idle one that breaks is replaced at the next query. */
export function steadyPool(config: pg.PoolConfig): pg.Pool {
  const pool = new pg.Pool({
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_PATIENCE_MS,
    ...config,
    Client: SteadyClient,
  });
  return pool.on('error', () => undefined);
}
