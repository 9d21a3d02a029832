/** What a reviewer looks for: who read, who opened names, who changed, sent, took out, signed in, or was turned away. */
export const KINDS = ['read', 'revealed', 'change', 'sent', 'exported', 'session', 'failed'] as const;
export type Kind = (typeof KINDS)[number];
type KindOfDone = Exclude<Kind, 'failed'>;

/**
 * An act's name ends in what was done (`case.historyRead`, `referral.sent`); the last word of it says the kind. What is
 * not listed is a change: nothing new can hide among the reads.
 */
const KIND_OF_WORD: Readonly<Record<string, KindOfDone>> = {
  read: 'read',
  listed: 'read',
  matched: 'read',
  searched: 'read',
  previewed: 'read',
  suggested: 'read',
  listened: 'read',
  verified: 'read',
  tried: 'read',
  checked: 'read',
  revealed: 'revealed',
  sent: 'sent',
  shared: 'sent',
  told: 'sent',
  delivered: 'sent',
  undelivered: 'sent',
  asked: 'sent',
  answered: 'sent',
  reported: 'sent',
  reminded: 'sent',
  exported: 'exported',
  printed: 'exported',
  downloaded: 'exported',
};

/** Where the last word would mislead. */
const EXCEPTIONS: Readonly<Record<string, KindOfDone>> = {
  'session.opened': 'session',
  'session.closed': 'session',
  // The receiver's first look at what was sent to it.
  'referral.opened': 'read',
  // A person says that an agency's lines are true: the directory is another one afterwards.
  'directory.verified': 'change',
  // What changed in a case left the house.
  'referral.updated': 'sent',
};

/** The kind of an act that was done. */
export function kindOf(act: string): KindOfDone {
  const word = /[A-Za-z][a-z]*$/.exec(act)?.[0].toLowerCase() ?? '';
  if (Object.hasOwn(EXCEPTIONS, act)) return EXCEPTIONS[act]!;
  return Object.hasOwn(KIND_OF_WORD, word) ? KIND_OF_WORD[word]! : 'change';
}

/** What a kind means for a search in the ledger, given all acts that have words. */
export function actsOfKind(
  kind: Kind,
  known: readonly string[],
): { acts?: string[]; actsExcept?: string[]; failed: boolean } {
  if (kind === 'failed') return { failed: true };
  if (kind === 'change')
    return { actsExcept: known.filter((act) => kindOf(act) !== 'change'), failed: false };
  return { acts: known.filter((act) => kindOf(act) === kind), failed: false };
}
