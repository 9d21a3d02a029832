import { openNote, verifierOf, type Checkpoint, type NoteSigner, type NoteVerifier } from './note.js';

export const KEY_ANNOUNCED = 'ledger.keyAnnounced';

/** What both keys sign when one follows the other. */
function announcementOf(from: NoteVerifier, to: NoteVerifier): Buffer {
  return Buffer.from(`simpul ledger key\n${from.text}\n${to.text}\n`, 'utf8');
}

/** The facts of the ledger's entry in which the key in force announces the next; both sign. */
export function announce(from: NoteSigner, to: NoteSigner): Record<string, string> {
  const message = announcementOf(from.verifier, to.verifier);
  return {
    oldKey: from.verifier.text,
    newKey: to.verifier.text,
    oldSignature: from.sign(message).toString('base64url'),
    newSignature: to.sign(message).toString('base64url'),
  };
}

/** The key that the facts of an entry announce under the key in force; null when it is no true announcement. */
function announcedKey(facts: Readonly<Record<string, unknown>>, current: NoteVerifier): NoteVerifier | null {
  const { newKey, oldSignature, newSignature } = facts;
  if (typeof newKey !== 'string' || typeof oldSignature !== 'string' || typeof newSignature !== 'string')
    return null;
  try {
    const next = verifierOf(newKey);
    const message = announcementOf(current, next);
    const isTrue =
      next.name === current.name &&
      current.verify(message, Buffer.from(oldSignature, 'base64url')) &&
      next.verify(message, Buffer.from(newSignature, 'base64url'));
    return isTrue ? next : null;
  } catch {
    return null;
  }
}

/**
 * Whose turn it is to sign. One key signs from the start; another one follows only after an entry under the first
 * announced it, signed by both, and from its first checkpoint on the older one is retired. So whoever only owns the
 * database can bring in no key, and a stolen old key signs nothing new.
 */
export class KeyTurns {
  private current: NoteVerifier | undefined;
  private readonly announced: Readonly<Record<string, unknown>>[] = [];

  /** `trusted` are public keys that the reader holds, oldest first. */
  constructor(private readonly trusted: readonly NoteVerifier[]) {}

  /** Takes in the facts of an entry that announces a key, true or not. */
  hear(facts: Readonly<Record<string, unknown>>): void {
    this.announced.push(facts);
  }

  /** What a checkpoint says, if the key whose turn it is signed it; null otherwise. */
  open(note: string): Checkpoint | null {
    this.current ??= this.trusted.find((key) => openNote(note, key));
    if (!this.current) return null;
    const signed = openNote(note, this.current);
    if (signed) return signed;
    for (const facts of this.announced) {
      const next = announcedKey(facts, this.current);
      const byNext = next && openNote(note, next);
      if (!byNext) continue;
      this.current = next;
      return byNext;
    }
    return null;
  }
}
