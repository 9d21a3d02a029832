import { describe, expect, it } from '@jest/globals';
import { availableSealDecisions, sealReasonFits, type SealSight } from './sealing.js';

const sight = (proposer: [string, string], viewer: [string, string]): SealSight => ({
  status: 'PROPOSED',
  proposedByPerson: proposer[0],
  proposedByRole: proposer[1],
  viewer: { personId: viewer[0], role: viewer[1], mayDecide: true },
});

describe('who decides about a seal', () => {
  it('is another human being, and one of the two guards', () => {
    expect(availableSealDecisions(sight(['a', 'supervisor'], ['b', 'integrity_officer']))).toEqual([
      'approve',
      'reject',
    ]);
    expect(availableSealDecisions(sight(['a', 'integrity_officer'], ['b', 'case_worker']))).toEqual([
      'approve',
      'reject',
    ]);
    expect(availableSealDecisions(sight(['a', 'case_worker'], ['b', 'supervisor']))).toEqual([]);
    // Nobody decides what their own supervisor proposed: that is a guard's.
    for (const role of ['case_worker', 'intake_counselor'])
      expect(availableSealDecisions(sight(['a', 'supervisor'], ['b', role]))).toEqual([]);
    expect(availableSealDecisions(sight(['a', 'case_worker'], ['a', 'integrity_officer']))).toEqual([
      'withdraw',
    ]);
  });

  it('is nobody whose role decides nothing', () => {
    const decides = sight(['a', 'supervisor'], ['b', 'integrity_officer']);
    expect(availableSealDecisions({ ...decides, viewer: { ...decides.viewer, mayDecide: false } })).toEqual(
      [],
    );
  });

  it('decides once', () => {
    expect(
      availableSealDecisions({
        ...sight(['a', 'supervisor'], ['b', 'integrity_officer']),
        status: 'APPROVED',
      }),
    ).toEqual([]);
  });

  it('seals for one of the reasons of a seal', () => {
    expect(sealReasonFits('SEAL', 'REPORTED_IS_STAFF')).toBe(true);
    expect(sealReasonFits('SEAL', 'REASON_ENDED')).toBe(false);
    expect(sealReasonFits('UNSEAL', 'REASON_ENDED')).toBe(true);
  });
});
