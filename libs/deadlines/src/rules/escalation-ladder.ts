import type { Clock, DeadlineRule, RuleKind } from './deadline-rule.js';

/** The rungs in climbing order. `reminder` comes before the due time, `due` at it, the rest after it. */
export const RUNGS = [
  'reminder',
  'due',
  'overdue',
  'headOfOwingAgency',
  'supervisor',
  'headOfLeadOffice',
  'pauseReview',
] as const;
export type Rung = (typeof RUNGS)[number];

/** Whom a rung tells: codes the register uses in `escalate_to`, and two parties every deadline has. */
export const OWING_PARTY = 'PIHAK_BERKEWAJIBAN';
export const CASE_OWNER = 'PENANGGUNG_JAWAB_KASUS';
export const SUPERVISOR = 'KEPALA_UPTD_PPA';
export const LEAD_OFFICE_HEAD = 'KEPALA_DPPKBPPPA';
export const NEXT_ON_DUTY = 'PETUGAS_PIKET_BERIKUT';

/**
 * How far the ladder goes after the due time. Only a duty or a promised standard climbs to the top; where nobody
 * failed (a permitted act not used, a period run out, a window closed) the supervisor hears of it, because the
 * person's companion must now arrange what comes next.
 */
const RUNGS_AFTER_DUE: Readonly<Record<RuleKind, readonly Rung[]>> = {
  DUTY: ['overdue', 'headOfOwingAgency', 'supervisor', 'headOfLeadOffice'],
  SERVICE_STANDARD: ['overdue', 'headOfOwingAgency', 'supervisor', 'headOfLeadOffice'],
  PERMITTED_ACT: ['supervisor'],
  MAX_DURATION: ['supervisor'],
  RIGHT_WINDOW: ['overdue', 'supervisor'],
  CLINICAL_WINDOW: ['supervisor'],
};

/**
 * When each rung comes after the due time, in gaps. A running clock counts gaps of minutes (a promise of up to
 * two hours) or an hour; calendar and working clocks count days and ring in the morning. A proposal, as every
 * reminder time is: no source gives an escalation time.
 */
export const GAP_MINUTES = { short: 15, long: 60 } as const;
export const SHORT_PROMISE_MINUTES_MAX = 120;
const GAPS_RUNNING = { overdue: 1, head: 2, secondHead: 3, supervisor: 4, leadOffice: 8 } as const;
const GAPS_DAYS = { overdue: 1, head: 2, secondHead: 3, supervisor: 3, leadOffice: 5 } as const;

/** After the top rung a deadline that is still open calls again: daily, weekly once somebody has answered the call. */
export const REPEAT_EVERY_DAYS = { unanswered: 1, answered: 7 } as const;

/** A pause set by hand is looked at after this many days, and again, so that it cannot become a silence. */
export const PAUSE_REVIEW_EVERY_DAYS = 3;

export interface LadderRung {
  readonly rung: Rung;
  /** Gaps after the due time: minutes-gaps on a running clock, days on the others. */
  readonly gaps: number;
  readonly tells: readonly string[];
}

/**
 * The rungs after the due time of a rule, from its `escalate_to` ("A>B": A first, then B; "A|B": each for its own
 * agency). The head of UPTD PPA is the supervisor; a rule that UPTD PPA owes has no separate head rung, since it
 * would tell the same person twice.
 */
export function ladderOf(rule: Pick<DeadlineRule, 'escalateTo' | 'kind' | 'limit'>): readonly LadderRung[] {
  const gaps = rule.limit === null || rule.limit.clock === 'RUNNING' ? GAPS_RUNNING : GAPS_DAYS;
  const chain = rule.escalateTo
    .split('>')
    .map((link) => link.split('|').filter((code) => code !== ''))
    .filter((link) => link.length > 0);
  const nextOnDuty = chain.some((link) => link.includes(NEXT_ON_DUTY)) ? [NEXT_ON_DUTY] : [];
  const heads = chain.filter(
    (link) => ![SUPERVISOR, LEAD_OFFICE_HEAD, NEXT_ON_DUTY].some((code) => link.includes(code)),
  );
  const rungs: LadderRung[] = [
    { rung: 'overdue', gaps: gaps.overdue, tells: [OWING_PARTY, CASE_OWNER, ...nextOnDuty] },
    ...heads.slice(0, 2).map((tells, index): LadderRung => ({
      rung: 'headOfOwingAgency',
      gaps: index === 0 ? gaps.head : gaps.secondHead,
      tells,
    })),
    { rung: 'supervisor', gaps: heads.length === 0 ? gaps.head : gaps.supervisor, tells: [SUPERVISOR] },
    { rung: 'headOfLeadOffice', gaps: gaps.leadOffice, tells: [LEAD_OFFICE_HEAD] },
  ];
  return rungs.filter(({ rung }) => RUNGS_AFTER_DUE[rule.kind].includes(rung));
}

/** Whether the ladder goes on calling after its top rung. */
export function keepsCalling(kind: RuleKind): boolean {
  return RUNGS_AFTER_DUE[kind].includes('headOfLeadOffice');
}

/** Minutes of one gap on a running clock. */
export function gapMinutes(limit: { amount: number; unit: string; clock: Clock } | null): number {
  if (limit === null) return GAP_MINUTES.long;
  const minutes = limit.unit === 'HOUR' ? limit.amount * 60 : limit.amount;
  return minutes <= SHORT_PROMISE_MINUTES_MAX ? GAP_MINUTES.short : GAP_MINUTES.long;
}
