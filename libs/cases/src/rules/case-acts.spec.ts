import { describe, expect, it } from '@jest/globals';
import { availableCaseActs, CASE_ACTS, caseAllows, type CaseAct } from './case-acts.js';

const ACTS = Object.keys(CASE_ACTS) as CaseAct[];

describe('acts on a case', () => {
  it('are offered only when role, state and mandate all allow them', () => {
    for (const state of ['OPEN', 'CLOSED'] as const)
      for (const mandate of ['VIOLENCE', 'FAMILY'] as const)
        for (const act of ACTS) {
          const condition = { state, mandate };
          expect(availableCaseActs(condition, (name) => name === act)).toEqual(
            caseAllows(act, condition) ? [act] : [],
          );
        }
  });

  it('start no legal clock for a family without violence', () =>
    expect(caseAllows('case.milestone', { state: 'OPEN', mandate: 'FAMILY' })).toBe(false));

  it('send nothing out of a closed case', () => {
    for (const act of ['referral.draft', 'consent.record', 'screening.record', 'case.edit'] as const)
      expect(caseAllows(act, { state: 'CLOSED', mandate: 'VIOLENCE' })).toBe(false);
  });
});
