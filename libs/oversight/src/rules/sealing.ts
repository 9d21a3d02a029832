/** Why a case is sealed or opened again: codes only, because who decides does not read the case. */
export const SEAL_REASONS = {
  SEAL: ['REPORTED_IS_STAFF', 'REPORTED_HAS_POWER', 'SOMEBODY_LOOKS', 'PUBLIC_ATTENTION', 'CLIENT_ASKED'],
  UNSEAL: ['REASON_ENDED', 'CLIENT_ASKED'],
} as const;
export type SealKind = keyof typeof SEAL_REASONS;
export const ALL_SEAL_REASONS = [...new Set(Object.values(SEAL_REASONS).flat())];

export type SealDecision = 'approve' | 'reject' | 'withdraw';

/** A proposal as the question of its decision needs it. Four eyes are counted by human being. */
export interface SealSight {
  readonly status: 'PROPOSED' | 'APPROVED' | 'REJECTED' | 'WITHDRAWN';
  readonly proposedByPerson: string;
  readonly proposedByRole: string;
  readonly viewer: { readonly personId: string; readonly role: string; readonly mayDecide: boolean };
}

const GUARD = 'integrity_officer';

/**
 * What this viewer may decide now. One of the two people is an integrity officer: a unit alone neither hides a case nor
 * shows it. The database decides again (`simpul.decide_seal`).
 */
export function availableSealDecisions({ status, viewer, ...sight }: SealSight): SealDecision[] {
  if (status !== 'PROPOSED' || !viewer.mayDecide) return [];
  if (viewer.personId === sight.proposedByPerson) return ['withdraw'];
  return viewer.role === GUARD || sight.proposedByRole === GUARD ? ['approve', 'reject'] : [];
}

/** Whether the reason belongs to what is proposed. */
export function sealReasonFits(kind: SealKind, reason: string): boolean {
  return (SEAL_REASONS[kind] as readonly string[]).includes(reason);
}
