import type { EntryView } from '#audit';
import type { Work } from '#database';

export const CHECKPOINT_PRINTED = 'audit.checkpointPrinted';

/** An entry with the names that its reader may know. */
export interface TrailEntry extends EntryView {
  actorName: string | null;
  agencyName: string | null;
  caseNumber: string | null;
  /** Whose account the entry is about, if it is about one. */
  accountName: string | null;
}

/** Puts names and case numbers beside the ids; row-level security leaves out what the reader may not know. */
export async function named(work: Work, entries: EntryView[]): Promise<TrailEntry[]> {
  const people = await work.query<{ id: string; name: string; agency: string }>(
    'select id, display_name as name, agency_name as agency from simpul.account where id = any($1)',
    [[...idsOf(entries, 'actorId'), ...accountsIn(entries)]],
  );
  const cases = await work.query<{ id: string; number: string }>(
    'select id, number from simpul.case_file where id = any($1)',
    [idsOf(entries, 'caseId')],
  );
  const person = new Map(people.map((row) => [row.id, row]));
  const number = new Map(cases.map((row) => [row.id, row.number]));
  return entries.map((entry) => ({
    ...entry,
    actorName: person.get(entry.actorId ?? '')?.name ?? null,
    agencyName: person.get(entry.actorId ?? '')?.agency ?? null,
    caseNumber: number.get(entry.caseId ?? '') ?? null,
    accountName: (entry.objectKind === 'account' && person.get(entry.objectId ?? '')?.name) || null,
  }));
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
    `select c.number::float8 as number, c.at, c.size::float8 as size, c.note
       from ledger.checkpoint c order by c.number desc limit 1`,
  );
  return row;
}

/** When the daily seal was last printed, and by whom, as far as the reader may know. */
export interface LastPrint {
  at: Date;
  byName: string | null;
}

export async function lastPrint(work: Work): Promise<LastPrint | undefined> {
  const [row] = await work.query<LastPrint>(
    `select e.at, (select display_name from simpul.account a where a.id = e.actor_id) as "byName"
       from ledger.entry e where e.act = $1 and e.decision = 'allowed' order by e.seq desc limit 1`,
    [CHECKPOINT_PRINTED],
  );
  return row;
}

function idsOf(entries: EntryView[], field: 'actorId' | 'caseId'): string[] {
  return [...new Set(entries.map((entry) => entry[field]).filter((id) => id !== null))];
}

function accountsIn(entries: EntryView[]): string[] {
  return entries.filter((entry) => entry.objectKind === 'account').map((entry) => entry.objectId!);
}
