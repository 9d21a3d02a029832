// The Merkle tree of RFC 6962, as far as a verifier needs it. Written apart from the ledger's own code on purpose:
// a fault in one of the two shows as a difference between them. Sizes are whole numbers below 2^53.
import { createHash } from 'node:crypto';

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

const LEAF = Buffer.of(0);
const NODE = Buffer.of(1);

export const leafHash = (bytes) => sha256(LEAF, bytes);
export const nodeHash = (left, right) => sha256(NODE, left, right);

/** A tree that only grows: `complete[level]` is the root of a full subtree of 2^level leaves, where the size has that bit. */
export class GrowingTree {
  size = 0;
  complete = [];

  append(hash) {
    let node = hash;
    let level = 0;
    for (; this.complete[level]; level++) {
      node = nodeHash(this.complete[level], node);
      this.complete[level] = null;
    }
    this.complete[level] = node;
    this.size++;
  }

  root() {
    let root = null;
    for (const node of this.complete) if (node) root = root ? nodeHash(node, root) : node;
    return root ?? sha256();
  }
}

/** The root that follows from a leaf and its audit path; null when the path does not fit index and size. */
export function rootFromInclusion(index, size, hash, path) {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) return null;
  if (hash.length !== 32 || path.some((sibling) => sibling.length !== 32)) return null;
  return climb(index, size, hash, path);
}

// As section 2.1.1 defines the path, read backwards: the last sibling is the other half of the whole tree.
function climb(index, size, hash, path) {
  if (size === 1) return path.length === 0 ? hash : null;
  if (path.length === 0) return null;
  const sibling = path.at(-1);
  const split = splitOf(size);
  if (index < split) {
    const left = climb(index, split, hash, path.slice(0, -1));
    return left && nodeHash(left, sibling);
  }
  const right = climb(index - split, size - split, hash, path.slice(0, -1));
  return right && nodeHash(sibling, right);
}

/** The largest power of two below `size`. */
function splitOf(size) {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}
