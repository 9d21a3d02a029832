import { meet, type Reach } from './against-a-no.js';
import { isLive, type RecordedBasis } from './lawful-basis.js';

/**
 * The living consents that a later no ends: those for the same receiver, purpose and at least one class of data. An
 * unnamed agency or purpose in either of them means "any", so they meet. Other bases than consent stay.
 */
export function endedByRefusal(bases: readonly RecordedBasis[], refused: Reach, now: Date): RecordedBasis[] {
  return bases.filter((basis) => basis.basis === 'PERSETUJUAN' && isLive(basis, now) && meet(basis, refused));
}

/**
 * All that a withdrawal ends: the consent that is taken back, and every other living yes to the same. Somebody who was asked
 * twice says no once; what was sent on the older form must not stay open because the newer one was taken back.
 */
export function endedByWithdrawal<T extends RecordedBasis>(bases: readonly T[], taken: T, now: Date): T[] {
  return bases.filter(
    (basis) =>
      basis.id === taken.id || (basis.basis === 'PERSETUJUAN' && isLive(basis, now) && meet(basis, taken)),
  );
}
