import { Injectable } from '@nestjs/common';
import type { Work } from '../work.js';

/**
 * Messages that leave with the transaction that made them true. A message is a topic and ids, never data: the
 * consumer reads what it may see when it runs. The relay in the worker finds every row, rung or not.
 */
@Injectable()
export class Outbox {
  private ring: ((id: string) => void | Promise<void>) | undefined;

  /** The queue registers how to wake the worker; without it the sweep still finds the row. */
  setRinger(ring: (id: string) => void | Promise<void>): void {
    this.ring = ring;
  }

  /** Adds a message to this transaction and rings after its commit. `topic` is a past event: `referral.accepted`. */
  async announce(work: Work, topic: string, ids: Record<string, string>): Promise<string> {
    const [row] = await work.query<{ id: string }>(
      `insert into simpul.outbox (topic, ids, actor_id) values ($1, $2, $3) returning id`,
      [topic, JSON.stringify(ids), work.actor?.accountId ?? null],
    );
    const id = row!.id;
    work.afterCommit(() => this.ring?.(id));
    return id;
  }
}
