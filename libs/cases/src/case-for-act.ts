import type { Work } from '#database';
import { Refused } from '#refusals';
import { readCaseFacts, type CaseFacts } from './case-facts.js';
import { caseAllows, type CaseAct } from './rules/case-acts.js';

/**
 * The case for an act, its row locked for this transaction. NotFound when out of scope; `case.notOpen` when it is
 * closed; `case.familyMatter` when the act is for cases of violence only.
 */
export async function caseForAct(work: Work, caseId: string, act: CaseAct): Promise<CaseFacts> {
  const facts = await readCaseFacts(work, caseId, { lock: true });
  if (caseAllows(act, facts)) return facts;
  throw new Refused(facts.state === 'CLOSED' ? 'case.notOpen' : 'case.familyMatter', {
    current: { state: facts.state, mandate: facts.mandate },
  });
}
