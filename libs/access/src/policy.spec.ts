import { describe, expect, it } from '@jest/globals';
import { ROLES } from './actor.js';
import { may, PERMISSIONS, permissionsOf, POLICY } from './policy.js';

const ACTS = PERMISSIONS;
const TOUCHES_A_CASE = ACTS.filter((act) =>
  /^(case|report|screening|consent|referral|receivers|inbox)\./.test(act),
);

describe('the reviewed policy', () => {
  const WITHOUT_CASES = [
    'administrator',
    'planner',
    'legal_officer',
    'auditor',
    'dinas_head',
    'integrity_officer',
    'data_officer',
    'machine_client',
  ] as const;

  it('shows no case, report or referral to the offices that look on, nor to a program', () => {
    for (const role of WITHOUT_CASES)
      for (const act of TOUCHES_A_CASE) expect([role, act, may(role, act)]).toEqual([role, act, false]);
  });

  it('lets partner officers answer referrals and never open, list or reveal a case', () => {
    for (const act of ACTS.filter((name) => /^(case|report|screening|consent)\./.test(name)))
      for (const role of ['agency_officer', 'agency_head'] as const) expect(may(role, act)).toBe(false);
    expect(may('agency_officer', 'referral.accept')).toBe(true);
    expect(may('agency_officer', 'referral.send')).toBe(false);
  });

  it('denies an act that no table knows', () => {
    for (const role of ROLES) expect(may(role, 'case.delete')).toBe(false);
  });

  it('lets nobody decide alone what takes two', () => {
    for (const act of ['screening.approve', 'deadline.approveWaiver', 'rule.approve'])
      expect(POLICY.routes.some((line) => line.act === act && line.conditions.includes('two'))).toBe(true);
  });

  it('gives no line on a thing of a case without a relation, and none without the seal', () => {
    const things = new Set([
      'case',
      'cases',
      'report',
      'person',
      'screening',
      'consent',
      'closing',
      'referral',
      'deadline',
    ]);
    for (const line of POLICY.routes.filter(({ object }) => things.has(object))) {
      expect([line.route, line.relations.length > 0]).toEqual([line.route, true]);
      expect([line.route, line.conditions.includes('sealed')]).toEqual([line.route, true]);
    }
  });

  it('lists for a role exactly what it may', () => {
    for (const role of ROLES)
      expect(new Set(permissionsOf(role))).toEqual(new Set(ACTS.filter((act) => may(role, act))));
  });
});
