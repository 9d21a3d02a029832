import { TreeReader } from '#audit';
import type { Work } from '#database';

/** The checkpoint that an export ends with, the witnesses' signatures in its note. */
export interface ExportedCheckpoint {
  number: number;
  at: Date;
  size: number;
  note: string;
}

/** A checkpoint is sent to the witnesses as soon as it is signed; until they have answered the one before it serves. */
const WITNESSES_ANSWER_SECONDS = 60;

/**
 * The newest checkpoint, or the one shortly before it that more witnesses signed; undefined while nothing was sealed. The
 * newest by number: a clock that once ran ahead must not keep an old one for ever.
 */
export async function checkpointToExport(work: Work): Promise<ExportedCheckpoint | undefined> {
  const [row] = await work.query<ExportedCheckpoint & { lines: string | null }>(
    `select c.number::float8 as number, c.at, c.size::float8 as size, c.note, s.lines
       from ledger.checkpoint c, lateral (
         select count(*) as signed, string_agg(line, '' order by witness) as lines
           from ledger.cosignature where checkpoint = c.number) s
      where c.at >= (select at from ledger.checkpoint order by number desc limit 1) - make_interval(secs => $1)
      order by s.signed desc, c.number desc limit 1`,
    [WITNESSES_ANSWER_SECONDS],
  );
  return row && { number: row.number, at: row.at, size: row.size, note: row.note + (row.lines ?? '') };
}

/** One place of the tree: the recorded bytes if the reader may read the entry, and its hash. */
export interface ExportedLeaf {
  index: number;
  leaf: Buffer | null;
  hash: Buffer;
}

export async function leavesBetween(work: Work, from: number, to: number): Promise<ExportedLeaf[]> {
  return work.query<ExportedLeaf>(
    `select l.index::float8 as index, e.leaf, l.hash
       from ledger.leaf l left join ledger.entry e on e.id = l.entry_id
      where l.index >= $1 and l.index < $2 order by l.index`,
    [from, to],
  );
}

/** The checkpoints that were signed when the tree had more than `from` and up to `to` leaves, up to number `last`. */
export async function checkpointsBetween(
  work: Work,
  from: number,
  to: number,
  last: number,
): Promise<Omit<ExportedCheckpoint, 'at'>[]> {
  return work.query<Omit<ExportedCheckpoint, 'at'>>(
    `select number::float8 as number, size::float8 as size, note from ledger.checkpoint
      where size > $1 and size <= $2 and number <= $3 order by number`,
    [from, to, last],
  );
}

/** An entry of one case with the path that proves it to be in the signed tree. */
export interface ProvenLeaf {
  index: number;
  leaf: Buffer;
  proof: Buffer[];
}

/** The sealed entries of a case that the reader may read, after place `after`, in the order of the tree. */
export async function leavesOfCase(
  work: Work,
  reference: string,
  after: number,
  size: number,
  limit: number,
): Promise<Omit<ProvenLeaf, 'proof'>[]> {
  return work.query<Omit<ProvenLeaf, 'proof'>>(
    `select l.index::float8 as index, e.leaf from ledger.entry e join ledger.leaf l on l.entry_id = e.id
      where e.case_ref = $1 and l.index > $2 and l.index < $3 order by l.index limit $4`,
    [reference, after, size, limit],
  );
}

export async function withProofs(
  work: Work,
  leaves: Omit<ProvenLeaf, 'proof'>[],
  size: number,
): Promise<ProvenLeaf[]> {
  const tree = new TreeReader((sql, params) => work.query(sql, params));
  const proven: ProvenLeaf[] = [];
  for (const leaf of leaves) proven.push({ ...leaf, proof: await tree.inclusion(leaf.index, size) });
  return proven;
}
