/** A lowering waits for a second person; a newer screening overtakes it. Everything else holds at once. */
export type ScreeningStatus = 'RECORDED' | 'PENDING_APPROVAL' | 'APPROVED' | 'OVERTAKEN';

/** A screening as the question of its approval needs it. */
export interface ProposalSight {
  status: ScreeningStatus;
  proposerPersonId: string;
  viewer: { personId: string; mayApprove: boolean };
}

const WHY_NOT = {
  RECORDED: 'screening.nothingToApprove',
  APPROVED: 'screening.alreadyApproved',
  OVERTAKEN: 'screening.overtaken',
} as const satisfies Record<Exclude<ScreeningStatus, 'PENDING_APPROVAL'>, string>;

/** Why this viewer can't approve the lowering, as a refusal code; null when they can. Counted by human being. */
export function whyNoApproval({ status, proposerPersonId, viewer }: ProposalSight): string | null {
  if (status !== 'PENDING_APPROVAL') return WHY_NOT[status];
  if (proposerPersonId === viewer.personId) return 'fourEyes.samePerson';
  return viewer.mayApprove ? null : 'forbidden';
}
