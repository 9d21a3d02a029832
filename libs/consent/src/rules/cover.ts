import { saidNoSince } from './against-a-no.js';
import { isLive, stateOf, type BasisState, type RecordedBasis, type Scope } from './lawful-basis.js';

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
