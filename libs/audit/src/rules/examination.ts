import { leafBytes, type LeafContent } from './leaf.js';
import { leafHash, TreeEdge } from './merkle.js';
import { KEY_ANNOUNCED, KeyTurns } from './key-turns.js';
import type { NoteVerifier } from './note.js';

/** What can be wrong with a ledger. */
export type Fault =
  | 'entryMissing' // the tree holds an entry that is gone
  | 'entryChanged' // the entry's columns no longer say what was recorded
  | 'hashWrong' // the recorded bytes are not the ones that were sealed
  | 'indexMissing' // a place in the order is empty
  | 'tailCut' // a signed checkpoint covers more entries than there are
  | 'rootWrong' // entries and hashes agree, but not with what was signed
  | 'notSigned' // entries were put in order that no checkpoint covers
  | 'notSealed' // an entry older than the last seal stands outside the tree
  | 'checkpointMissing'
  | 'signatureWrong';

/** The first thing that is wrong. Indexes count from 0; `index` to `lastIndex` is the range that is in doubt. */
export interface FirstBad {
  why: Fault;
  index: number | null;
  lastIndex: number | null;
  entryId: string | null;
  checkpoint: number | null;
}

/** One place of the tree with the entry that it is said to hold. */
export interface Evidence {
  index: number;
  entryId: string;
  hash: Buffer;
  entry: (LeafContent & { leaf: Buffer }) | null;
}

export interface StoredCheckpoint {
  number: number;
  size: number;
  root: Buffer;
  note: string;
}

/** Entries outside the tree that should be in it. */
export interface Missed {
  count: number;
  first: string | null;
}

/**
 * Goes through a ledger once, from the first entry to the last, and stops at the first thing that is wrong. Nothing
 * stored is believed: every leaf is rebuilt from its columns, every hash and root is computed, every signature checked.
 * Feed the checkpoints in the order of their numbers, then the evidence in the order of the index.
 */
export class Examination {
  private readonly edge = new TreeEdge();
  private position = 0;
  private coveredBefore = 0;
  private found: FirstBad | null = null;
  private readonly turns: KeyTurns;

  /** `trusted` are the public keys of the ledger, oldest first. */
  constructor(
    private readonly checkpoints: readonly StoredCheckpoint[],
    trusted: readonly NoteVerifier[],
  ) {
    this.turns = new KeyTurns(trusted);
    this.checkCovered();
  }

  get firstBad(): FirstBad | null {
    return this.found;
  }

  /** Takes the next place; false when there is nothing more to look at because something is wrong. */
  see(evidence: Evidence): boolean {
    if (this.found) return false;
    const fault = this.faultOf(evidence);
    if (fault === 'indexMissing')
      return this.bad(fault, { index: this.edge.size, lastIndex: evidence.index - 1 });
    if (fault) return this.bad(fault, { index: evidence.index, entryId: evidence.entryId });
    this.edge.append(evidence.hash);
    const { entry } = evidence;
    if (entry?.act === KEY_ANNOUNCED && entry.decision === 'allowed') this.turns.hear(entry.facts);
    this.checkCovered();
    return this.found === null;
  }

  /** After the last place: nothing may be missing at the end or beside the tree. */
  finish(missed: Missed): FirstBad | null {
    if (this.found) return this.found;
    const next = this.checkpoints[this.position];
    if (next) {
      this.bad('tailCut', { index: this.edge.size, lastIndex: next.size - 1, checkpoint: next.number });
    } else if (this.edge.size > this.coveredBefore) {
      this.bad('notSigned', { index: this.coveredBefore, lastIndex: this.edge.size - 1 });
    } else if (missed.count > 0) {
      this.bad('notSealed', { entryId: missed.first });
    }
    return this.found;
  }

  private faultOf({ index, hash, entry }: Evidence): Fault | null {
    if (index !== this.edge.size) return 'indexMissing';
    if (!entry) return 'entryMissing';
    if (!leafBytes(entry).equals(entry.leaf)) return 'entryChanged';
    return leafHash(entry.leaf).equals(hash) ? null : 'hashWrong';
  }

  /** Checks every checkpoint that the entries seen so far complete. */
  private checkCovered(): void {
    for (
      let next = this.checkpoints[this.position];
      !this.found && next && next.size <= this.edge.size;
      next = this.checkpoints[++this.position]
    ) {
      this.checkOne(next);
      this.coveredBefore = next.size;
    }
  }

  private checkOne({ number, size, root, note }: StoredCheckpoint): void {
    if (number !== this.position + 1) {
      this.bad('checkpointMissing', { checkpoint: this.position + 1 });
      return;
    }
    const signed = this.turns.open(note);
    if (!signed || signed.size !== size || !signed.root.equals(root)) {
      this.bad('signatureWrong', { checkpoint: number });
    } else if (size !== this.edge.size || !root.equals(this.edge.root())) {
      // Sizes never shrink; a smaller one was put in later.
      const lastIndex = Math.max(size - 1, this.coveredBefore);
      this.bad('rootWrong', { index: this.coveredBefore, lastIndex, checkpoint: number });
    }
  }

  private bad(why: Fault, where: Partial<Omit<FirstBad, 'why'>>): false {
    this.found = {
      why,
      index: where.index ?? null,
      lastIndex: where.lastIndex ?? where.index ?? null,
      entryId: where.entryId ?? null,
      checkpoint: where.checkpoint ?? null,
    };
    return false;
  }
}
