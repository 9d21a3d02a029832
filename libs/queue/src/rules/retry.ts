/** After so many failed attempts a person is told; the attempts go on. About two minutes after the first failure. */
export const ATTEMPTS_BEFORE_A_PERSON_IS_TOLD = 6;

const FIRST_WAIT_SECONDS = 2;
const LONGEST_WAIT_SECONDS = 600;

/**
 * How long to wait after the n-th failed attempt, in seconds: doubles from 2 s and never exceeds ten minutes, so that
 * a repaired fault shows within ten minutes with nobody pressing anything. There is no last attempt.
 */
export function retryWaitSeconds(attempt: number): number {
  const doublings = Math.min(Math.max(attempt - 1, 0), 20);
  return Math.min(FIRST_WAIT_SECONDS * 2 ** doublings, LONGEST_WAIT_SECONDS);
}
