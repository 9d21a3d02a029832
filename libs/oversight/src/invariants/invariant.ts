/** One breach: what kind of thing, which one, and which part of the promise it breaks. Ids and codes, never content. */
export interface Breach {
  readonly kind: string;
  /** Null where the thing has no id of its own (a setting, a privilege). */
  readonly id: string | null;
  readonly code: string;
}

/** A promise of the house that a query can disprove: it finds the rows that break it. */
export interface Invariant {
  readonly name: string;
  /** The promise in plain words, for whoever reads the result. */
  readonly promise: string;
  /** Selects `kind`, `id`, `code` of every breach. One statement, so one snapshot; it runs read-only as the worker. */
  readonly sql: string;
}

/** A deadline that is still owed. */
export const OPEN_DEADLINE = `('running', 'paused', 'missed')`;
