import { expect, it } from '@jest/globals';
import { factorDemanded } from './second-factor.js';

it('is demanded of whoever could do harm, of everybody, or of nobody', () => {
  expect(factorDemanded('case_worker', 'offered')).toBe(false);
  for (const role of ['case_worker', 'agency_officer', 'auditor', 'administrator', 'dinas_head'] as const)
    expect(factorDemanded(role, 'cases')).toBe(true);
  for (const role of ['planner', 'legal_officer', 'data_officer'] as const)
    expect(factorDemanded(role, 'cases')).toBe(false);
  expect(factorDemanded('planner', 'everyone')).toBe(true);
});
