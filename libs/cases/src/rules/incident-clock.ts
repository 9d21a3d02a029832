import { sexualContactPossible, type GbvimsFacts } from './gbvims-type.js';

const HOUR_MS = 3_600_000;

/** Whole hours from the incident to a moment; null when its time is unknown. */
export function hoursSince(occurredAt: Date | null | undefined, at: Date): number | null {
  return occurredAt ? Math.floor((at.getTime() - occurredAt.getTime()) / HOUR_MS) : null;
}

/**
 * Whether the incident starts clocks of its own (rule 37: clinical windows, counted from the incident). Only with a
 * known time, and only where bodily contact is possible: what happened on a screen needs no prophylaxis, and a
 * window that starts wrongly teaches people to ignore windows.
 */
export function incidentStartsClocks(occurredAt: Date | null | undefined, facts: GbvimsFacts): boolean {
  return occurredAt != null && sexualContactPossible(facts);
}
