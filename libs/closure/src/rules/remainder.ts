/** What the sender decided about a service that was given in part. */
export const REMAINDERS = ['CONTINUE', 'ENOUGH'] as const;
export type Remainder = (typeof REMAINDERS)[number];

export interface Fault {
  readonly pointer: string;
  readonly code: string;
}

/** Given in part: why (ALASAN_SEBAGIAN) and what remains belong together. `completion.partlyNeedsBoth`. */
export function faultOfPart(shortfall: string | undefined, remains: string | undefined): Fault | null {
  if (Boolean(shortfall) === Boolean(remains)) return null;
  return { pointer: shortfall ? '/remains' : '/shortfall', code: 'completion.partlyNeedsBoth' };
}

/**
 * A loop whose service was given in part is closed only with a word on the rest: `confirmation.remainderOpen`,
 * `.enoughNeedsReason`; where nothing remains there is nothing to decide: `.nothingRemains`.
 */
export function faultOfRemainder(
  shortfall: string | null,
  remainder: Remainder | undefined,
  enoughReason: string | undefined,
): Fault | null {
  if (shortfall === null)
    return remainder || enoughReason ? { pointer: '/remainder', code: 'confirmation.nothingRemains' } : null;
  if (!remainder) return { pointer: '/remainder', code: 'confirmation.remainderOpen' };
  if ((remainder === 'ENOUGH') === Boolean(enoughReason)) return null;
  return { pointer: '/enoughReason', code: 'confirmation.enoughNeedsReason' };
}
