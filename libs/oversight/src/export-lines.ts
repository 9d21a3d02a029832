import type { NoteVerifier } from '#audit';
import type { ExportedCheckpoint, ProvenLeaf } from './ledger-export.queries.js';

/**
 * The first line of what `apps/verify` reads. The keys are named so that a reader sees whose signatures to expect; a
 * verifier believes only those it was given.
 */
export function headLine(
  scope: 'whole' | 'case',
  { note }: ExportedCheckpoint,
  verifiers: readonly NoteVerifier[],
  reference?: string,
): string {
  const keys = verifiers.map(({ text }) => text);
  return line({ kind: 'head', version: 2, scope, case: reference, keys, checkpoint: note });
}

export function provenLine({ index, leaf, proof }: ProvenLeaf): string {
  return line({
    kind: 'leaf',
    index,
    leaf: leaf.toString('utf8'),
    proof: proof.map((hash) => hash.toString('base64')),
  });
}

export function line(value: unknown): string {
  return `${JSON.stringify(value)}\n`;
}
