import type { Actor } from '#access';
import {
  Ledger,
  LedgerQueries,
  verifyLedger,
  type EntryFilter,
  type NoteVerifier,
  type Verdict,
} from '#audit';
import { UnitOfWork } from '#database';
import { Inject, Injectable } from '@nestjs/common';
import { KNOWN_ACTS } from './known-acts.js';
import {
  latestCheckpoint,
  leavesBetween,
  named,
  type ExportedLeaf,
  type LatestCheckpoint,
  type TrailEntry,
} from './oversight.queries.js';
import { actsOfKind, type Kind } from './rules/kinds-of-acts.js';
import { trailPeople, type TrailPerson } from './trail-people.queries.js';

/** What a reviewer narrows the trail to. */
export type TrailFilter = Omit<EntryFilter, 'acts' | 'actsExcept' | 'failed'> & { kind?: Kind };

/** Injection token: what checks the signatures of the ledger's checkpoints. */
export const LEDGER_VERIFIER = Symbol('ledger verifier');

const PAGE_SIZE = 50;
const LEAVES_PER_PAGE = 1_000;

/** The supervisor's and the auditor's view of what was done. Looking is itself an entry. */
@Injectable()
export class Oversight {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly queries: LedgerQueries,
    @Inject(LEDGER_VERIFIER) private readonly verifier: NoteVerifier,
  ) {}

  /** One page of the trail, newest first. 422 for a cursor that is none of ours. */
  async trail(
    actor: Actor,
    filter: TrailFilter,
    cursor?: string,
  ): Promise<{ items: TrailEntry[]; next: string | null }> {
    const { kind, ...rest } = filter;
    const { caseId } = filter;
    const asked = { ...rest, ...(kind && actsOfKind(kind, KNOWN_ACTS)) };
    const about = caseId ? { object: { kind: 'case', id: caseId }, caseId } : {};
    return this.unitOfWork.run(actor, { name: 'audit.read', ...about }, async (work) => {
      const page = await this.queries.entries(work, asked, { cursor, limit: PAGE_SIZE });
      const items = await named(work, page.items);
      const filtered = Object.entries(filter).filter(([, value]) => value !== undefined);
      await this.ledger.append(work, {
        act: 'audit.trailRead',
        ...about,
        facts: { entries: items.length, filters: filtered.map(([name]) => name).sort() },
      });
      return { items, next: page.next };
    });
  }

  /** Whose acts the reader may narrow the trail to. Names and roles only, which everybody signed in may know. */
  async people(actor: Actor): Promise<TrailPerson[]> {
    return this.unitOfWork.look(actor, trailPeople);
  }

  /** Recomputes the whole ledger and compares it with what was signed. */
  async verify(actor: Actor): Promise<Verdict> {
    return this.unitOfWork.run(actor, { name: 'audit.verify' }, async (work) => {
      const verdict = await verifyLedger((sql, params) => work.query(sql, params), this.verifier);
      const { ok, entries, sealed, firstBad } = verdict;
      const facts = { intact: ok, entries, sealed, fault: firstBad?.why, index: firstBad?.index };
      await this.ledger.append(work, { act: 'audit.verified', facts });
      return verdict;
    });
  }

  /** The newest signed checkpoint with the public key that checks it. */
  async checkpoint(actor: Actor): Promise<{ checkpoint: LatestCheckpoint | undefined; publicKey: string }> {
    return this.unitOfWork.run(actor, { name: 'audit.read' }, async (work) => {
      const checkpoint = await latestCheckpoint(work);
      await this.ledger.append(work, { act: 'audit.checkpointRead', facts: { size: checkpoint?.size ?? 0 } });
      return { checkpoint, publicKey: this.verifier.text };
    });
  }

  /**
   * The sealed leaves up to the newest checkpoint, one JSON object per line, for a check outside. A leaf that the
   * reader may not read comes as its hash, which is enough to rebuild the tree. The entry that says who exported what
   * is committed before the first line leaves.
   */
  async export(actor: Actor): Promise<AsyncIterable<string>> {
    const checkpoint = await this.unitOfWork.run(actor, { name: 'audit.export' }, async (work) => {
      const latest = await latestCheckpoint(work);
      await this.ledger.append(work, { act: 'audit.exported', facts: { entries: latest?.size ?? 0 } });
      return latest;
    });
    return this.lines(actor, checkpoint);
  }

  // Each page asks for the session again: a download dies with the session that began it.
  private async *lines(actor: Actor, checkpoint: LatestCheckpoint | undefined): AsyncIterable<string> {
    yield line({
      kind: 'head',
      version: 1,
      publicKey: this.verifier.text,
      checkpoint: checkpoint?.note ?? null,
    });
    const size = checkpoint?.size ?? 0;
    for (let from = 0; from < size; from += LEAVES_PER_PAGE) {
      const to = Math.min(from + LEAVES_PER_PAGE, size);
      const leaves = await this.unitOfWork.look(actor, (work) => leavesBetween(work, from, to));
      yield leaves.map(leafLine).join('');
    }
  }
}

function leafLine({ index, leaf, hash }: ExportedLeaf): string {
  return line({
    kind: 'leaf',
    index,
    ...(leaf ? { leaf: leaf.toString('utf8') } : { hash: hash.toString('base64') }),
  });
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
