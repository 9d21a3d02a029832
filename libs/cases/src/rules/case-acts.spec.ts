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

  it('leave of a closed case reading, notes, after-care and the way back, and send nothing out of it', () => {
    const allowed = (mandate: 'VIOLENCE' | 'FAMILY', state: 'OPEN' | 'CLOSED') =>
      ACTS.filter((act) => caseAllows(act, { state, mandate }));
    const both = ['case.note', 'case.reveal', 'case.history', 'case.reopen'];
    expect(allowed('VIOLENCE', 'CLOSED').sort()).toEqual(
      [...both, 'case.aftercare', 'case.milestone'].sort(),
    );
    expect(allowed('FAMILY', 'CLOSED').sort()).toEqual([...both].sort());
    for (const mandate of ['VIOLENCE', 'FAMILY'] as const)
      expect(allowed(mandate, 'OPEN')).not.toEqual(
        expect.arrayContaining([expect.stringMatching(/reopen|aftercare/)]),
      );
  });
});
