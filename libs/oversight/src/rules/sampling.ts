import { createHash } from 'node:crypto';

/** One in fifty looks, at least three a day and at most ten: what a busy supervisor really reads. */
export const SAMPLE = { share: 0.02, least: 3, most: 10 } as const;

export function sampleSize(looks: number): number {
  return Math.min(looks, SAMPLE.most, Math.max(SAMPLE.least, Math.ceil(looks * SAMPLE.share)));
}

/**
 * The sample of a day: the ids whose SHA-256 of `seed id` comes first. The seed is not known while the day lasts, so
 * nobody can tell which looks will be looked at; afterwards anybody with the seed draws the same ones, in any order.
 */
export function sampleOf(seed: string, ids: readonly string[], size: number): string[] {
  return ids
    .map((id) => ({ id, rank: createHash('sha256').update(`${seed} ${id}`).digest('hex') }))
    .sort((a, b) => (a.rank < b.rank ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
}
