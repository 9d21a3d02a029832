// A change of the ledger's key is an entry of the ledger itself, signed by the old key and by the new one, so that
// nobody who only owns the database can bring in a key of his own.
import { verify } from 'node:crypto';
import { readKey } from './note.mjs';

/** The key that a leaf announces under the key in force; null when it is not an announcement, or not a true one. */
export function announcedKey(content, current) {
  if (content?.act !== 'ledger.keyAnnounced' || content.decision !== 'allowed') return null;
  const { newKey, oldSignature, newSignature } = content.facts ?? {};
  if (![newKey, oldSignature, newSignature].every((value) => typeof value === 'string')) return null;
  try {
    const next = readKey(newKey);
    if (next.name !== current.name || next.isWitness) return null;
    const message = Buffer.from(`simpul ledger key\n${current.text}\n${next.text}\n`);
    const holds = (key, signature) => verify(null, message, key.key, Buffer.from(signature, 'base64url'));
    return holds(current, oldSignature) && holds(next, newSignature) ? next : null;
  } catch {
    return null;
  }
}
