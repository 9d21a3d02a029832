import { stateOf, type RecordedBasis } from './lawful-basis.js';

export interface CountersignSight {
  readonly recorderPersonId: string;
  readonly viewer: { readonly personId: string; readonly mayCountersign: boolean };
}

/** Why this viewer decides nothing about this basis, as a refusal code; null when they may. Counted by human being. */
export function whyNoCountersign(
  basis: RecordedBasis,
  { recorderPersonId, viewer }: CountersignSight,
  now: Date,
): string | null {
  if (stateOf(basis, now) !== 'waiting')
    return basis.decision === null ? 'consent.nothingToCountersign' : 'consent.alreadyDecided';
  if (recorderPersonId === viewer.personId) return 'fourEyes.samePerson';
  return viewer.mayCountersign ? null : 'forbidden';
}
