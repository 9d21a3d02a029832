import type { Work } from '#database';

/** A message that left with the transaction that made it true. A past event and ids; the receiver reads the rest. */
export interface OutboxMessage {
  readonly id: string;
  /** Past event: `referral.accepted`. */
  readonly topic: string;
  readonly ids: Readonly<Record<string, string>>;
  /** When it became true, by the database clock (UTC). */
  readonly announcedAt: Date;
  /** Account that made it true; null for the system. */
  readonly actorId: string | null;
}

/**
 * Somebody whom an event concerns. `receive` runs in a system transaction that also marks the message as received, so
 * its effect happens exactly once; it must only write rows (an e-mail is a row that somebody else sends).
 */
export interface OutboxConsumer {
  /** Stable: it is the key under which "received" is remembered. */
  readonly name: string;
  readonly topics: readonly string[];
  /** `done` when it wrote something, and then with its ledger entry; `nothing` when the event asks nothing of it. */
  receive(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'>;
}
