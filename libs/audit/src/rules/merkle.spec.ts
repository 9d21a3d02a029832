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

/** The leaves and roots that every RFC 6962 implementation is tested with (certificate-transparency, transparency-dev). */
const LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map((hex) => leafHash(Buffer.from(hex, 'hex')));
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const hex = (hashes: readonly Buffer[]) => hashes.map((hash) => hash.toString('hex'));

describe('the tree of RFC 6962', () => {
  it('has the known roots', () => {
    expect(EMPTY_ROOT.toString('hex')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    );
    expect(hex(LEAVES.map((_, index) => rootOf(LEAVES.slice(0, index + 1))))).toEqual(ROOTS);
  });

  it('has the known audit paths', () => {
    expect(inclusionProof(0, LEAVES.slice(0, 1))).toEqual([]);
    expect(hex(inclusionProof(0, LEAVES))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(inclusionProof(5, LEAVES))).toEqual([
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(hex(inclusionProof(2, LEAVES.slice(0, 3)))).toEqual([ROOTS[1]]);
    expect(hex(inclusionProof(1, LEAVES.slice(0, 5)))).toEqual([
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });

  it('has the known consistency proofs', () => {
    expect(consistencyProof(1, LEAVES.slice(0, 1))).toEqual([]);
    expect(hex(consistencyProof(1, LEAVES))).toEqual([
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ]);
    expect(hex(consistencyProof(6, LEAVES))).toEqual([
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ]);
    expect(hex(consistencyProof(2, LEAVES.slice(0, 5)))).toEqual([
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ]);
  });
});

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
