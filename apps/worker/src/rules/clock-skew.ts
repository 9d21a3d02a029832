/** A worker whose clock is further off than this claims nothing: BullMQ takes "now" from whoever calls. */
export const SKEW_MS_MAX = 5_000;

/** One comparison: own clock before asking, the database's answer, own clock after. All in milliseconds since 1970. */
export interface ClockReading {
  readonly askedMs: number;
  readonly databaseMs: number;
  readonly answeredMs: number;
}

/**
 * How far the own clock is ahead of the database's, in milliseconds, taken from the quickest of several readings (its
 * uncertainty is half its round trip). Negative: behind.
 */
export function clockAheadMs(readings: readonly ClockReading[]): number {
  const quickest = readings.reduce((best, one) => (roundTrip(one) < roundTrip(best) ? one : best));
  return (quickest.askedMs + quickest.answeredMs) / 2 - quickest.databaseMs;
}

export function standsDown(aheadMs: number): boolean {
  return Math.abs(aheadMs) > SKEW_MS_MAX;
}

function roundTrip({ askedMs, answeredMs }: ClockReading): number {
  return Math.abs(answeredMs - askedMs);
}
