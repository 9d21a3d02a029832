import { legalStep, type LegalStepKind } from './legal-step.js';

/** A step that came, as far as order needs it. */
export interface Came {
  readonly kind: LegalStepKind;
  readonly at: Date;
}

export const DEVIATIONS = ['TOO_EARLY', 'AGAIN', 'AFTER_THE_END'] as const;
export type Deviation = (typeof DEVIATIONS)[number];

export type Order =
  | { readonly usual: true }
  /** `instead`: one of these would have to come first, or had already closed the way. */
  | { readonly usual: false; readonly why: Deviation; readonly instead: readonly LegalStepKind[] };

/**
 * Whether a step at that time is where it usually is, among what is known to have come. Only what came earlier or in
 * the same moment counts: a letter that is found later may be entered where it belongs.
 */
export function orderOf(kind: LegalStepKind, at: Date, came: readonly Came[]): Order {
  const { after, endedBy, repeats } = legalStep(kind);
  if (!repeats && came.some((one) => one.kind === kind))
    return { usual: false, why: 'AGAIN', instead: [kind] };
  if (after.length === 0) return { usual: true };
  const before = came.filter((one) => one.at <= at);
  const opened = latest(before, after);
  if (!opened) return { usual: false, why: 'TOO_EARLY', instead: after };
  const closed = latest(before, endedBy);
  if (closed && closed.at > opened.at) return { usual: false, why: 'AFTER_THE_END', instead: [closed.kind] };
  return { usual: true };
}

/** The latest of these kinds; undefined when none of them came. */
export function latest(came: readonly Came[], kinds: readonly LegalStepKind[]): Came | undefined {
  return came
    .filter((one) => kinds.includes(one.kind))
    .reduce<Came | undefined>((last, one) => (last && last.at > one.at ? last : one), undefined);
}
