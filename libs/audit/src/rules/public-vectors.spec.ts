import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '#config';
import { canonicalBytes } from './leaf.js';
import * as ledger from './merkle.js';
import {
  CONSISTENCIES,
  EMPTY_ROOT,
  HASHER,
  INCLUSIONS,
  LEAVES,
  ROOTS,
} from '../../../../test/vectors/rfc6962.js';
import { DOCUMENTS, NUMBERS } from '../../../../test/vectors/rfc8785.js';

interface Verifier {
  leafHash(bytes: Buffer): Buffer;
  nodeHash(left: Buffer, right: Buffer): Buffer;
  GrowingTree: new () => { append(hash: Buffer): void; root(): Buffer };
  rootFromInclusion(index: number, size: number, hash: Buffer, path: Buffer[]): Buffer | null;
}
interface Witness {
  isPrefix(oldSize: number, oldRoot: Buffer, size: number, root: Buffer, proof: Buffer[]): boolean;
}
const here = (path: string): string => join(projectRoot(), path);
const verifier = (await import(here('apps/verify/merkle.mjs'))) as Verifier;
const witness = (await import(here('apps/witness/merkle.mjs'))) as Witness;

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const hex = (hashes: readonly Buffer[]): string[] => hashes.map((hash) => hash.toString('hex'));
const HASHES = LEAVES.map(ledger.leafHash);
const rootAt = (size: number): Buffer => bytes(size === 0 ? EMPTY_ROOT : ROOTS[size - 1]!);

/** How transparency-dev spoils a proof that holds. */
function spoilt(path: Buffer[], root: Buffer): [how: string, path: Buffer[]][] {
  const garbage = Buffer.alloc(32, 0xa5);
  const flipped = path.map((_, at) =>
    path.map((hash, index) => {
      const copy = Buffer.from(hash);
      if (index === at) copy[0]! ^= 16;
      return copy;
    }),
  );
  return [
    ['trailing garbage', [...path, garbage]],
    ['trailing root', [...path, root]],
    ['preceding garbage', [garbage, ...path]],
    ['preceding root', [root, ...path]],
    ...flipped.map((one, at): [string, Buffer[]] => [`modified proof[${at}]`, one]),
    ...(path.length > 0
      ? ([
          ['removed component', path.slice(0, -1)],
          ['first removed', path.slice(1)],
          ['inserted component', [...path.slice(0, 1), garbage, ...path.slice(1)]],
        ] as [string, Buffer[]][])
      : []),
  ];
}

describe('RFC 6962: the known roots', () => {
  it('of the ledger', () => {
    expect(ledger.EMPTY_ROOT.toString('hex')).toBe(EMPTY_ROOT);
    expect(hex(HASHES.map((_, at) => ledger.rootOf(HASHES.slice(0, at + 1))))).toEqual(ROOTS);
    expect(ledger.leafHash(Buffer.from('L123456')).toString('hex')).toBe(HASHER.leaf);
  });

  it('of the verifier', () => {
    const tree = new verifier.GrowingTree();
    const roots = [tree.root()];
    for (const leaf of LEAVES) {
      tree.append(verifier.leafHash(leaf));
      roots.push(tree.root());
    }
    expect(hex(roots)).toEqual([EMPTY_ROOT, ...ROOTS]);
    expect(verifier.leafHash(Buffer.from('L123456')).toString('hex')).toBe(HASHER.leaf);
    expect(verifier.nodeHash(Buffer.from('N123'), Buffer.from('N456')).toString('hex')).toBe(HASHER.node);
  });

  it('of the verifier in Python', () => {
    const program = [
      'import sys; sys.dont_write_bytecode = True',
      `sys.path.insert(0, ${JSON.stringify(here('apps/verify'))})`,
      'import verify',
      'tree = verify.Tree(); print(tree.root().hex())',
      `for leaf in ${JSON.stringify(LEAVES.map((leaf) => leaf.toString('hex')))}:`,
      '    tree.append(verify.leaf_hash(bytes.fromhex(leaf))); print(tree.root().hex())',
      "print(verify.node_hash(b'N123', b'N456').hex())",
      ...INCLUSIONS.map(
        ({ index, size, path }) =>
          `print(verify.from_inclusion(${index}, ${size}, verify.leaf_hash(bytes.fromhex('${LEAVES[index]!.toString('hex')}')), [bytes.fromhex(one) for one in ${JSON.stringify(path)}]).hex())`,
      ),
    ].join('\n');
    const run = spawnSync('python3', ['-c', program], { encoding: 'utf8' });
    // On a machine without Python the second verifier is not asked, as in its own spec.
    if (run.error) return;
    const expected = [EMPTY_ROOT, ...ROOTS, HASHER.node, ...INCLUSIONS.map(({ size }) => ROOTS[size - 1]!)];
    expect(run.stdout.trim().split('\n')).toEqual(expected);
  });
});

describe('RFC 6962: the known proofs hold, and spoilt ones do not', () => {
  it.each(INCLUSIONS)('leaf $index of $size', ({ index, size, path }) => {
    const [hash, root, proof] = [HASHES[index]!, rootAt(size), path.map(bytes)];
    const both = (at: number, of: number, leaf: Buffer, way: Buffer[], top: Buffer): boolean[] => [
      ledger.verifyInclusion(at, of, leaf, way, top),
      verifier.rootFromInclusion(at, of, leaf, way)?.equals(top) ?? false,
    ];
    expect(hex(ledger.inclusionProof(index, HASHES.slice(0, size)))).toEqual(path);
    expect(both(index, size, hash, proof, root)).toEqual([true, true]);
    for (const [how, way] of spoilt(proof, root))
      expect([how, ...both(index, size, hash, way, root)]).toEqual([how, false, false]);
    const wrong: [string, number, number, Buffer, Buffer][] = [
      ['leaf index - 1', index - 1, size, hash, root],
      ['leaf index + 1', index + 1, size, hash, root],
      ['leaf index ^ 2', index ^ 2, size, hash, root],
      ['tree size * 2', index, size * 2, hash, root],
      ['wrong leaf', index, size, ledger.leafHash(Buffer.from('wrong')), root],
      ['empty root', index, size, hash, bytes(EMPTY_ROOT)],
      ['random root', index, size, hash, Buffer.alloc(32, 0x5a)],
    ];
    for (const [how, at, of, leaf, top] of wrong)
      expect([how, ...both(at, of, leaf, proof, top)]).toEqual([how, false, false]);
  });

  it.each(CONSISTENCIES)('from $from to $to', ({ from, to, path }) => {
    const proof = path.map(bytes);
    const both = (way: Buffer[], older = rootAt(from), newer = rootAt(to)): boolean[] => [
      ledger.verifyConsistency(from, to, older, newer, way),
      witness.isPrefix(from, older, to, newer, way),
    ];
    expect(hex(ledger.consistencyProof(from, HASHES.slice(0, to)))).toEqual(path);
    expect(both(proof)).toEqual([true, true]);
    for (const [how, way] of spoilt(proof, rootAt(to)))
      expect([how, ...both(way)]).toEqual([how, false, false]);
    expect(both(proof, Buffer.alloc(32, 0x5a))).toEqual([false, false]);
    expect(both(proof, rootAt(from), Buffer.alloc(32, 0x5a))).toEqual([false, false]);
  });
});

describe('RFC 8785', () => {
  it.each(DOCUMENTS)('the known document "%s"', (_, input, output) => {
    expect(canonicalBytes(JSON.parse(input)).toString('utf8')).toBe(output);
  });

  it.each(NUMBERS)('the known double %s', (bits, spelling) => {
    const number = bytes(bits).readDoubleBE(0);
    if (spelling === null) expect(() => canonicalBytes(number)).toThrow();
    else expect(canonicalBytes(number).toString('utf8')).toBe(spelling);
  });

  it('lone surrogates have no canonical JSON', () => {
    for (const text of ['\ud800', 'a\udfff', '\\\udc00'])
      expect(() => canonicalBytes({ text })).toThrow('no canonical JSON');
    expect(canonicalBytes('\\ud800').toString('utf8')).toBe('"\\\\ud800"');
  });
});
