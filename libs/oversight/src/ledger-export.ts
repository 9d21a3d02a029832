import type { Actor } from '#access';
import { Ledger, type NoteVerifier } from '#audit';
import { UnitOfWork } from '#database';
import { NotFound } from '#refusals';
import { Vault } from '#vault';
import { Inject, Injectable } from '@nestjs/common';
import {
  checkpointsBetween,
  checkpointToExport,
  leavesBetween,
  leavesOfCase,
  withProofs,
  type ExportedCheckpoint,
  type ExportedLeaf,
  type ProvenLeaf,
} from './ledger-export.queries.js';
import { LEDGER_VERIFIERS } from './oversight.service.js';

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
    private readonly vault: Vault,
    @Inject(LEDGER_VERIFIERS) private readonly verifiers: readonly NoteVerifier[],
  ) {}

  /**
   * Every sealed entry up to the newest checkpoint, with every checkpoint in its place. An entry that the reader may not
   * read comes as its hash, which is enough to rebuild the tree.
   */
  async whole(actor: Actor): Promise<AsyncIterable<string>> {
    const checkpoint = await this.unitOfWork.run(actor, { name: 'audit.export' }, async (work) => {
      const found = await checkpointToExport(work);
      if (!found) throw new NotFound();
      await this.ledger.append(work, { act: 'audit.exported', facts: { entries: found.size } });
      return found;
    });
    return this.wholeLines(actor, checkpoint);
  }

  /** The entries of one case that the reader may read, each with its proof. 404 where there is none. */
  async ofCase(actor: Actor, caseId: string): Promise<AsyncIterable<string>> {
    const about = { object: { kind: 'case', id: caseId }, caseId };
    const { checkpoint, reference } = await this.unitOfWork.run(
      actor,
      { name: 'audit.export', ...about },
      async (work) => {
        const reference = await this.vault.ledgerRef(work, caseId);
        const checkpoint = await checkpointToExport(work);
        if (!reference || !checkpoint) throw new NotFound();
        const first = await leavesOfCase(work, reference, -1, checkpoint.size, 1);
        if (first.length === 0) throw new NotFound();
        await this.ledger.append(work, {
          act: 'audit.exported',
          ...about,
          facts: { entries: checkpoint.size },
        });
        return { checkpoint, reference };
      },
    );
    return this.caseLines(actor, checkpoint, reference);
  }

  private async *wholeLines(actor: Actor, checkpoint: ExportedCheckpoint): AsyncIterable<string> {
    yield this.head('whole', checkpoint);
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

  private async *caseLines(
    actor: Actor,
    checkpoint: ExportedCheckpoint,
    reference: string,
  ): AsyncIterable<string> {
    yield this.head('case', checkpoint, reference);
    let [after, count] = [-1, 0];
    for (;;) {
      const leaves = await this.unitOfWork.look(actor, async (work) => {
        const page = await leavesOfCase(work, reference, after, checkpoint.size, LEAVES_PER_PAGE);
        return withProofs(work, page, checkpoint.size);
      });
      yield leaves.map(provenLine).join('');
      count += leaves.length;
      if (leaves.length < LEAVES_PER_PAGE) break;
      after = leaves.at(-1)!.index;
    }
    yield line({ kind: 'end', leaves: count });
  }

  // The keys are named so that a reader sees whose signatures to expect; a verifier believes only those it was given.
  private head(scope: 'whole' | 'case', { note }: ExportedCheckpoint, reference?: string): string {
    const keys = this.verifiers.map(({ text }) => text);
    return line({ kind: 'head', version: 2, scope, case: reference, keys, checkpoint: note });
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

function provenLine({ index, leaf, proof }: ProvenLeaf): string {
  return line({
    kind: 'leaf',
    index,
    leaf: leaf.toString('utf8'),
    proof: proof.map((hash) => hash.toString('base64')),
  });
}

function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
