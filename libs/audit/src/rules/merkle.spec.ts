import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  consistencyProof,
  EMPTY_ROOT,
  inclusionProof,
  leafHash,
  rootOf,
  TreeEdge,
  verifyConsistency,
  verifyInclusion,
} from './merkle.js';

const trees = fc
  .integer({ min: 1, max: 70 })
  .map((size) => Array.from({ length: size }, (_, index) => leafHash(Buffer.from(String(index)))));

describe('proofs', () => {
  it('of inclusion hold for every leaf and fail for any other index, size, leaf, root or bit', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), (hashes, pick, flip) => {
        const index = pick % hashes.length;
        const size = hashes.length;
        const root = rootOf(hashes);
        const proof = inclusionProof(index, hashes);
        const hash = hashes[index]!;
        expect(verifyInclusion(index, size, hash, proof, root)).toBe(true);
        expect(verifyInclusion(index + 1, size, hash, proof, root)).toBe(false);
        expect(verifyInclusion(index, size, leafHash(Buffer.from('x')), proof, root)).toBe(false);
        expect(verifyInclusion(index, size, hash, [...proof, root], root)).toBe(false);
        expect(verifyInclusion(-1, size, hash, proof, root)).toBe(false);
        if (proof.length > 0) {
          expect(verifyInclusion(index, size, hash, proof.slice(1), root)).toBe(false);
          const altered = proof.map((part) => Buffer.from(part));
          altered[flip % altered.length]![flip % 32]! ^= 1 << (flip % 8);
          expect(verifyInclusion(index, size, hash, altered, root)).toBe(false);
        }
      }),
    );
  });

  it('of consistency hold for every prefix and fail for any other tree', () => {
    fc.assert(
      fc.property(trees, fc.nat(), fc.nat(), (hashes, pick, flip) => {
        const oldSize = 1 + (pick % hashes.length);
        const size = hashes.length;
        const oldRoot = rootOf(hashes.slice(0, oldSize));
        const root = rootOf(hashes);
        const proof = consistencyProof(oldSize, hashes);
        expect(verifyConsistency(oldSize, size, oldRoot, root, proof)).toBe(true);
        expect(verifyConsistency(oldSize, size, leafHash(oldRoot), root, proof)).toBe(false);
        expect(verifyConsistency(oldSize, size, oldRoot, leafHash(root), proof)).toBe(false);
        expect(verifyConsistency(oldSize, size, oldRoot, root, [...proof, root])).toBe(false);
        expect(verifyConsistency(0, size, EMPTY_ROOT, root, [])).toBe(false);
        if (proof.length > 0) {
          expect(verifyConsistency(oldSize, size, oldRoot, root, proof.slice(1))).toBe(false);
          const altered = proof.map((part) => Buffer.from(part));
          altered[flip % altered.length]![flip % 32]! ^= 1 << (flip % 8);
          expect(verifyConsistency(oldSize, size, oldRoot, root, altered)).toBe(false);
        }
      }),
    );
  });
});

describe('the edge of a growing tree', () => {
  it('gives the same root whether it was kept, stored and loaded, or built anew', () => {
    fc.assert(
      fc.property(trees, fc.nat(), (hashes, cut) => {
        const at = cut % hashes.length;
        const before = new TreeEdge();
        for (const hash of hashes.slice(0, at)) before.append(hash);
        const after = new TreeEdge(before.size, before.hashes);
        for (const hash of hashes.slice(at)) after.append(hash);
        expect(after.size).toBe(hashes.length);
        expect(after.root()).toEqual(rootOf(hashes));
      }),
    );
  });

  it('refuses peaks that no tree of that size has', () => {
    expect(() => new TreeEdge(3, [EMPTY_ROOT])).toThrow(/2 peaks/);
    expect(() => new TreeEdge(-1)).toThrow(/whole number/);
  });
});
