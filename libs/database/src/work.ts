import type { Actor } from '#access';
import type { EntityManager } from 'typeorm';

/** The thing an act is about, for the ledger. Ids only. */
export interface ObjectRef {
  kind: string;
  id: string;
}

/** What is about to be done, in the ledger's words: `referral.accepted`, `case.read`. */
export interface ActName {
  name: string;
  object?: ObjectRef;
  caseId?: string;
}

/** The time at which what is being done took place: now, unless it is written down later. */
export const happenedAt = (work: Work): Date => work.happenedAt ?? work.at;

/** One transaction: who acts (null is the system), one reading of the database clock, and the only way to the rows. */
export interface Work {
  readonly manager: EntityManager;
  readonly actor: Actor | null;
  /** `simpul.now()` of this transaction, UTC. The only clock that decides anything. */
  readonly at: Date;
  /**
   * When it happened, where that is known and earlier than its writing down (a slip that came back by post). Clocks and
   * the referral's own times go by it; the ledger and the order of moves go by `at`. See `happenedAt`.
   */
  readonly happenedAt?: Date;
  /** Plain SQL in this transaction; rows only. Placeholders `$1`. */
  query<T = Record<string, unknown>>(sql: string, params?: unknown[]): Promise<T[]>;
  /** Runs after the commit, best effort: whatever must not be lost is a row, not a callback. */
  afterCommit(effect: () => void | Promise<void>): void;
  /** Called by the ledger for each entry: a unit of work without one does not commit. */
  markAudited(): void;
}
