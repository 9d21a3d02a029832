import { createHash } from 'node:crypto';
import { consistencyRanges, inclusionRanges } from './proof-ranges.js';

/**
 * The Merkle tree of RFC 6962 (section 2): leaf = SHA-256(0x00 ‖ bytes), node = SHA-256(0x01 ‖ left ‖ right).
 * The two prefixes keep a node from being passed off as a leaf. Sizes and indexes are whole numbers below 2^53.
 */
const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

export const HASH_BYTES = 32;

/** The root of a tree with no leaf. */
export const EMPTY_ROOT = createHash('sha256').digest();

export function leafHash(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(LEAF).update(bytes).digest();
}

export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  return createHash('sha256').update(NODE).update(left).update(right).digest();
}

/**
 * The right edge of a growing tree: the roots of its perfect subtrees, largest first. It is all that is needed to
 * append and to know the root, so sealing costs the same at ten entries and at ten million.
 */
export class TreeEdge {
  private readonly peaks: Buffer[];
  private leaves: number;

  constructor(size = 0, peaks: readonly Uint8Array[] = []) {
    if (!Number.isSafeInteger(size) || size < 0) throw new Error('A tree has a whole number of leaves.');
    if (peaks.length !== ones(size)) throw new Error(`A tree of ${size} leaves has ${ones(size)} peaks.`);
    this.leaves = size;
    this.peaks = peaks.map((peak) => Buffer.from(peak));
  }

  get size(): number {
    return this.leaves;
  }

  /** A copy of the peaks, to store beside the root. */
  get hashes(): Buffer[] {
    return [...this.peaks];
  }

  append(hash: Uint8Array): void {
    let node: Buffer = Buffer.from(hash);
    for (let rest = this.leaves; rest % 2 === 1; rest = (rest - 1) / 2)
      node = nodeHash(this.peaks.pop()!, node);
    this.peaks.push(node);
    this.leaves++;
  }

  root(): Buffer {
    if (this.peaks.length === 0) return EMPTY_ROOT;
    return folded(this.peaks);
  }
}

/** The root over full subtrees, largest first, that stand beside each other. */
export function folded(peaks: readonly Buffer[]): Buffer {
  return peaks.reduceRight((right, left) => nodeHash(left, right));
}

/** The root over leaf hashes; `hashes` is only read. */
export function rootOf(hashes: readonly Buffer[]): Buffer {
  const edge = new TreeEdge();
  for (const hash of hashes) edge.append(hash);
  return edge.root();
}

/** The audit path of one leaf (RFC 6962 section 2.1.1), nearest sibling first. */
export function inclusionProof(index: number, hashes: readonly Buffer[]): Buffer[] {
  return inclusionRanges(index, hashes.length).map(([start, end]) => rootOf(hashes.slice(start, end)));
}

/** Whether `proof` shows that `hash` is leaf `index` of the tree with this size and root. */
export function verifyInclusion(
  index: number,
  size: number,
  hash: Buffer,
  proof: readonly Buffer[],
  root: Buffer,
): boolean {
  if (!Number.isSafeInteger(index) || index < 0 || index >= size) return false;
  let node = hash;
  let position = index;
  let last = size - 1;
  for (const sibling of proof) {
    if (sibling.length !== HASH_BYTES || last === 0) return false;
    if (position % 2 === 1 || position === last) {
      node = nodeHash(sibling, node);
      // A node on the right edge with no sibling moves up unchanged.
      while (position % 2 === 0 && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      node = nodeHash(node, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && node.equals(root);
}

/** Proof that the first `size` leaves are a prefix of all of them (RFC 6962 section 2.1.2). */
export function consistencyProof(size: number, hashes: readonly Buffer[]): Buffer[] {
  return consistencyRanges(size, hashes.length).map(([start, end]) => rootOf(hashes.slice(start, end)));
}

/** Whether the tree (oldSize, oldRoot) is a prefix of (size, root). */
export function verifyConsistency(
  oldSize: number,
  size: number,
  oldRoot: Buffer,
  root: Buffer,
  proof: readonly Buffer[],
): boolean {
  if (!Number.isSafeInteger(oldSize) || !Number.isSafeInteger(size) || oldSize < 1 || oldSize > size)
    return false;
  if (proof.some((hash) => hash.length !== HASH_BYTES)) return false;
  if (oldSize === size) return proof.length === 0 && oldRoot.equals(root);
  let position = oldSize - 1;
  let last = size - 1;
  while (position % 2 === 1) [position, last] = [half(position), half(last)];
  // A perfect older tree is a node of the newer one, so its root is not repeated in the proof.
  const path = position === 0 ? [oldRoot, ...proof] : [...proof];
  const first = path.shift();
  if (!first) return false;
  let oldNode = first;
  let node = first;
  for (const sibling of path) {
    if (last === 0) return false;
    if (position % 2 === 1 || position === last) {
      oldNode = nodeHash(sibling, oldNode);
      node = nodeHash(sibling, node);
      while (position % 2 === 0 && position !== 0) [position, last] = [half(position), half(last)];
    } else {
      node = nodeHash(node, sibling);
    }
    [position, last] = [half(position), half(last)];
  }
  return last === 0 && oldNode.equals(oldRoot) && node.equals(root);
}

function ones(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = half(rest)) count += rest % 2;
  return count;
}

// Shifts would cut the number to 32 bits.
function half(value: number): number {
  return Math.floor(value / 2);
}
