import { Queue } from 'bullmq';
import type { BellStore } from './bell-store.js';

/** One queue for all topics: one LISTEN connection per process, and a topic is just the name of the bell. */
export const QUEUE_NAME = 'simpul';

/** Longest that ringing may hold up whoever rings; the sweep finds what was not rung. */
const RING_PATIENCE_MS = 1_500;

/** Nothing is kept after the answer: BullMQ stores job data and failure texts in clear. */
const NOTHING_KEPT = { removeOnComplete: true, removeOnFail: true, attempts: 1 };

/**
 * Says "look now" to whoever answers `topic`. It carries an opaque id and nothing else, promises nothing, and
 * never throws: PostgreSQL remembers what is to be done, and a sweep finds every effect whose bell was lost.
 */
export class Bell {
  private queue: Queue | undefined;
  private closed = false;

  constructor(private readonly store: BellStore) {}

  /**
   * @param id opaque id (uuid) of the row to look at; never personal data
   * @param delayMs how long from now, in milliseconds; only a hint, since the database's clock decides what is due
   * @returns whether the store took the bell
   */
  async ring(topic: string, id: string, { delayMs = 0 }: { delayMs?: number } = {}): Promise<boolean> {
    try {
      return await withPatience(this.add(topic, id, Math.max(0, Math.round(delayMs))));
    } catch {
      return false;
    }
  }

  /** Bells that wait or are delayed. For health pages and tests; no decision may rest on it. */
  async count(): Promise<number> {
    const counts = await withPatience(this.open().getJobCounts('waiting', 'delayed', 'active'));
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  async close(): Promise<void> {
    this.closed = true;
    const queue = this.queue;
    this.queue = undefined;
    // A queue whose store never answered waits for it in vain: nothing of ours hangs on that.
    await withPatience(queue?.close() ?? Promise.resolve()).catch(() => undefined);
  }

  private async add(topic: string, id: string, delayMs: number): Promise<boolean> {
    try {
      await this.addOnce(topic, id, delayMs);
    } catch (error) {
      if (!this.store.wasWiped(error)) throw error;
      await this.store.prepare();
      await this.addOnce(topic, id, delayMs);
    }
    return true;
  }

  private async addOnce(topic: string, id: string, delayMs: number): Promise<void> {
    // Always with a jobId: it makes ringing idempotent, and without one the PostgreSQL backend creates a sequence per
    // queue at run time. The due second is part of it, so that a moved due time rings again.
    const due = delayMs === 0 ? '' : `.${Math.round((Date.now() + delayMs) / 1_000)}`;
    await this.open().add(topic, { id }, { jobId: `${topic}.${id}${due}`, delay: delayMs, ...NOTHING_KEPT });
  }

  private open(): Queue {
    // Effects of the last commits may still ring while the process ends: they must not connect anew.
    if (this.closed) throw new Error('the bell is closed');
    if (!this.queue) {
      this.queue = new Queue(
        QUEUE_NAME,
        { connection: this.store.connection('ring') as never, streams: { events: { maxLen: 100 } } },
        this.store.backend as never,
      ) as unknown as Queue;
      this.queue.on('error', () => undefined);
    }
    return this.queue;
  }
}

/** Rejects after the patience is over; the ring itself may still arrive, which does no harm. */
function withPatience<T>(ringing: Promise<T>): Promise<T> {
  ringing.catch(() => undefined);
  let timer: NodeJS.Timeout;
  const impatience = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('the queue did not answer in time')), RING_PATIENCE_MS);
  });
  return Promise.race([ringing, impatience]).finally(() => clearTimeout(timer));
}
