import { isLive, type RecordedBasis } from './lawful-basis.js';

/** What a refusal says no to. */
export interface RefusedReach {
  readonly receiverKind: string;
  readonly receiverAgencyId?: string;
  readonly scopes: readonly string[];
  readonly purpose?: string;
}

/**
 * The living consents that a later no ends: those for the same receiver, purpose and at least one class of data. An
 * unnamed agency or purpose in either of them means "any", so they meet. Other bases than consent stay.
 */
export function endedByRefusal(
  bases: readonly RecordedBasis[],
  refused: RefusedReach,
  now: Date,
): RecordedBasis[] {
  return bases.filter(
    (basis) =>
      basis.basis === 'PERSETUJUAN' &&
      isLive(basis, now) &&
      basis.receiverKind === refused.receiverKind &&
      meets(basis.receiverAgencyId, refused.receiverAgencyId) &&
      meets(basis.purpose, refused.purpose) &&
      basis.scopes.some((scope) => refused.scopes.includes(scope)),
  );
}

function meets(left: string | null, right: string | undefined): boolean {
  return left === null || right === undefined || left === right;
}
