import { expect, it } from '@jest/globals';
import { roleFitsAgency } from './role-fits-agency.js';

const helps = (kind: string) => ({ kind, overseeing: false });
const oversees = (kind: string) => ({ kind, overseeing: true });

it('keeps each role where its work is', () => {
  expect(roleFitsAgency('case_worker', helps('UPTD_PPA'))).toBe(true);
  expect(roleFitsAgency('case_worker', helps('POLRES'))).toBe(false);
  expect(roleFitsAgency('auditor', oversees('INSPEKTORAT'))).toBe(true);
  expect(roleFitsAgency('auditor', helps('UPTD_PPA'))).toBe(false);
  expect(roleFitsAgency('agency_officer', helps('POLRES'))).toBe(true);
  expect(roleFitsAgency('agency_head', oversees('BAPPEDA'))).toBe(false);
  expect(roleFitsAgency('agency_head', helps('DINAS_PPA'))).toBe(false);
  expect(roleFitsAgency('administrator', helps('UPTD_PPA'))).toBe(false);
});
