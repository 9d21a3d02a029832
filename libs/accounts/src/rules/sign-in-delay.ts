/** After this many failures in the window an attempt has to wait; before, nobody is slowed down. */
export const FREE_FAILURES = 5;
export const WINDOW_MINUTES = 15;
const LONGEST_WAIT_SECONDS = 60;

/**
 * Seconds that must have passed since the last failed attempt. Grows (1, 2, 4 … 60 s) and never locks for good:
 * an abuser could otherwise lock a counsellor out by typing nonsense.
 */
export function waitSeconds(failuresInWindow: number): number {
  if (failuresInWindow < FREE_FAILURES) return 0;
  return Math.min(2 ** (failuresInWindow - FREE_FAILURES), LONGEST_WAIT_SECONDS);
}
