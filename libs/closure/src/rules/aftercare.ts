/** How somebody is after the end of their case. NOT_REACHED is a try and no answer: the check is still owed. */
export const AFTERCARE_OUTCOMES = ['SAFE', 'NEEDS_HELP', 'NOT_REACHED', 'DECLINED'] as const;
export type AftercareOutcome = (typeof AFTERCARE_OUTCOMES)[number];

/** The event that an outcome is to the register of deadlines; null: nothing has been answered. */
export function eventOf(outcome: AftercareOutcome): 'aftercare.checked' | 'aftercare.declined' | null {
  if (outcome === 'NOT_REACHED') return null;
  return outcome === 'DECLINED' ? 'aftercare.declined' : 'aftercare.checked';
}

/** Whoever needs help again needs a case that is open. */
export function suggestsReopening(outcome: AftercareOutcome): boolean {
  return outcome === 'NEEDS_HELP';
}
