export const SIDES = ['office', 'integrity'] as const;
export type Side = (typeof SIDES)[number];

/** People whose work a supervisor answers for. Everybody else is looked at by those who watch over the offices. */
const SUPERVISED = ['intake_counselor', 'case_worker', 'psychologist', 'agency_officer'];

/** Who reviews what somebody did: the supervisor of their office, or, above and beside supervisors, the integrity officer. */
export function sideOf(actorRole: string, officeHasSupervisor: boolean): Side {
  return officeHasSupervisor && SUPERVISED.includes(actorRole) ? 'office' : 'integrity';
}

export const OUTCOMES = ['IN_ORDER', 'ASK', 'CONCERN'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What may be said of an item now: it is asked about once, and ended once. */
export function outcomesFor(status: string): readonly Outcome[] {
  if (status === 'done') return [];
  return status === 'open' ? OUTCOMES : ['IN_ORDER', 'CONCERN'];
}

/** In order needs no words; a question and a concern do. */
export const needsNote = (outcome: Outcome): boolean => outcome !== 'IN_ORDER';
