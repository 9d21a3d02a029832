import { describe, expect, it } from '@jest/globals';
import { whyNoApproval, type ProposalSight } from './approval.js';

const proposal: ProposalSight = {
  status: 'PENDING_APPROVAL',
  proposerPersonId: 'dewi',
  viewer: { personId: 'herlina', mayApprove: true },
};

describe('approving a lower level', () => {
  it('is for another human being, whatever account they use', () => {
    expect(whyNoApproval(proposal)).toBeNull();
    expect(whyNoApproval({ ...proposal, viewer: { personId: 'dewi', mayApprove: true } })).toBe(
      'fourEyes.samePerson',
    );
    expect(whyNoApproval({ ...proposal, viewer: { personId: 'herlina', mayApprove: false } })).toBe(
      'forbidden',
    );
  });

  it.each([
    ['RECORDED', 'screening.nothingToApprove'],
    ['APPROVED', 'screening.alreadyApproved'],
    ['OVERTAKEN', 'screening.overtaken'],
  ] as const)('is too late for one that is %s, for everybody', (status, code) => {
    expect(whyNoApproval({ ...proposal, status })).toBe(code);
    expect(whyNoApproval({ ...proposal, status, viewer: { personId: 'dewi', mayApprove: true } })).toBe(code);
  });
});
