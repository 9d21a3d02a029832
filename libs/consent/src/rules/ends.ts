import type { BasisInput } from './may-record.js';

/** Vital interest opens the door for an emergency only; after that the person is asked [proposal, no legal number]. */
export const VITAL_INTEREST_HOURS_MAX = 72;

/** What an end is for: it was agreed, the emergency is over, or the child is of age and answers for themselves. */
export type EndsFor = 'AGREED' | 'EMERGENCY' | 'COMES_OF_AGE';

export interface End {
  readonly at: Date;
  readonly endsFor: EndsFor;
}

/**
 * When a basis ends by itself: the earliest of what was agreed, 72 hours for vital interest, and for a guardian's yes the
 * day on which the first of the children is eighteen: from then on nobody speaks for them (UU 27/2022 Ps.25).
 */
export function endOf(
  input: Pick<BasisInput, 'basis' | 'answer' | 'givenBy' | 'expiresAt'>,
  now: Date,
  firstComesOfAge: Date | null,
): End | null {
  const ends: End[] = [];
  if (input.expiresAt) ends.push({ at: input.expiresAt, endsFor: 'AGREED' });
  if (input.basis === 'KEPENTINGAN_VITAL')
    ends.push({
      at: new Date(now.getTime() + VITAL_INTEREST_HOURS_MAX * 3_600_000),
      endsFor: 'EMERGENCY',
    });
  if (input.givenBy === 'GUARDIAN' && input.answer === 'GIVEN' && firstComesOfAge && firstComesOfAge > now)
    ends.push({ at: firstComesOfAge, endsFor: 'COMES_OF_AGE' });
  return ends.sort((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null;
}
