import type { Work } from '#database';

/** Filters of the audit trail; all optional, all combined. */
export interface TrailFilter {
  caseId?: string;
  actorId?: string;
  act?: string;
  decision?: 'allowed' | 'refused' | 'denied';
  from?: Date;
  to?: Date;
  /** Entries older than this position (keyset). */
  before?: number;
}

export interface TrailEntry {
  id: string;
  seq: number;
  at: Date;
  act: string;
  decision: 'allowed' | 'refused' | 'denied';
  actorId: string | null;
  actorName: string | null;
  actorRole: string;
  agencyName: string | null;
  objectKind: string | null;
  objectId: string | null;
  caseId: string | null;
  caseNumber: string | null;
  facts: Record<string, unknown>;
  sealedIndex: number | null;
}

export const PAGE_SIZE = 50;

/** One page of the trail, newest first, as far as row-level security lets the reader see. */
export async function trailPage(work: Work, filter: TrailFilter): Promise<TrailEntry[]> {
  return work.query<TrailEntry>(
    `select e.id, e.seq::float8 as seq, e.at, e.act, e.decision, e.actor_id as "actorId", a.display_name as "actorName",
            e.actor_role as "actorRole", a.agency_name as "agencyName", e.object_kind as "objectKind",
            e.object_id as "objectId", f.id as "caseId", f.number as "caseNumber", e.facts, l.index::float8 as "sealedIndex"
       from ledger.entry e
       left join simpul.account a on a.id = e.actor_id
       left join simpul.case_key k on k.ledger_ref = e.case_ref
       left join simpul.case_file f on f.id = k.case_id
       left join ledger.leaf l on l.entry_id = e.id
      where ($1::uuid is null or e.case_ref = (select k2.ledger_ref from simpul.case_key k2 where k2.case_id = $1)
             or (e.object_kind = 'case' and e.object_id = $1))
        and ($2::uuid is null or e.actor_id = $2)
        and ($3::text is null or e.act = $3 or e.act like $3 || '.%')
        and ($4::text is null or e.decision = $4)
        and ($5::timestamptz is null or e.at >= $5)
        and ($6::timestamptz is null or e.at < $6)
        and ($7::bigint is null or e.seq < $7)
      order by e.seq desc limit ${PAGE_SIZE + 1}`,
    [
      filter.caseId ?? null,
      filter.actorId ?? null,
      filter.act ?? null,
      filter.decision ?? null,
      filter.from ?? null,
      filter.to ?? null,
      filter.before ?? null,
    ],
  );
}

export interface LatestCheckpoint {
  number: number;
  at: Date;
  size: number;
  note: string;
}

/** The newest signed checkpoint, or undefined while nothing was sealed. */
export async function latestCheckpoint(work: Work): Promise<LatestCheckpoint | undefined> {
  const [row] = await work.query<LatestCheckpoint>(
    'select number::float8 as number, at, size::float8 as size, note from ledger.checkpoint order by number desc limit 1',
  );
  return row;
}
