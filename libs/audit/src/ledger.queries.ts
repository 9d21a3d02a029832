import type { Work } from '#database';
import { Invalid } from '#refusals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import type { Decision, Fact } from './rules/leaf.js';

/** An entry as it is shown. Row-level security decides which entries there are. */
export interface EntryView {
  id: string;
  /** Number in the order of arrival; gaps mean nothing (an act that was rolled back took one). */
  seq: number;
  at: Date;
  act: string;
  decision: Decision;
  actorId: string | null;
  actorRole: string;
  actorAgency: string | null;
  objectKind: string | null;
  objectId: string | null;
  /** The case, for whoever may see it; others have only its pseudonym `caseRef`. */
  caseId: string | null;
  caseRef: string | null;
  facts: Record<string, Fact>;
  hasDetail: boolean;
  requestId: string | null;
  /** Its place in the tree (from 0); null while it waits to be sealed, or for whoever is no reviewer. */
  index: number | null;
}

export interface EntryFilter {
  /** Exactly these entries. */
  ids?: readonly string[];
  caseId?: string;
  actorId?: string;
  /** A case by its name in the ledger, for whoever may read entries and no case. */
  caseRef?: string;
  /** The office whose people acted. */
  actorAgency?: string;
  /** An act (`referral.sent`) or a kind of act (`referral`). */
  act?: string;
  /** One of these acts, and none of those. */
  acts?: readonly string[];
  actsExcept?: readonly string[];
  decision?: Decision;
  /** Only attempts that came to nothing: refused by a rule, or denied. */
  failed?: boolean;
  /** From this moment on, and before that one. */
  from?: Date;
  to?: Date;
}

export interface EntryPage {
  items: EntryView[];
  next: string | null;
}

const HISTORY_MAX = 500;

/** Reads of the ledger. Whoever calls them appends an entry that says so. */
@Injectable()
export class LedgerQueries {
  constructor(private readonly vault: Vault) {}

  /** The entries of one case that the actor may read, newest first. */
  async historyOf(work: Work, caseId: string): Promise<EntryView[]> {
    return (await this.entries(work, { caseId }, { limit: HISTORY_MAX })).items;
  }

  /** A page of entries, newest first. `cursor` is the `next` of the page before; 422 when it is not. */
  async entries(
    work: Work,
    filter: EntryFilter,
    page: { cursor?: string; limit: number },
  ): Promise<EntryPage> {
    const ref = filter.caseId ? await this.vault.ledgerRef(work, filter.caseId) : null;
    if (filter.caseId && !ref) return { items: [], next: null };
    const where = conditions([
      ['e.id = any (?)', filter.ids],
      ['e.case_ref = ?', ref],
      ['e.case_ref = ?', filter.caseRef],
      ['e.actor_id = ?', filter.actorId],
      ['e.actor_agency = ?', filter.actorAgency],
      [`(e.act = ? or starts_with(e.act, ? || '.'))`, filter.act],
      ['e.act = any (?)', filter.acts],
      ['e.act <> all (?)', filter.actsExcept],
      ['e.decision = ?', filter.decision],
      [`(e.decision <> 'allowed') = ?`, filter.failed],
      ['e.at >= ?', filter.from],
      ['e.at < ?', filter.to],
      ['e.seq < ?', page.cursor === undefined ? null : seqOf(page.cursor)],
    ]);
    const rows = await work.query<EntryRow>(
      `select e.seq::text, e.id, e.at, e.act, e.decision, e.actor_id, e.actor_role, e.actor_agency, e.object_kind,
              e.object_id, e.case_ref, e.facts, e.commitment is not null as has_detail, e.request_id,
              k.case_id, l.index::text
         from ledger.entry e
         left join simpul.case_key k on k.ledger_ref = e.case_ref
         left join ledger.leaf l on l.entry_id = e.id
        ${where.sql} order by e.seq desc limit ${page.limit + 1}`,
      where.values,
    );
    const shown = rows.slice(0, page.limit);
    const last = rows.length > page.limit ? shown.at(-1) : undefined;
    return { items: shown.map(toView), next: last ? cursorOf(last.seq) : null };
  }
}

interface EntryRow {
  seq: string;
  id: string;
  at: Date;
  act: string;
  decision: Decision;
  actor_id: string | null;
  actor_role: string;
  actor_agency: string | null;
  object_kind: string | null;
  object_id: string | null;
  case_ref: string | null;
  facts: Record<string, Fact>;
  has_detail: boolean;
  request_id: string | null;
  case_id: string | null;
  index: string | null;
}

function toView(row: EntryRow): EntryView {
  // The ledger names a case by its pseudonym; whoever may see the case gets the id that links to it.
  const isCase = row.object_kind === 'case' && row.object_id === row.case_ref;
  return {
    id: row.id,
    seq: Number(row.seq),
    at: row.at,
    act: row.act,
    decision: row.decision,
    actorId: row.actor_id,
    actorRole: row.actor_role,
    actorAgency: row.actor_agency,
    objectKind: row.object_kind,
    objectId: isCase ? (row.case_id ?? row.object_id) : row.object_id,
    caseId: row.case_id,
    caseRef: row.case_ref,
    facts: row.facts,
    hasDetail: row.has_detail,
    requestId: row.request_id,
    index: row.index === null ? null : Number(row.index),
  };
}

/** `where` over the conditions that have a value; `?` in a condition stands for its value. */
function conditions(parts: [sql: string, value: unknown][]): { sql: string; values: unknown[] } {
  const given = parts.filter(([, value]) => value !== undefined && value !== null);
  const sql = given.map(([text], position) => text.replaceAll('?', `$${position + 1}`)).join(' and ');
  return { sql: sql && `where ${sql}`, values: given.map(([, value]) => value) };
}

function cursorOf(seq: string): string {
  return Buffer.from(`e${seq}`).toString('base64url');
}

function seqOf(cursor: string): string {
  const match = /^e(\d{1,18})$/.exec(Buffer.from(cursor, 'base64url').toString('latin1'));
  if (!match) throw new Invalid([{ pointer: '/cursor', code: 'cursor' }]);
  return match[1]!;
}
