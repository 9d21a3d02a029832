import { saidNoSince } from './against-a-no.js';

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

/** What a packet needs cover for. */
export interface Need {
  readonly receiverKind: string;
  readonly receiverAgencyId: string;
  readonly serviceCode: string;
  readonly scope: Scope;
}

export type Cover =
  | { readonly covered: true; readonly basis: RecordedBasis }
  | {
      readonly covered: false;
      readonly code: MissingCode;
    };

type MissingCode =
  | 'consent.missing'
  | 'consent.refused'
  | 'consent.withdrawn'
  | 'consent.void'
  | 'consent.expired'
  | 'consent.waiting'
  | 'consent.declined';

/**
 * The basis that covers the need, or why none does. Another basis than consent covers without the client's answer; what
 * she said no to after it was decided, it covers only once two people have looked at it again (rules/against-a-no.ts).
 * Among consents the latest answer for this receiver, class and purpose counts: a later no ends an earlier yes.
 * The receiver's own referral (OWN_REFERRAL: what is asked of it) is covered by any live basis for that receiver.
 */
export function coverFor(bases: readonly RecordedBasis[], need: Need, now: Date): Cover {
  const relevant = bases.filter((basis) => reaches(basis, need)).sort(latestFirst);
  const others = relevant.filter((basis) => basis.basis !== 'PERSETUJUAN');
  const other = others.find((basis) => isLive(basis, now) && !saidNoSince(bases, basis, now));
  if (other) return { covered: true, basis: other };
  const latest = relevant.find((basis) => basis.basis === 'PERSETUJUAN');
  if (latest && isLive(latest, now)) return { covered: true, basis: latest };
  const ended = others.find((basis) => stateOf(basis, now) === 'waiting') ?? latest ?? relevant[0];
  return { covered: false, code: ended ? endedCode(stateOf(ended, now)) : 'consent.missing' };
}

/** Cover for every class of a packet. `bases` holds the ids that the packet then rests on, each once. */
export function covers(
  bases: readonly RecordedBasis[],
  need: Omit<Need, 'scope'>,
  scopes: readonly Scope[],
  now: Date,
): { covered: { scope: Scope; basis: RecordedBasis }[]; missing: { scope: Scope; code: string }[] } {
  const covered: { scope: Scope; basis: RecordedBasis }[] = [];
  const missing: { scope: Scope; code: string }[] = [];
  for (const scope of scopes) {
    const cover = coverFor(bases, { ...need, scope }, now);
    if (cover.covered) covered.push({ scope, basis: cover.basis });
    else missing.push({ scope, code: cover.code });
  }
  return { covered, missing };
}

function reaches(basis: RecordedBasis, need: Need): boolean {
  if (basis.receiverKind !== need.receiverKind) return false;
  if (basis.receiverAgencyId !== null && basis.receiverAgencyId !== need.receiverAgencyId) return false;
  if (basis.purpose !== null && basis.purpose !== need.serviceCode) return false;
  return need.scope === 'OWN_REFERRAL' || basis.scopes.includes(need.scope);
}

function latestFirst(a: RecordedBasis, b: RecordedBasis): number {
  return b.recordedAt.getTime() - a.recordedAt.getTime();
}

function endedCode(state: BasisState): MissingCode {
  return state === 'given' || state === 'stands' ? 'consent.missing' : `consent.${state}`;
}
