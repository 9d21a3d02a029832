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
}

export type BasisState = 'given' | 'refused' | 'withdrawn' | 'expired' | 'stands';

/** `stands`: a basis other than consent, in force. The end of the last instant belongs to the past. */
export function stateOf(basis: RecordedBasis, now: Date): BasisState {
  if (basis.withdrawnAt !== null) return 'withdrawn';
  if (basis.answer === 'REFUSED') return 'refused';
  if (basis.expiresAt !== null && basis.expiresAt.getTime() <= now.getTime()) return 'expired';
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
      readonly code: 'consent.missing' | 'consent.refused' | 'consent.withdrawn' | 'consent.expired';
    };

/**
 * The basis that covers the need, or why none does. Another basis than consent covers whatever the client answered.
 * Among consents the latest answer for this receiver, class and purpose counts: a later no ends an earlier yes.
 * The receiver's own referral (OWN_REFERRAL: what is asked of it) is covered by any live basis for that receiver.
 */
export function coverFor(bases: readonly RecordedBasis[], need: Need, now: Date): Cover {
  const relevant = bases.filter((basis) => reaches(basis, need)).sort(latestFirst);
  const other = relevant.find((basis) => basis.basis !== 'PERSETUJUAN' && isLive(basis, now));
  if (other) return { covered: true, basis: other };
  const latest = relevant.find((basis) => basis.basis === 'PERSETUJUAN');
  if (latest && isLive(latest, now)) return { covered: true, basis: latest };
  const ended = latest ?? relevant[0];
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

function endedCode(
  state: BasisState,
): 'consent.refused' | 'consent.withdrawn' | 'consent.expired' | 'consent.missing' {
  if (state === 'refused' || state === 'withdrawn' || state === 'expired') return `consent.${state}`;
  return 'consent.missing';
}
