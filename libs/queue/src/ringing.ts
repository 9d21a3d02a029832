import { type Job, Worker } from 'bullmq';
import { QUEUE_NAME } from './bell.js';
import type { BellStore } from './bell-store.js';

/** What a process does when a topic rings. It may be called twice, late, early or never: the row decides, not the bell. */
export type Handlers = Readonly<Record<string, (id: string) => Promise<void>>>;

export interface Ringing {
  /** Waits for the handlers that are running, then lets go of the store's connections. */
  close(): Promise<void>;
}

export interface RingingOptions {
  /** Bells answered at the same time. */
  concurrency?: number;
  /** How often to look whether the store still stands, in milliseconds. */
  watchMs?: number;
  /** Told when a handler throws; gets the topic and an error code, never the error's text. */
  onFailure?: (topic: string, code: string) => void;
}

const DEFAULTS = { concurrency: 4, watchMs: 5_000 };

/**
 * Answers the bell until closed. A failing handler is reported and forgotten (the sweep tries again); a wiped store is
 * created anew, by the watch at the latest.
 */
export function startRinging(store: BellStore, handlers: Handlers, options: RingingOptions = {}): Ringing {
  const { concurrency, watchMs } = { ...DEFAULTS, ...options };
  const answer = async (job: Job<{ id?: unknown }>): Promise<void> => {
    const handler = handlers[job.name];
    if (!handler || typeof job.data?.id !== 'string') return;
    try {
      await handler(job.data.id);
    } catch (error) {
      // Not thrown on: BullMQ would keep the error's text and stack, and those may quote a row.
      options.onFailure?.(job.name, failureCode(error));
    }
  };
  const worker = new Worker(
    QUEUE_NAME,
    answer as never,
    {
      connection: store.connection('answer') as never,
      concurrency,
      runRetryDelay: 1_000,
      lockDuration: 30_000,
      stalledInterval: 15_000,
      removeOnComplete: { count: 0 },
      removeOnFail: { count: 0 },
    },
    store.backend as never,
  );
  const mend = (): void => void store.prepare().catch(() => undefined);
  worker.on('error', (error) => {
    if (store.wasWiped(error)) mend();
  });
  // An idle worker sleeps in LISTEN and would not notice that its schema is gone.
  const watch = setInterval(mend, watchMs);
  watch.unref();
  return {
    async close() {
      clearInterval(watch);
      await worker.close();
    },
  };
}

/** A short code for a log line: a refusal's or PostgreSQL's own code, else the error's class. Never its message. */
export function failureCode(error: unknown): string {
  const { code, name } = (error ?? {}) as { code?: unknown; name?: unknown };
  if (typeof code === 'string' && /^[\w.-]{1,60}$/.test(code)) return code;
  return typeof name === 'string' && /^\w{1,60}$/.test(name) ? name : 'unknown';
}
