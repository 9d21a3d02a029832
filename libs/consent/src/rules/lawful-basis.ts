/**
 * A lawful basis says: these classes of data may go to this kind of receiver (or this one agency) for this purpose
 * (a service; null = any). Consent is given, refused, withdrawn or expired; legal duty, vital interest and public
 * task are other bases that stand beside it and do not ask for it. Pure; time is an argument.
 */
export const BASES = ['PERSETUJUAN', 'KEWAJIBAN_HUKUM', 'KEPENTINGAN_VITAL', 'TUGAS_PUBLIK'] as const;
export type Basis = (typeof BASES)[number];

/** The classes of LINGKUP_DATA that can be shared with a receiver at all. */
export const SHAREABLE_SCOPES = [
  'IDENTITY',
  'CHRONOLOGY',
  'HEALTH_PSYCH',
  'RISK_SAFETY',
  'OWN_REFERRAL',
  'LEGAL_STEPS',
] as const;
export type Scope = (typeof SHAREABLE_SCOPES)[number];

export interface RecordedBasis {
  readonly id: string;
  readonly basis: Basis;
  /** Only for PERSETUJUAN. */
  readonly answer: 'GIVEN' | 'REFUSED' | null;
  readonly receiverKind: string;
  readonly receiverAgencyId: string | null;
  readonly scopes: readonly string[];
  /** LAYANAN code; null = any service of that receiver. */
  readonly purpose: string | null;
  readonly recordedAt: Date;
  readonly expiresAt: Date | null;
  readonly withdrawnAt: Date | null;
  /** Why a yes never counted; null for one that was withdrawn, or stands. */
  readonly voidReason: VoidReason | null;
  /** Recorded against the client's own no: opens nothing until somebody else has countersigned it. */
  readonly againstRefusal: boolean;
  readonly decision: BasisDecision | null;
  readonly decidedAt: Date | null;
}

export type BasisDecision = 'COUNTERSIGNED' | 'DECLINED';
export type VoidReason = 'GUARDIAN_REPORTED';

export const STATES = [
  'given',
  'refused',
  'withdrawn',
  'void',
  'expired',
  'waiting',
  'declined',
  'stands',
] as const;
export type BasisState = (typeof STATES)[number];

/**
 * `stands`: a basis other than consent, in force. `waiting`, `declined`: it goes against the client's no, and a second
 * person has not yet decided, or said no as well. `void`: the guardian who said yes is a reported person. The end of the
 * last instant belongs to the past.
 */
export function stateOf(basis: RecordedBasis, now: Date): BasisState {
  if (basis.voidReason !== null) return 'void';
  if (basis.withdrawnAt !== null) return 'withdrawn';
  if (basis.answer === 'REFUSED') return 'refused';
  if (basis.decision === 'DECLINED') return 'declined';
  if (basis.expiresAt !== null && basis.expiresAt.getTime() <= now.getTime()) return 'expired';
  if (basis.againstRefusal && basis.decision === null) return 'waiting';
  return basis.basis === 'PERSETUJUAN' ? 'given' : 'stands';
}

export function isLive(basis: RecordedBasis, now: Date): boolean {
  const state = stateOf(basis, now);
  return state === 'given' || state === 'stands';
}
