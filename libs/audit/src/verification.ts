import { Examination, type Evidence, type StoredCheckpoint } from './rules/examination.js';
import type { Decision, Fact, LeafContent } from './rules/leaf.js';
import type { NoteVerifier } from './rules/note.js';
import type { Verdict } from './rules/verdict-words.js';

/** Runs plain SQL as a reviewer (the API in a unit of work) or as the sealer's role. */
export type Ask = <T>(sql: string, params?: unknown[]) => Promise<T[]>;

/** Small enough that hashing a page holds up no other request for long. */
const PLACES_PER_PAGE = 1_000;

/**
 * Verifies the whole ledger against its public keys (oldest first). Reads pages in the order of the tree and stops at the first thing
 * that is wrong; entries written while it runs are not part of it.
 */
export async function verifyLedger(ask: Ask, trusted: readonly NoteVerifier[]): Promise<Verdict> {
  const [standing] = await ask<Standing>('select * from ledger.standing()');
  if (!standing) throw new Error('The ledger did not answer.');
  const leaves = Number(standing.leaves);
  const checkpoints = await checkpointsUpTo(ask, standing.last_checkpoint);
  const examination = new Examination(checkpoints, trusted);

  for (let from = 0; from < leaves && !examination.firstBad; from += PLACES_PER_PAGE) {
    const to = Math.min(from + PLACES_PER_PAGE, leaves);
    const rows = await ask<EvidenceRow>('select * from ledger.evidence($1, $2)', [from, to]);
    for (const row of rows) if (!examination.see(toEvidence(row))) break;
  }
  const firstBad = examination.finish({ count: Number(standing.missed), first: standing.first_missed });
  return {
    ok: firstBad === null,
    entries: Number(standing.entries),
    sealed: leaves,
    pending: Number(standing.pending),
    checkpoints: checkpoints.length,
    firstBad,
  };
}

interface Standing {
  entries: string;
  leaves: string;
  last_checkpoint: string | null;
  pending: string;
  missed: string;
  first_missed: string | null;
}

async function checkpointsUpTo(ask: Ask, last: string | null): Promise<StoredCheckpoint[]> {
  const rows = await ask<{ number: string; size: string; root: Buffer; note: string }>(
    'select number::text, size::text, root, note from ledger.checkpoint c where c.number <= $1 order by c.number',
    [last ?? 0],
  );
  return rows.map((row) => ({
    number: Number(row.number),
    size: Number(row.size),
    root: row.root,
    note: row.note,
  }));
}

/** A row of `ledger.evidence`; the entry's columns are null when the entry is gone. */
export interface EvidenceRow {
  index: string;
  leaf_entry_id: string;
  hash: Buffer;
  id: string | null;
  at: string;
  act: string;
  decision: Decision;
  actor_id: string | null;
  actor_role: string;
  actor_agency: string | null;
  object_kind: string | null;
  object_id: string | null;
  case_ref: string | null;
  facts: Record<string, Fact>;
  commitment: string | null;
  request_id: string | null;
  leaf: Buffer;
}

function toEvidence(row: EvidenceRow): Evidence {
  const entry = row.id === null ? null : { ...toContent(row, row.id), leaf: row.leaf };
  return { index: Number(row.index), entryId: row.leaf_entry_id, hash: row.hash, entry };
}

function toContent(row: EvidenceRow, id: string): LeafContent {
  return {
    id,
    at: row.at,
    act: row.act,
    decision: row.decision,
    actorId: row.actor_id,
    actorRole: row.actor_role,
    actorAgency: row.actor_agency,
    objectKind: row.object_kind,
    objectId: row.object_id,
    caseRef: row.case_ref,
    facts: row.facts,
    commitment: row.commitment,
    requestId: row.request_id,
  };
}
