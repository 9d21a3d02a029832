import type { Work } from '#database';
import { deadlinesOf, meets, type OpenedDeadline } from '#deadlines';
import type { CaseVault } from '#vault';
import { awaited, type Awaited } from './rules/awaited.js';
import { LEGAL_STEP_KINDS, legalStep, stepOfEvent, type LegalStepKind } from './rules/legal-step.js';
import { orderOf, type Came, type Deviation } from './rules/order.js';

/** Something that came, as a person reads it: a step, or an event of the register that somebody recorded alone. */
export interface TimelineStep {
  id: string;
  source: 'STEP' | 'EVENT';
  kind: LegalStepKind;
  agencyName: string | null;
  at: Date;
  knownAt: Date;
  nextAt: Date | null;
  number: string | null;
  outOfOrder: Deviation | null;
  reason: string | null;
  recordedByName: string;
  withdrawn: { at: Date; byName: string; reason: string } | null;
}

/** The course of a case outside the house: what came, oldest first, and what is waited for. */
export interface Proceedings {
  steps: TimelineStep[];
  awaited: (Awaited & { clock: OpenedDeadline | null })[];
  /** Every kind, with whether it would come in its usual order now. */
  kinds: { kind: LegalStepKind; usual: boolean }[];
}

interface Row {
  id: string;
  source: 'STEP' | 'EVENT';
  kind: string;
  agencyName: string | null;
  at: Date;
  knownAt: Date;
  nextAt: Date | null;
  number: Buffer | null;
  outOfOrder: Deviation | null;
  reason: Buffer | null;
  recordedByName: string;
  withdrawnAt: Date | null;
  withdrawnByName: string | null;
  withdrawalReason: Buffer | null;
}

// An event that a step told the register is the step; one that was recorded alone stands for itself.
const STEPS = `
  select s.id, 'STEP' as source, s.kind, g.name as "agencyName", s.at, s.known_at as "knownAt", s.next_at as "nextAt",
         s.number_sealed as number, s.out_of_order as "outOfOrder", s.reason_sealed as reason,
         a.display_name as "recordedByName", s.withdrawn_at as "withdrawnAt", w.display_name as "withdrawnByName",
         s.withdrawal_reason_sealed as "withdrawalReason"
    from simpul.legal_step s
    join simpul.account a on a.id = s.recorded_by
    left join simpul.agency g on g.id = s.agency_id
    left join simpul.account w on w.id = s.withdrawn_by
   where s.case_id = $1
  union all
  select m.id, 'EVENT', m.kind, null, m.at, m.created_at, null, null, null, null, a.display_name, null, null, null
    from simpul.milestone m join simpul.account a on a.id = m.recorded_by
   where m.case_id = $1
     and not exists (select 1 from simpul.legal_step s where s.case_id = $1 and m.id = any (s.milestone_ids))
   order by at, id`;

const rowsOf = (work: Work, caseId: string): Promise<Row[]> => work.query<Row>(STEPS, [caseId]);

/** Two events of the register may be one step (a report that the police received and gave a number): shown once. */
function known(rows: readonly Row[]): (Row & { kind: LegalStepKind })[] {
  const told = new Set<string>();
  return rows.flatMap((row) => {
    if (row.source === 'STEP') return [{ ...row, kind: row.kind as LegalStepKind }];
    const kind = stepOfEvent(row.kind);
    if (!kind || told.has(`${kind} ${row.at.getTime()}`)) return [];
    told.add(`${kind} ${row.at.getTime()}`);
    return [{ ...row, kind }];
  });
}

/** What came and was not taken back, as the order of steps needs it. */
export async function cameTo(work: Work, caseId: string): Promise<Came[]> {
  return known(await rowsOf(work, caseId)).filter((row) => !row.withdrawnAt);
}

/** The timeline of a case that the actor sees, opened. The caller writes the entry that says for what. */
export async function proceedingsOf(work: Work, caseId: string, vault: CaseVault): Promise<Proceedings> {
  const rows = known(await rowsOf(work, caseId));
  const came = rows.filter((row) => !row.withdrawnAt);
  const clocks = (await deadlinesOf(work, { caseId })).filter(
    ({ status, referralId }) => ['running', 'paused', 'missed'].includes(status) && !referralId,
  );
  const waiting = awaited(
    came,
    clocks.map(({ id, slug, triggerAt, dueAt }) => ({
      ...{ id, triggerAt, dueAt },
      metBy: (event) => meets(slug, event),
    })),
  );
  const opened = (field: string, row: Row, sealed: Buffer | null): string | null =>
    sealed && vault.unseal(`legal_step.${field}`, row.id, sealed);
  return {
    steps: rows.map((row) => ({
      ...{ id: row.id, source: row.source, kind: row.kind, agencyName: row.agencyName },
      ...{ at: row.at, knownAt: row.knownAt, nextAt: row.nextAt, outOfOrder: row.outOfOrder },
      recordedByName: row.recordedByName,
      number: opened('number', row, row.number),
      reason: opened('reason', row, row.reason),
      withdrawn: row.withdrawnAt && {
        at: row.withdrawnAt,
        byName: row.withdrawnByName!,
        reason: opened('withdrawal_reason', row, row.withdrawalReason)!,
      },
    })),
    awaited: waiting.map((one) => ({
      ...one,
      clock: clocks.find(({ id }) => id === one.clockId) ?? null,
    })),
    kinds: LEGAL_STEP_KINDS.map((kind) => ({ kind, usual: orderOf(kind, work.at, came).usual })),
  };
}

/** Whether a kind may name the day of the next one. */
export const namesNext = (kind: LegalStepKind): boolean => legalStep(kind).namesNext;
