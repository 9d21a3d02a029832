import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { inConflict } from './conflict-of-interest.js';
import { stableId } from './stable-id.js';
import { whoIsOnDuty } from './who-is-on-duty.js';

const agency = fc.record({
  id: fc.constantFrom('a', 'b', 'c'),
  conflictGroup: fc.constantFrom('PEMKOT', 'POLRI', null),
});

describe('conflict of interest', () => {
  it('blocks the agency itself and everybody of its employer, both ways', () => {
    fc.assert(
      fc.property(agency, agency, (one, other) => {
        expect(inConflict(one, other)).toBe(inConflict(other, one));
        expect(inConflict(one, one)).toBe(true);
        if (one.id !== other.id && one.conflictGroup === null) expect(inConflict(one, other)).toBe(false);
      }),
    );
    expect(inConflict({ id: 'a', conflictGroup: 'POLRI' }, { id: 'b', conflictGroup: 'POLRI' })).toBe(true);
    expect(inConflict({ id: 'a', conflictGroup: 'POLRI' }, { id: 'b', conflictGroup: 'PEMKOT' })).toBe(false);
  });
});

describe('stable ids', () => {
  it('are UUIDs of version 5, the same for the same code and different by kind', () => {
    expect(stableId('agency', 'rsud-igd')).toBe(stableId('agency', 'rsud-igd'));
    expect(stableId('agency', 'x')).not.toBe(stableId('service', 'x'));
    expect(stableId('agency', 'puspaga')).toMatch(
      /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
    );
  });
});

describe('duty', () => {
  it.each([
    ['24/7', true, 'DESK'],
    ['24/7', false, 'DESK'],
    ['OFFICE', true, 'DESK'],
    ['OFFICE', false, 'NOBODY'],
    ['OFFICE_ONCALL', true, 'DESK'],
    ['OFFICE_ONCALL', false, 'ON_CALL'],
  ] as const)('%s with the office open %p: %s', (hours, open, by) => {
    expect(whoIsOnDuty(hours, open)).toEqual({ by, reachableNow: by !== 'NOBODY' });
  });
});
