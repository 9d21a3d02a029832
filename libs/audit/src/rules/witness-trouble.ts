/** What can be wrong with a witness, or with us in its eyes. */
export const WITNESS_TROUBLES = [
  'silent', // it does not answer
  'badAnswer', // it answers, but with no signature of its own
  'unknownLedger', // it does not watch this ledger
  'unknownKey', // it does not know the key that signs (a key was changed, and nobody told it)
  'proofRefused', // what it saw is not the beginning of what we have: history was rewritten
  'forked', // it signed another tree of the same size: two histories
  'knowsMore', // it signed a larger tree than we have: entries are gone
] as const;
export type WitnessTrouble = (typeof WITNESS_TROUBLES)[number];

/** A witness may restart, or its line may be down for a moment; everything else is said at once. */
const PATIENCE_SECONDS: Readonly<Partial<Record<WitnessTrouble, number>>> = { silent: 180, badAnswer: 180 };
/** A trouble that stays is told again after this long. */
const AGAIN_SECONDS = 24 * 3600;

/** Whether it is time to raise the alarm. */
export function isAlarm(trouble: WitnessTrouble, since: Date, alarmedAt: Date | null, now: Date): boolean {
  const seconds = (from: Date): number => (now.getTime() - from.getTime()) / 1000;
  if (alarmedAt) return seconds(alarmedAt) >= AGAIN_SECONDS;
  return seconds(since) >= (PATIENCE_SECONDS[trouble] ?? 0);
}
