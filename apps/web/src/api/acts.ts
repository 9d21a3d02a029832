/**
 * The server says which acts are available; screens draw those buttons and decide nothing. Acts are named
 * `referral.accept` or, where the thing is plain, `accept`.
 */
export function can(acts: readonly string[] | undefined, act: string): boolean {
  if (!acts) return false;
  return acts.includes(act) || acts.includes(act.slice(act.indexOf('.') + 1));
}
