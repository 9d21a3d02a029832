import { folded, rootOf } from './rules/merkle.js';
import { consistencyRanges, inclusionRanges, subtreesOf, type Range } from './rules/proof-ranges.js';
import type { Ask } from './verification.js';

/** Roots are kept for every full 256, 65,536, … leaves, so that a proof reads a few hundred hashes and not the tree. */
export const TILE_LEVELS = 8;
export const TILE_WIDTH = 2 ** TILE_LEVELS;

/** Makes proofs from what is stored. A new one per question: what it has read it does not read again. */
export class TreeReader {
  private readonly tiles = new Map<string, Promise<Buffer[]>>();

  constructor(private readonly ask: Ask) {}

  /** The audit path of leaf `index` in the tree of this size. */
  async inclusion(index: number, size: number): Promise<Buffer[]> {
    return this.roots(inclusionRanges(index, size));
  }

  /** The proof that the tree of `oldSize` leaves is a prefix of that of `size`. */
  async consistency(oldSize: number, size: number): Promise<Buffer[]> {
    return this.roots(consistencyRanges(oldSize, size));
  }

  private async roots(ranges: Range[]): Promise<Buffer[]> {
    const roots: Buffer[] = [];
    for (const range of ranges) {
      const peaks: Buffer[] = [];
      for (const { level, index } of subtreesOf(range)) peaks.push(await this.subtree(level, index));
      roots.push(folded(peaks));
    }
    return roots;
  }

  private async subtree(level: number, index: number): Promise<Buffer> {
    const base = Math.floor(level / TILE_LEVELS);
    const width = 2 ** (level % TILE_LEVELS);
    const first = index * width;
    const tile = await this.tile(base, Math.floor(first / TILE_WIDTH));
    const hashes = tile.slice(first % TILE_WIDTH, (first % TILE_WIDTH) + width);
    if (hashes.length !== width) throw new Error(`The tree has no subtree ${level}/${index}.`);
    return rootOf(hashes);
  }

  /** Up to 256 neighbours: leaves, or roots of full subtrees. */
  private tile(base: number, block: number): Promise<Buffer[]> {
    const name = `${base}/${block}`;
    const known = this.tiles.get(name);
    if (known) return known;
    const read = readTile(this.ask, base, block);
    this.tiles.set(name, read);
    return read;
  }
}

export async function readTile(ask: Ask, base: number, block: number): Promise<Buffer[]> {
  const bounds = [block * TILE_WIDTH, (block + 1) * TILE_WIDTH];
  const rows = await (base === 0
    ? ask<{ hash: Buffer }>(
        'select hash from ledger.leaf where index >= $1 and index < $2 order by index',
        bounds,
      )
    : ask<{ hash: Buffer }>(
        'select hash from ledger.node where index >= $1 and index < $2 and level = $3 order by index',
        [...bounds, base * TILE_LEVELS],
      ));
  return rows.map(({ hash }) => hash);
}
