/** After this many failures in the window an attempt has to wait; before, nobody is slowed down. */
export const FREE_FAILURES = 5;
/** From anywhere but the account's known devices, together: many addresses guess slower than one, but not for free. */
export const FREE_FAILURES_ANYWHERE = 20;
export const WINDOW_MINUTES = 15;
const LONGEST_WAIT_SECONDS = 60;

/**
 * Seconds that must have passed since the last failed attempt. Grows (1, 2, 4 … 60 s) and never locks for good:
 * an abuser could otherwise lock a counsellor out by typing nonsense.
 */
export function waitSeconds(failuresInWindow: number, free: number = FREE_FAILURES): number {
  if (failuresInWindow < free) return 0;
  return Math.min(2 ** Math.min(failuresInWindow - free, 10), LONGEST_WAIT_SECONDS);
}
