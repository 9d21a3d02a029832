import type { Work } from '#database';
import { Refused } from '#refusals';
import { readCaseFacts, type CaseFacts } from './case-facts.js';
import { CASE_ACTS, caseAllows, type CaseAct } from './rules/case-acts.js';

/**
 * The case for an act, its row locked for this transaction. NotFound when out of scope; `case.notOpen` when it is
 * closed (or `case.stillOpen` for an act after its end); `case.familyMatter` when the act is for cases of violence only.
 */
export async function caseForAct(work: Work, caseId: string, act: CaseAct): Promise<CaseFacts> {
  const facts = await readCaseFacts(work, caseId, { lock: true });
  if (caseAllows(act, facts)) return facts;
  throw new Refused(whyNot(act, facts), {
    current: { state: facts.state, mandate: facts.mandate },
  });
}

function whyNot(act: CaseAct, { state }: CaseFacts): string {
  const states: readonly string[] = CASE_ACTS[act].states;
  if (states.includes(state)) return 'case.familyMatter';
  return state === 'CLOSED' ? 'case.notOpen' : 'case.stillOpen';
}
