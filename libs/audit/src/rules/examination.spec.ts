import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { generateKeyPairSync } from 'node:crypto';
import { Examination, type Evidence, type StoredCheckpoint } from './examination.js';
import { leafBytes, type LeafContent } from './leaf.js';
import { leafHash, rootOf } from './merkle.js';
import { signedNote, signerOf } from './note.js';
import { resultOf, verdictWords } from './verdict-words.js';

const signer = signerOf('simpul.test', generateKeyPairSync('ed25519').privateKey);
const impostor = signerOf('simpul.test', generateKeyPairSync('ed25519').privateKey);

function entry(index: number, act = 'case.read'): Evidence {
  const content: LeafContent = {
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    at: '2026-11-25T03:00:00.000000Z',
    act,
    decision: 'allowed',
    actorId: null,
    actorRole: 'system',
    actorAgency: null,
    objectKind: null,
    objectId: null,
    caseRef: null,
    facts: { index },
    commitment: null,
    requestId: null,
  };
  const leaf = leafBytes(content);
  return { index, entryId: content.id, hash: leafHash(leaf), entry: { ...content, leaf } };
}

interface Book {
  evidence: Evidence[];
  checkpoints: StoredCheckpoint[];
}

/** A ledger of `size` entries with a checkpoint after each of `sizes`. */
function book(size: number, sizes: number[], by = signer): Book {
  const evidence = Array.from({ length: size }, (_, index) => entry(index));
  const checkpoints = sizes.map((covered, position) => {
    const root = rootOf(evidence.slice(0, covered).map(({ hash }) => hash));
    return { number: position + 1, size: covered, root, note: signedNote(covered, root, by) };
  });
  return { evidence, checkpoints };
}

function examine({ evidence, checkpoints }: Book, missed = { count: 0, first: null as string | null }) {
  const examination = new Examination(checkpoints, [signer.verifier]);
  for (const place of evidence) if (!examination.see(place)) break;
  return examination.finish(missed);
}

const SIZES = [0, 4, 4, 7, 10];
const whole = () => book(10, SIZES);

describe('the examination of a ledger', () => {
  it('finds nothing wrong with a whole one, empty and never sealed included', () => {
    expect(examine(whole())).toBeNull();
    expect(examine(book(0, [0]))).toBeNull();
    expect(examine(book(0, []))).toBeNull();
  });

  it('names the entry whose columns were changed', () => {
    const forged = whole();
    forged.evidence[5]!.entry!.act = 'case.closed';
    expect(examine(forged)).toMatchObject({
      why: 'entryChanged',
      index: 5,
      entryId: forged.evidence[5]!.entryId,
    });
  });

  it('names the entry of which one bit was flipped, wherever it is', () => {
    fc.assert(
      fc.property(fc.nat(9), fc.nat(), fc.nat(7), (index, byte, bit) => {
        const forged = whole();
        const { leaf } = forged.evidence[index]!.entry!;
        leaf[byte % leaf.length]! ^= 1 << bit;
        expect(examine(forged)).toMatchObject({ why: 'entryChanged', index });
      }),
    );
  });

  it('names the entry whose columns and bytes were changed alike', () => {
    const forged = whole();
    forged.evidence[5]!.entry = entry(5, 'case.closed').entry;
    expect(examine(forged)).toMatchObject({ why: 'hashWrong', index: 5 });
  });

  it('names the entry that is gone, and the place that is empty', () => {
    const gone = whole();
    gone.evidence[3]!.entry = null;
    expect(examine(gone)).toMatchObject({
      why: 'entryMissing',
      index: 3,
      entryId: gone.evidence[3]!.entryId,
    });
    const gap = whole();
    gap.evidence.splice(3, 2);
    expect(examine(gap)).toMatchObject({ why: 'indexMissing', index: 3, lastIndex: 4 });
  });

  it('finds a forged entry with a forged hash within the range that its checkpoint signed', () => {
    const forged = whole();
    forged.evidence[5] = entry(5, 'case.closed');
    expect(examine(forged)).toMatchObject({ why: 'rootWrong', index: 4, lastIndex: 6, checkpoint: 4 });
  });

  it('finds two entries that changed places, and one that was put in or doubled', () => {
    const swapped = whole();
    [swapped.evidence[8], swapped.evidence[9]] = [
      { ...swapped.evidence[9]!, index: 8 },
      { ...swapped.evidence[8]!, index: 9 },
    ];
    expect(examine(swapped)).toMatchObject({ why: 'rootWrong', index: 7, lastIndex: 9 });
    const inserted = whole();
    inserted.evidence.splice(2, 0, entry(1));
    inserted.evidence.forEach((place, index) => (place.index = index));
    expect(examine(inserted)).toMatchObject({ why: 'rootWrong', index: 0, lastIndex: 3 });
  });

  it('finds a tail that was cut below a checkpoint', () => {
    const cut = whole();
    cut.evidence.length = 8;
    expect(examine(cut)).toMatchObject({ why: 'tailCut', index: 8, lastIndex: 9, checkpoint: 5 });
  });

  it('finds entries that nobody signed, and old ones outside the tree', () => {
    expect(examine(book(10, [4]))).toMatchObject({ why: 'notSigned', index: 4, lastIndex: 9 });
    expect(examine(whole(), { count: 2, first: 'x' })).toMatchObject({ why: 'notSealed', entryId: 'x' });
  });

  it('finds a missing, altered, shrunken or foreign checkpoint', () => {
    const missing = whole();
    missing.checkpoints.splice(1, 1);
    expect(examine(missing)).toMatchObject({ why: 'checkpointMissing', checkpoint: 2 });
    const altered = whole();
    altered.checkpoints[3]!.note = altered.checkpoints[2]!.note;
    expect(examine(altered)).toMatchObject({ why: 'signatureWrong', checkpoint: 4 });
    expect(examine(book(10, [4, 3]))).toMatchObject({ why: 'rootWrong', checkpoint: 2 });
    expect(examine(book(10, SIZES, impostor))).toMatchObject({ why: 'signatureWrong', checkpoint: 1 });
  });
});

describe('the verdict in words', () => {
  const counts = { entries: 48_120, sealed: 48_110, pending: 10, checkpoints: 900 };

  it('says that all is well, and what is still waiting', () => {
    const words = verdictWords({ ...counts, ok: true, firstBad: null });
    expect(words.id).toBe(
      'Utuh: 48.110 catatan cocok, tidak ada celah. 10 catatan terbaru menunggu disegel.',
    );
    expect(words.en).toBe('Intact: 48,110 records match, no gaps. The 10 newest are waiting to be sealed.');
  });

  it('names what is wrong, counted from one, and of what kind it is', () => {
    const one = {
      why: 'entryChanged',
      index: 48_100,
      lastIndex: 48_100,
      entryId: 'x',
      checkpoint: null,
    } as const;
    expect(verdictWords({ ...counts, ok: false, firstBad: one }).id).toMatch(
      /^Tidak utuh: catatan 48\.101: isinya diubah setelah dicatat\.$/,
    );
    const range = { ...one, why: 'rootWrong', lastIndex: 48_102 } as const;
    expect(verdictWords({ ...counts, ok: false, firstBad: range }).en).toMatch(
      /^Not intact: records 48,101–48,103: these records are not the ones that were signed\./,
    );
    const seal = {
      why: 'signatureWrong',
      index: null,
      lastIndex: null,
      entryId: null,
      checkpoint: 7,
    } as const;
    expect(verdictWords({ ...counts, ok: false, firstBad: seal }).en).toMatch(
      /^Wrong key: seal 7: the signature/,
    );
    const tail = { ...one, why: 'tailCut', lastIndex: 48_102 } as const;
    expect(verdictWords({ ...counts, ok: false, firstBad: tail }).id).toMatch(
      /^Tidak lengkap: catatan 48\.101–48\.103: /,
    );
    const results = [null, one, tail, seal].map((firstBad) =>
      [true, false].map((witnessed) => resultOf({ firstBad }, witnessed)),
    );
    expect(results).toEqual([
      ['intact', 'unwitnessed'],
      ['tampered', 'tampered'],
      ['incomplete', 'incomplete'],
      ['wrongKey', 'wrongKey'],
    ]);
  });
});
