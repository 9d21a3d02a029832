import type { Breach, Invariant } from './invariant.js';
import { INVARIANTS } from './table.js';

/** What one invariant came to. */
export interface Finding {
  readonly name: string;
  readonly promise: string;
  readonly count: number;
  /** The first of them. */
  readonly breaches: readonly Breach[];
}

/** The sums that must come out even. */
export interface Figures {
  readonly reports: number;
  readonly undecided: number;
  readonly opened: number;
  readonly closed: number;
  readonly joined: number;
  readonly outside: number;
  readonly sent: number;
  readonly answered: number;
  readonly pending: number;
  readonly escalated: number;
  readonly cancelled: number;
}

export interface Verdict {
  readonly findings: readonly Finding[];
  readonly figures: Figures;
}

type Query = <T>(sql: string) => Promise<T[]>;

const SHOWN_MAX = 20;

/** Asks every invariant, or those given. `query` reads as the worker's role, in a transaction that may write nothing. */
export async function checkInvariants(
  query: Query,
  invariants: readonly Invariant[] = INVARIANTS,
): Promise<Verdict> {
  const findings: Finding[] = [];
  for (const { name, promise, sql } of invariants) {
    const rows = await query<Breach & { total: string }>(
      // One of each kind before the second of any: many late messages must not hide the one late delivery.
      `select b.*, count(*) over () as total from (${sql}) b (kind, id, code)
        order by row_number() over (partition by kind, code order by id), code, kind limit ${SHOWN_MAX}`,
    );
    findings.push({
      name,
      promise,
      count: Number(rows[0]?.total ?? 0),
      breaches: rows.map(({ kind, id, code }) => ({ kind, id, code })),
    });
  }
  const [figures] = await query<Figures>(FIGURES);
  return { findings, figures: figures! };
}

export function brokenOf({ findings }: Verdict): readonly Finding[] {
  return findings.filter(({ count }) => count > 0);
}

/** reports = undecided + opened + closed + joined + outside; sent = answered + pending + escalated + cancelled. */
const FIGURES = `
  select i.*, s.* from
    (select count(*)::int as reports,
            count(*) filter (where r.status = 'RECEIVED')::int as undecided,
            count(*) filter (where r.status = 'OPENED' and f.closed_at is null)::int as opened,
            count(*) filter (where r.status = 'OPENED' and f.closed_at is not null)::int as closed,
            count(*) filter (where r.status = 'JOINED')::int as joined,
            count(*) filter (where r.status = 'OUTSIDE_MANDATE')::int as outside
       from simpul.report r left join simpul.case_file f on f.id = r.case_id) i,
    (select count(*)::int as sent,
            count(*) filter (where status not in ('requested', 'received', 'on-hold', 'cancelled'))::int as answered,
            count(*) filter (where status in ('requested', 'received', 'on-hold') and not late)::int as pending,
            count(*) filter (where status in ('requested', 'received', 'on-hold') and late)::int as escalated,
            count(*) filter (where status = 'cancelled')::int as cancelled
       from (select r.status, exists (select 1 from simpul.deadline d
                                       where d.referral_id = r.id and d.status = 'missed') as late
               from simpul.referral r where r.sent_at is not null) r) s`;
