import { isLive, type RecordedBasis } from './lawful-basis.js';
import { parentIsReported, type BasisFacts } from './may-record.js';

/** A recorded basis with who said yes. */
export type GivenBasis = RecordedBasis & {
  readonly givenBy: string;
  readonly guardianPersonId: string | null;
};

/**
 * The living consents whose guardian could not give them today: the guardian is a reported person by now, or a parent is
 * and nobody wrote down who the guardian was (the same question that recording asks, rules/may-record.ts). UU 27/2022
 * Ps.25 asks the parent; an offender never had that voice, so such a yes is void from the beginning and not withdrawn.
 */
export function voidedBy<T extends GivenBasis>(
  bases: readonly T[],
  facts: Pick<BasisFacts, 'clientAges' | 'reportedPersonIds' | 'reportedRelations' | 'now'>,
): T[] {
  const unnamedIsVoid = parentIsReported(facts);
  return bases.filter(
    (basis) =>
      basis.basis === 'PERSETUJUAN' &&
      basis.givenBy === 'GUARDIAN' &&
      isLive(basis, facts.now) &&
      (basis.guardianPersonId === null
        ? unnamedIsVoid
        : facts.reportedPersonIds.includes(basis.guardianPersonId)),
  );
}
