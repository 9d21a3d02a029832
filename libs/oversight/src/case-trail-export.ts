import type { Actor } from '#access';
import { Ledger, LedgerQueries, type NoteVerifier } from '#audit';
import { UnitOfWork, type Work } from '#database';
import { Invalid, NotFound, Refused } from '#refusals';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import { headLine, line, provenLine } from './export-lines.js';
import {
  checkpointToExport,
  leavesOfCase,
  withProofs,
  type ExportedCheckpoint,
} from './ledger-export.queries.js';
import { named, type TrailEntry } from './oversight.queries.js';
import { LEDGER_VERIFIERS } from './oversight.service.js';

/** Why somebody takes one case's trail out of the house. */
export const EXPORT_REASONS = ['COURT', 'COMPLAINT', 'INSPECTION', 'CLIENT_ASKS'] as const;
export type ExportReason = (typeof EXPORT_REASONS)[number];

export interface CaseTrail {
  reference: string;
  at: Date;
  checkpoint: ExportedCheckpoint;
  /** The sealed entries that the reader may read, oldest first: exactly those of the file. */
  entries: TrailEntry[];
  /** Those that no seal holds yet; they stand neither on the paper nor in the file. */
  unsealed: number;
  /** For `apps/verify`: each entry with the path that proves it to be in the signed tree. */
  file: string;
}

/** More than a case ever has; an answer that is cut off would claim to be whole. */
const ENTRIES_MAX = 10_000;
const PAGE = 500;

/** One case's trail, taken out for a reason: to read on paper, and to check without us. */
@Injectable()
export class CaseTrailExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    private readonly queries: LedgerQueries,
    private readonly vault: Vault,
    @Inject(LEDGER_VERIFIERS) private readonly verifiers: readonly NoteVerifier[],
  ) {}

  /**
   * `caseId` for whoever may see the case, `caseRef` for whoever knows it by its pseudonym; exactly one of them, else 422.
   * 404 where the reader may read no sealed entry of it, 409 `audit.trailTooLong`.
   */
  async of(
    actor: Actor,
    { caseId, caseRef, reason }: { caseId?: string; caseRef?: string; reason: ExportReason },
  ): Promise<CaseTrail> {
    if (!caseId === !caseRef) throw new Invalid([{ pointer: '/caseId', code: 'required' }]);
    const about = caseId ? { object: { kind: 'case', id: caseId }, caseId } : {};
    return this.unitOfWork.run(actor, { name: 'audit.export', ...about }, async (work) => {
      const reference = caseId ? await this.vault.ledgerRef(work, caseId) : caseRef!;
      const checkpoint = await checkpointToExport(work);
      if (!reference || !checkpoint) throw new NotFound();
      const { entries, unsealed } = await this.entriesOf(work, reference, checkpoint.size);
      if (entries.length === 0) throw new NotFound();
      const leaves = await leavesOfCase(work, reference, -1, checkpoint.size, ENTRIES_MAX);
      const proven = await withProofs(work, leaves, checkpoint.size);
      await this.ledger.append(work, {
        act: 'audit.caseExported',
        ...about,
        facts: { reason, entries: entries.length, seal: checkpoint.number },
      });
      const file = [
        headLine('case', checkpoint, this.verifiers, reference),
        ...proven.map(provenLine),
        line({ kind: 'end', leaves: proven.length }),
      ].join('');
      return { reference, at: work.at, checkpoint, entries, unsealed, file };
    });
  }

  private async entriesOf(
    work: Work,
    caseRef: string,
    size: number,
  ): Promise<{ entries: TrailEntry[]; unsealed: number }> {
    const found: TrailEntry[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.queries.entries(work, { caseRef }, { cursor, limit: PAGE });
      found.push(...(await named(work, page.items)));
      if (found.length > ENTRIES_MAX) throw new Refused('audit.trailTooLong');
      cursor = page.next ?? undefined;
    } while (cursor);
    const entries = found.filter(({ index }) => index !== null && index < size);
    return { entries: entries.sort((a, b) => a.index! - b.index!), unsealed: found.length - entries.length };
  }
}
