import type { Actor } from '#access';
import { Ledger, verifyLedger, type NoteVerifier, type Verdict } from '#audit';
import { UnitOfWork } from '#database';
import { Inject, Injectable } from '@nestjs/common';
import { latestCheckpoint, PAGE_SIZE, trailPage, type LatestCheckpoint, type TrailEntry, type TrailFilter } from './oversight.queries.js';

/** Injection token: what checks the signatures of the ledger's checkpoints. */
export const LEDGER_VERIFIER = Symbol('ledger verifier');

/** The supervisor's and the auditor's view of what was done. Looking is itself an entry. */
@Injectable()
export class Oversight {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    @Inject(LEDGER_VERIFIER) private readonly verifier: NoteVerifier,
  ) {}

  /** One page of the trail, newest first. */
  async trail(actor: Actor, filter: TrailFilter): Promise<{ items: TrailEntry[]; next: number | null }> {
    return this.unitOfWork.run(actor, { name: 'audit.read' }, async (work) => {
      const rows = await trailPage(work, filter);
      const items = rows.slice(0, PAGE_SIZE);
      await this.ledger.append(work, {
        act: 'audit.trailRead',
        ...(filter.caseId && { object: { kind: 'case', id: filter.caseId }, caseId: filter.caseId }),
        facts: { entries: items.length, filtered: Object.keys(filter).filter((key) => key !== 'before').sort() },
      });
      return { items, next: rows.length > PAGE_SIZE ? items.at(-1)!.seq : null };
    });
  }

  /** Recomputes the whole ledger and compares it with what was signed. */
  async verify(actor: Actor): Promise<Verdict> {
    return this.unitOfWork.run(actor, { name: 'audit.verify' }, async (work) => {
      const result = await verifyLedger((sql, params) => work.query(sql, params), this.verifier);
      await this.ledger.append(work, {
        act: 'audit.verified',
        facts: { intact: result.ok, entries: result.entries, sealed: result.sealed, ...(result.firstBad && { fault: result.firstBad.why }) },
      });
      return result;
    });
  }

  /** The newest signed checkpoint with the public key that checks it. */
  async checkpoint(actor: Actor): Promise<{ checkpoint: LatestCheckpoint | undefined; publicKey: string }> {
    const publicKey = this.verifier.text;
    return this.unitOfWork.run(actor, { name: 'audit.read' }, async (work) => {
      const checkpoint = await latestCheckpoint(work);
      await this.ledger.append(work, { act: 'audit.checkpointRead', facts: { size: checkpoint?.size ?? 0 } });
      return { checkpoint, publicKey };
    });
  }

  /** The sealed leaves (canonical bytes as text) with the newest checkpoint, one JSON object per line; for an outside check. */
  async export(actor: Actor): Promise<string> {
    const publicKey = this.verifier.text;
    return this.unitOfWork.run(actor, { name: 'audit.export' }, async (work) => {
      const checkpoint = await latestCheckpoint(work);
      const leaves = await work.query<{ index: string; leaf: Buffer }>(
        'select index, leaf from ledger.evidence(0, $1) where leaf is not null order by index',
        [checkpoint?.size ?? 0],
      );
      await this.ledger.append(work, { act: 'audit.exported', facts: { entries: leaves.length } });
      const lines = [
        JSON.stringify({ kind: 'head', publicKey, checkpoint: checkpoint?.note ?? null }),
        ...leaves.map(({ index, leaf }) => JSON.stringify({ kind: 'leaf', index: Number(index), leaf: leaf.toString('utf8') })),
      ];
      return `${lines.join('\n')}\n`;
    });
  }
}
