import { isLive, type RecordedBasis } from './lawful-basis.js';

/** What would be shared, with whom and for what; an unnamed agency or purpose means any. */
export interface Reach {
  readonly receiverKind: string;
  readonly receiverAgencyId?: string | null;
  readonly scopes: readonly string[];
  readonly purpose?: string | null;
}

/** Whether two of them could speak of the same sharing: the same receiver, purpose and at least one class of data. */
export function meet(one: Reach, other: Reach): boolean {
  return (
    one.receiverKind === other.receiverKind &&
    agree(one.receiverAgencyId, other.receiverAgencyId) &&
    agree(one.purpose, other.purpose) &&
    one.scopes.some((scope) => other.scopes.includes(scope))
  );
}

/**
 * The client's no that stands against sharing this: refused, or withdrawn, and not answered by a later living yes to the
 * same. A void yes is nobody's no: the client was never asked.
 */
export function standingNo(bases: readonly RecordedBasis[], reach: Reach, now: Date): RecordedBasis | null {
  return (
    bases.find((no) => {
      const at = saidNoAt(no);
      if (at === null || !meet(no, reach)) return false;
      return !bases.some(
        (yes) =>
          yes.basis === 'PERSETUJUAN' &&
          isLive(yes, now) &&
          yes.recordedAt.getTime() > at.getTime() &&
          meet(yes, no) &&
          no.scopes
            .filter((scope) => reach.scopes.includes(scope))
            .every((scope) => yes.scopes.includes(scope)),
      );
    }) ?? null
  );
}

/** Whether the client said no after this basis was decided: what she had not said then, nobody has weighed yet. */
export function saidNoSince(bases: readonly RecordedBasis[], basis: RecordedBasis, now: Date): boolean {
  const decided = basis.decidedAt ?? basis.recordedAt;
  const later = bases.filter((one) => {
    const at = saidNoAt(one);
    return at === null || at.getTime() > decided.getTime();
  });
  return standingNo(later, basis, now) !== null;
}

function saidNoAt(basis: RecordedBasis): Date | null {
  if (basis.basis !== 'PERSETUJUAN' || basis.voidReason !== null) return null;
  return basis.withdrawnAt ?? (basis.answer === 'REFUSED' ? basis.recordedAt : null);
}

function agree(left: string | null | undefined, right: string | null | undefined): boolean {
  return left == null || right == null || left === right;
}
