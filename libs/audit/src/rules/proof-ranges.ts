/** Leaves from `start` up to but not `end`. */
export type Range = readonly [start: number, end: number];

/** A full subtree: 2^level leaves, the `index`-th of its kind from the left. */
export interface Subtree {
  level: number;
  index: number;
}

/** What the audit path of a leaf is made of (RFC 6962 section 2.1.1), nearest sibling first. */
export function inclusionRanges(index: number, size: number): Range[] {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size)
    throw new Error('No such leaf.');
  return pathOf(index, [0, size]);
}

function pathOf(index: number, [start, end]: Range): Range[] {
  if (end - start === 1) return [];
  const middle = start + splitOf(end - start);
  return index < middle
    ? [...pathOf(index, [start, middle]), [middle, end]]
    : [...pathOf(index, [middle, end]), [start, middle]];
}

/** What proves that the first `size` leaves are a prefix of `of` (RFC 6962 section 2.1.2). */
export function consistencyRanges(size: number, of: number): Range[] {
  if (!Number.isSafeInteger(size) || !Number.isSafeInteger(of) || size < 1 || size > of)
    throw new Error('No such older tree.');
  return subProof(size, [0, of], true);
}

function subProof(size: number, [start, end]: Range, whole: boolean): Range[] {
  if (size === end) return whole ? [] : [[start, end]];
  const middle = start + splitOf(end - start);
  return size <= middle
    ? [...subProof(size, [start, middle], whole), [middle, end]]
    : [...subProof(size, [middle, end], false), [start, middle]];
}

/** The full subtrees that a range of a tree consists of, from the left; their roots folded from the right are its root. */
export function subtreesOf([start, end]: Range): Subtree[] {
  const found: Subtree[] = [];
  for (let from = start; from < end;) {
    let level = 0;
    while (2 ** (level + 1) <= end - from && from % 2 ** (level + 1) === 0) level++;
    found.push({ level, index: from / 2 ** level });
    from += 2 ** level;
  }
  return found;
}

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}
