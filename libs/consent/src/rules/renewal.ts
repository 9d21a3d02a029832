import { isLive, type RecordedBasis } from './lawful-basis.js';

/** What was just recorded, as far as it may take an older basis's place. */
export interface Replacement {
  readonly receiverKind: string;
  readonly receiverAgencyId?: string;
  readonly scopes: readonly string[];
  readonly purpose?: string;
  /** Null: until it is withdrawn. */
  readonly expiresAt: Date | null;
}

/**
 * The living bases with an end whose place a new one takes: it lasts longer and covers all that they covered. An
 * unnamed agency or purpose covers every one; a named one covers itself only.
 */
export function renewedBy(
  bases: readonly RecordedBasis[],
  next: Replacement,
  now: Date,
): readonly RecordedBasis[] {
  return bases.filter(
    (basis) =>
      isLive(basis, now) &&
      basis.expiresAt !== null &&
      (next.expiresAt === null || next.expiresAt > basis.expiresAt) &&
      basis.receiverKind === next.receiverKind &&
      (next.receiverAgencyId === undefined || next.receiverAgencyId === basis.receiverAgencyId) &&
      (next.purpose === undefined || next.purpose === basis.purpose) &&
      basis.scopes.every((scope) => next.scopes.includes(scope)),
  );
}
