import type { Actor } from '#access';
import { Ledger, type NoteVerifier } from '#audit';
import { UnitOfWork } from '#database';
import { NotFound } from '#refusals';
import { Inject, Injectable } from '@nestjs/common';
import { headLine, line } from './export-lines.js';
import {
  checkpointsBetween,
  checkpointToExport,
  leavesBetween,
  type ExportedCheckpoint,
  type ExportedLeaf,
} from './ledger-export.queries.js';
import { LEDGER_VERIFIERS } from './oversight.service.js';

/** Why the whole ledger leaves the house: nearly always so that somebody outside can check it. */
export const LEDGER_EXPORT_REASONS = ['VERIFICATION', 'COURT', 'INSPECTION'] as const;
export type LedgerExportReason = (typeof LEDGER_EXPORT_REASONS)[number];

const LEAVES_PER_PAGE = 1_000;

/**
 * The ledger for a check outside: one JSON object per line, for `apps/verify`. The entry that says who exported what is
 * committed before the first line leaves, and each page asks for the session again: a download dies with its session.
 */
@Injectable()
export class LedgerExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ledger: Ledger,
    @Inject(LEDGER_VERIFIERS) private readonly verifiers: readonly NoteVerifier[],
  ) {}

  /**
   * Every sealed entry up to the newest checkpoint, with every checkpoint in its place. An entry that the reader may not
   * read comes as its hash, which is enough to rebuild the tree.
   */
  async whole(actor: Actor, reason: LedgerExportReason): Promise<AsyncIterable<string>> {
    const checkpoint = await this.unitOfWork.run(actor, { name: 'audit.export' }, async (work) => {
      const found = await checkpointToExport(work);
      if (!found) throw new NotFound();
      await this.ledger.append(work, { act: 'audit.exported', facts: { reason, entries: found.size } });
      return found;
    });
    return this.wholeLines(actor, checkpoint);
  }

  private async *wholeLines(actor: Actor, checkpoint: ExportedCheckpoint): AsyncIterable<string> {
    yield headLine('whole', checkpoint, this.verifiers);
    const { size, number } = checkpoint;
    // Before the first leaf stand the checkpoints of the empty tree.
    let from = -1;
    while (from < size) {
      const to = Math.min(Math.max(from, 0) + LEAVES_PER_PAGE, size);
      const page = await this.unitOfWork.look(actor, async (work) => ({
        leaves: await leavesBetween(work, Math.max(from, 0), to),
        checkpoints: await checkpointsBetween(work, from, to, number),
      }));
      yield inOrder(page.leaves, page.checkpoints);
      from = to;
    }
    yield line({ kind: 'end', leaves: size });
  }
}

/** Leaves with the checkpoints between them: a checkpoint stands behind the last leaf that it covers. */
function inOrder(leaves: ExportedLeaf[], checkpoints: Omit<ExportedCheckpoint, 'at'>[]): string {
  const lines: string[] = [];
  let next = 0;
  const seal = (size: number): void => {
    for (; next < checkpoints.length && checkpoints[next]!.size <= size; next++) {
      const { number, note } = checkpoints[next]!;
      lines.push(line({ kind: 'checkpoint', number, note }));
    }
  };
  seal(leaves[0]?.index ?? 0);
  for (const { index, leaf, hash } of leaves) {
    lines.push(line({ kind: 'leaf', index, hash: hash.toString('base64'), leaf: leaf?.toString('utf8') }));
    seal(index + 1);
  }
  return lines.join('');
}
