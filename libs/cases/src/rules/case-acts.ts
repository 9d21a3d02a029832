import type { Mandate } from './tracks.js';

export type CaseState = 'OPEN' | 'CLOSED';

/**
 * What may be done with a case, by its state and mandate. The keys are the names of the permissions; a person gets
 * an act offered when this table and their role both allow it. Reading stays possible after closing.
 */
export const CASE_ACTS = {
  'case.edit': { states: ['OPEN'], mandates: ['VIOLENCE', 'FAMILY'] },
  'case.addPerson': { states: ['OPEN'], mandates: ['VIOLENCE', 'FAMILY'] },
  // After closing, notes hold the after-care checks.
  'case.note': { states: ['OPEN', 'CLOSED'], mandates: ['VIOLENCE', 'FAMILY'] },
  // Milestones start legal clocks; a family without violence has none (vignette: "tidak satu pun jam hukum").
  'case.milestone': { states: ['OPEN', 'CLOSED'], mandates: ['VIOLENCE'] },
  'case.reveal': { states: ['OPEN', 'CLOSED'], mandates: ['VIOLENCE', 'FAMILY'] },
  'case.history': { states: ['OPEN', 'CLOSED'], mandates: ['VIOLENCE', 'FAMILY'] },
  'screening.record': { states: ['OPEN'], mandates: ['VIOLENCE', 'FAMILY'] },
  'consent.record': { states: ['OPEN'], mandates: ['VIOLENCE', 'FAMILY'] },
  'receivers.suggest': { states: ['OPEN'], mandates: ['VIOLENCE', 'FAMILY'] },
  'case.close': { states: ['OPEN'], mandates: ['VIOLENCE', 'FAMILY'] },
  'case.reopen': { states: ['CLOSED'], mandates: ['VIOLENCE', 'FAMILY'] },
  // A family without violence is owed no after-care: no clock of it starts there.
  'case.aftercare': { states: ['CLOSED'], mandates: ['VIOLENCE'] },
  'referral.draft': { states: ['OPEN'], mandates: ['VIOLENCE', 'FAMILY'] },
} as const satisfies Record<string, { states: readonly CaseState[]; mandates: readonly Mandate[] }>;

export type CaseAct = keyof typeof CASE_ACTS;

export interface CaseCondition {
  state: CaseState;
  mandate: Mandate;
}

/** Whether the state and mandate of a case allow an act. */
export function caseAllows(act: CaseAct, condition: CaseCondition): boolean {
  const row = CASE_ACTS[act];
  return (
    (row.states as readonly CaseState[]).includes(condition.state) &&
    (row.mandates as readonly Mandate[]).includes(condition.mandate)
  );
}

/** The acts to offer; `roleAllows` is the permission table of `access`. */
export function availableCaseActs(
  condition: CaseCondition,
  roleAllows: (act: CaseAct) => boolean,
): CaseAct[] {
  return (Object.keys(CASE_ACTS) as CaseAct[]).filter((act) => caseAllows(act, condition) && roleAllows(act));
}
