import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SAMPLE, sampleOf, sampleSize } from './sampling.js';

const ids = fc.uniqueArray(fc.uuid(), { maxLength: 80 });

describe('the sample of a day', () => {
  it('is drawn again by whoever has the seed, in whatever order the looks are read', () => {
    fc.assert(
      fc.property(ids, fc.string(), fc.nat(20), (all, seed, size) => {
        const drawn = sampleOf(seed, all, size);
        expect(sampleOf(seed, [...all].reverse(), size)).toEqual(drawn);
        expect(drawn).toHaveLength(Math.min(size, all.length));
        expect(all).toEqual(expect.arrayContaining(drawn));
      }),
    );
  });

  it('is another one with another seed', () => {
    const all = Array.from({ length: 200 }, (_, index) => `look ${index}`);
    expect(sampleOf('2026-04-14 aa', all, 10)).not.toEqual(sampleOf('2026-04-14 ab', all, 10));
  });

  it('misses no look for ever: over many seeds each is drawn', () => {
    const all = Array.from({ length: 40 }, (_, index) => `look ${index}`);
    const seen = new Set(Array.from({ length: 200 }, (_, seed) => sampleOf(`seed ${seed}`, all, 3)).flat());
    expect(seen.size).toBe(all.length);
  });

  it('grows with the day between its bounds', () => {
    expect([0, 1, 3, 100, 300, 501, 10_000].map(sampleSize)).toEqual([
      0,
      1,
      SAMPLE.least,
      3,
      6,
      SAMPLE.most,
      SAMPLE.most,
    ]);
  });
});
