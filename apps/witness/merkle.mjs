// The one thing of RFC 6962 that a witness needs: whether an older tree is the beginning of a newer one.
import { createHash } from 'node:crypto';

const NODE = Buffer.of(1);
const nodeHash = (left, right) => createHash('sha256').update(NODE).update(left).update(right).digest();

export const EMPTY_ROOT = createHash('sha256').digest();

/** Whether `proof` shows that the tree (oldSize, oldRoot) is a prefix of (size, root); sizes are whole, 0 <= old <= new. */
export function isPrefix(oldSize, oldRoot, size, root, proof) {
  if (oldSize === 0) return proof.length === 0 && oldRoot.equals(EMPTY_ROOT);
  if (proof.some((hash) => hash.length !== 32)) return false;
  const roots = rebuilt(oldSize, size, oldRoot, proof);
  return roots !== null && roots.older.equals(oldRoot) && roots.newer.equals(root);
}

// Section 2.1.2 read backwards: the last hash of the proof stands beside the whole of the rest. `whole` is the root of
// the older tree, as long as what remains still is that tree from its first leaf on.
function rebuilt(oldSize, size, whole, proof) {
  if (oldSize === size) {
    const node = whole ?? proof[0];
    return proof.length === (whole ? 0 : 1) ? { older: node, newer: node } : null;
  }
  if (proof.length === 0) return null;
  const beside = proof.at(-1);
  const rest = proof.slice(0, -1);
  let split = 1;
  while (split * 2 < size) split *= 2;
  if (oldSize <= split) {
    const left = rebuilt(oldSize, split, whole, rest);
    return left && { older: left.older, newer: nodeHash(left.newer, beside) };
  }
  const right = rebuilt(oldSize - split, size - split, null, rest);
  return right && { older: nodeHash(beside, right.older), newer: nodeHash(beside, right.newer) };
}
