import { describe, expect, it } from '@jest/globals';
import { ROLES } from '../actor.js';
import { may, PERMISSIONS, permissionsOf, type Permission } from './permissions.js';

const ACTS = Object.keys(PERMISSIONS) as Permission[];
const TOUCHES_A_CASE = ACTS.filter((act) =>
  /^(case|report|screening|consent|referral|receivers|inbox)\./.test(act),
);

describe('role x act', () => {
  it('shows no case, report or referral to the IT office, planners, legal officers and auditors', () => {
    for (const role of [
      'administrator',
      'planner',
      'legal_officer',
      'integrity_officer',
      'auditor',
      'dinas_head',
    ] as const)
      for (const act of TOUCHES_A_CASE) expect([role, act, may(role, act)]).toEqual([role, act, false]);
  });

  it('lets partner officers answer referrals and never open, list or reveal a case', () => {
    for (const act of ACTS.filter((name) => /^(case|report|screening|consent)\./.test(name)))
      for (const role of ['agency_officer', 'agency_head'] as const) expect(may(role, act)).toBe(false);
    expect(may('agency_officer', 'referral.accept')).toBe(true);
    expect(may('agency_officer', 'referral.send')).toBe(false);
  });

  it('denies an act that no table knows', () => {
    for (const role of ROLES) expect(may(role, 'case.delete' as Permission)).toBe(false);
  });

  it('lists for a role exactly what it may', () => {
    for (const role of ROLES)
      expect(new Set(permissionsOf(role))).toEqual(new Set(ACTS.filter((act) => may(role, act))));
  });
});
