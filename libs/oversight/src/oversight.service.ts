import type { Actor } from '#access';
import {
  Ledger,
  LedgerQueries,
  verifyLedger,
  witnessStates,
  type Ask,
  type EntryFilter,
  type NoteVerifier,
  type Verdict,
  type WitnessPolicy,
  type WitnessStates,
} from '#audit';
import { UnitOfWork, type Work } from '#database';
import { NotFound } from '#refusals';
import { Inject, Injectable } from '@nestjs/common';
import { KNOWN_ACTS } from './known-acts.js';
import { checkpointToExport, type ExportedCheckpoint } from './ledger-export.queries.js';
import {
  CHECKPOINT_PRINTED,
  lastPrint,
  latestCheckpoint,
  named,
  type LastPrint,
  type LatestCheckpoint,
  type TrailEntry,
} from './oversight.queries.js';
import { actsOfKind, type Kind } from './rules/kinds-of-acts.js';
import { trailPeople, type TrailPerson } from './trail-people.queries.js';

/** What a reviewer narrows the trail to. */
export type TrailFilter = Omit<EntryFilter, 'ids' | 'acts' | 'actsExcept' | 'failed'> & { kind?: Kind };

/** Injection token: what checks the signatures of the ledger's checkpoints, oldest key first. */
export const LEDGER_VERIFIERS = Symbol('ledger verifiers');
/** Injection token: who witnesses the ledger. */
export const WITNESS_POLICY = Symbol('witness policy');

const PAGE_SIZE = 50;

/** The supervisor's and the auditor's view of what was done. Looking is itself an entry. */
@Injectable()
export class Oversight {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly queries: LedgerQueries,
    @Inject(LEDGER_VERIFIERS) private readonly verifiers: readonly NoteVerifier[],
    @Inject(WITNESS_POLICY) private readonly witnessPolicy: WitnessPolicy,
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
  async verify(actor: Actor): Promise<Verdict & WitnessStates> {
    return this.unitOfWork.run(actor, { name: 'audit.verify' }, async (work) => {
      const verdict = await verifyLedger(askIn(work), this.verifiers);
      const states = await witnessStates(askIn(work), this.witnessPolicy);
      const { ok, entries, sealed, firstBad } = verdict;
      const facts = {
        intact: ok,
        entries,
        sealed,
        fault: firstBad?.why,
        index: firstBad?.index,
        witnessed: states.witnesses.length > 0 ? states.enough : undefined,
      };
      await this.ledger.append(work, { act: 'audit.verified', facts });
      return { ...verdict, ...states };
    });
  }

  /** The newest signed checkpoint with the public key that checks it, who witnessed it, and when one was last printed. */
  async checkpoint(actor: Actor): Promise<CheckpointStanding> {
    return this.unitOfWork.run(actor, { name: 'audit.read' }, async (work) => {
      const checkpoint = await latestCheckpoint(work);
      const states = await witnessStates(askIn(work), this.witnessPolicy);
      const printed = await lastPrint(work);
      await this.ledger.append(work, { act: 'audit.checkpointRead', facts: { size: checkpoint?.size ?? 0 } });
      return { checkpoint, publicKey: this.publicKey, ...states, printed };
    });
  }

  /**
   * The checkpoint of the day's sheet: signed on paper and kept in a folder, it is a witness that no network reaches. Its
   * note holds the witnesses' signatures too, so that the paper alone is enough for `apps/verify`.
   */
  async printCheckpoint(
    actor: Actor,
  ): Promise<{ checkpoint: ExportedCheckpoint; publicKey: string; at: Date }> {
    return this.unitOfWork.run(actor, { name: 'audit.printCheckpoint' }, async (work) => {
      const checkpoint = await checkpointToExport(work);
      if (!checkpoint) throw new NotFound();
      const { number, size } = checkpoint;
      await this.ledger.append(work, { act: CHECKPOINT_PRINTED, facts: { checkpoint: number, size } });
      return { checkpoint, publicKey: this.publicKey, at: work.at };
    });
  }

  private get publicKey(): string {
    return this.verifiers.at(-1)!.text;
  }
}

/** What the audit page says of the newest seal before anybody verifies. */
export interface CheckpointStanding extends WitnessStates {
  checkpoint: LatestCheckpoint | undefined;
  publicKey: string;
  printed: LastPrint | undefined;
}

const askIn =
  (work: Work): Ask =>
  (sql, params) =>
    work.query(sql, params);
