import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from '@jest/globals';
import {
  announcement,
  leafHashOf,
  rootOf,
  writtenCase,
  writtenExport,
  writtenKey,
  writtenLeaf,
  writtenNote,
  type Line,
} from './written-export.js';

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'simpul-verify-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const log = writtenKey('simpul/16.74');
const other = writtenKey('simpul/16.74');
const witness = writtenKey('inspektorat.example/saksi', 4);
const second = writtenKey('provinsi.example/saksi', 4);

const leaves = Array.from({ length: 12 }, (_, index) => writtenLeaf(index));
const SEALS = [0, 3, 3, 7, 12];
const whole = (): Line[] => writtenExport({ leaves, seals: SEALS, log, witnesses: [witness] });

interface Answer {
  code: number | null;
  why?: string;
  index?: number;
  lastIndex?: number;
  entries?: number;
  key?: string;
  witnesses?: string[];
  words: { id: string; en: string };
}

/** On a machine without Python the second verifier is not asked; `npm test` says so at its end. */
const hasPython = spawnSync('python3', ['--version']).status === 0;

interface Examiner {
  line(text: string): void;
  verdict(): unknown;
}
interface TrustModule {
  keysFrom(text: string): unknown[];
  trustIn(logs: unknown[], witnesses: unknown[]): object;
}

let files = 0;
function file(content: string): string {
  const path = join(folder, String(files++));
  writeFileSync(path, content);
  return path;
}

const textOf = (lines: Line[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');
const KEYS = ['--key', log.text, '--witness', witness.text];

/** Asks both verifiers; they must come to the same code, and name the same entry. */
function verdict(content: Line[] | string, options: string[] = KEYS): Answer {
  const path = file(typeof content === 'string' ? content : textOf(content));
  const node = spawnSync(process.execPath, [join(here, 'verify.mjs'), path, ...options, '--json'], {
    encoding: 'utf8',
  });
  if (!hasPython) return { ...(JSON.parse(node.stdout || '{}') as Answer), code: node.status };
  const python = spawnSync('python3', ['-B', join(here, 'verify.py'), path, ...options], {
    encoding: 'utf8',
  });
  const answer = { ...(JSON.parse(node.stdout || '{}') as Answer), code: node.status };
  expect({ code: python.status, said: python.stdout + python.stderr }).toMatchObject({ code: answer.code });
  const named = /: entry (\d+): /.exec(python.stdout);
  expect(named ? Number(named[1]) - 1 : undefined).toBe(answer.index);
  return answer;
}

const leafAt = (lines: Line[], index: number): number =>
  lines.findIndex((line) => line.kind === 'leaf' && line.index === index);

function damaged(change: (lines: Line[]) => void): Line[] {
  const lines = whole();
  change(lines);
  return lines;
}

describe('an export in which nothing is wrong', () => {
  it('is found intact, and the sentence says who witnessed it', () => {
    const answer = verdict(whole());
    expect(answer).toMatchObject({ code: 0, entries: 12, witnesses: [witness.name] });
    expect(answer.words.id).toBe(
      'UTUH: 12 catatan cocok dengan segelnya, tidak ada celah. Disaksikan oleh: inspektorat.example/saksi.',
    );
    expect(verdict(writtenExport({ leaves: [], seals: [0], log }), ['--key', log.text])).toMatchObject({
      code: 0,
      entries: 0,
    });
  });

  it('is found intact where some entries are there as hashes only', () => {
    const answer = verdict(damaged((lines) => delete lines[leafAt(lines, 4)]!.leaf));
    expect(answer.code).toBe(0);
    expect(answer.words.en).toContain('1 of them are here as hashes only');
  });

  it('agrees with checkpoints that were kept earlier, of any size, sealed there or not', () => {
    const hashes = leaves.map(leafHashOf);
    for (const size of [0, 5, 7, 12]) {
      const kept = file(writtenNote(size, rootOf(hashes.slice(0, size)), log));
      expect([size, verdict(whole(), [...KEYS, '--since', kept]).code]).toEqual([size, 0]);
    }
  });
});

describe('what was done to an export is found, and the first bad entry named', () => {
  const swapHash = (line: Line, leaf: string): void => {
    Object.assign(line, { leaf, hash: leafHashOf(leaf).toString('base64') });
  };
  it.each<[string, (lines: Line[]) => void, Partial<Answer>]>([
    [
      'a flipped byte',
      (lines) => {
        const line = lines[leafAt(lines, 5)]!;
        line.leaf = String(line.leaf).replace('system', 'sysTem');
      },
      { code: 2, index: 5 },
    ],
    [
      'a time changed by a microsecond',
      (lines) => {
        const line = lines[leafAt(lines, 11)]!;
        line.leaf = String(line.leaf).replace('.000000Z', '.000001Z');
      },
      { code: 2, index: 11 },
    ],
    [
      'an entry rewritten with its hash',
      (lines) => swapHash(lines[leafAt(lines, 5)]!, writtenLeaf(5, 'case.closed')),
      { code: 2, why: 'rootWrong', index: 3, lastIndex: 6 },
    ],
    ['a deleted entry', (lines) => lines.splice(leafAt(lines, 5), 1), { code: 2, index: 5 }],
    [
      'a deleted entry, the rest moved up',
      (lines) => {
        lines.splice(leafAt(lines, 5), 1);
        for (const line of lines)
          if (line.kind === 'leaf' && Number(line.index) > 5) (line.index as number)--;
        lines.at(-1)!.leaves = 11;
      },
      { code: 3, index: 6 },
    ],
    [
      'an entry put in',
      (lines) => {
        const leaf = writtenLeaf(5);
        const hash = leafHashOf(leaf).toString('base64');
        lines.splice(leafAt(lines, 5), 0, { kind: 'leaf', index: 5, hash, leaf });
      },
      { code: 2, index: 6 },
    ],
    [
      'two entries that changed places',
      (lines) => {
        const [a, b] = [leafAt(lines, 8), leafAt(lines, 9)];
        [lines[a], lines[b]] = [lines[b]!, lines[a]!];
      },
      { code: 2, index: 8 },
    ],
    [
      'two entries that changed places and numbers',
      (lines) => {
        const [a, b] = [lines[leafAt(lines, 8)]!, lines[leafAt(lines, 9)]!];
        [a.leaf, a.hash, b.leaf, b.hash] = [b.leaf, b.hash, a.leaf, a.hash];
      },
      { code: 2, why: 'rootWrong', index: 7, lastIndex: 11 },
    ],
    [
      'a doubled entry',
      (lines) => lines.splice(leafAt(lines, 5), 0, { ...lines[leafAt(lines, 5)]! }),
      { code: 2, index: 6 },
    ],
    [
      'an entry doubled in the place of another',
      (lines) => {
        const { leaf, hash } = lines[leafAt(lines, 4)]!;
        Object.assign(lines[leafAt(lines, 5)]!, { leaf, hash });
      },
      { code: 2, index: 5 },
    ],
    ['a cut tail', (lines) => lines.splice(-4), { code: 3, index: 10 }],
    ['a tail cut off within the line of the end', (lines) => lines.splice(-1), { code: 3 }],
    [
      'a tail cut off below an older seal, with the seal',
      (lines) => {
        const end = { kind: 'end', leaves: 7 };
        const cut = lines.findIndex((line) => line.kind === 'checkpoint' && line.number === 4);
        lines.splice(cut + 1, Infinity, end);
      },
      { code: 3, index: 7 },
    ],
    [
      'a seal taken out',
      (lines) =>
        lines.splice(
          lines.findIndex((line) => line.number === 2),
          1,
        ),
      { code: 2, why: 'checkpointMissing' },
    ],
    [
      'a seal altered',
      (lines) => {
        const line = lines.find(({ number }) => number === 4)!;
        line.note = String(line.note).replace('\n7\n', '\n8\n');
      },
      { code: 4, index: 3, lastIndex: 6 },
    ],
    [
      'a seal by a key that was put in the place of the ledger’s',
      (lines) => {
        const line = lines.find(({ number }) => number === 4)!;
        line.note = writtenNote(7, rootOf(leaves.slice(0, 7).map(leafHashOf)), other);
      },
      { code: 4, why: 'signatureWrong', index: 3, lastIndex: 6 },
    ],
    [
      'a seal whose signature is cut',
      (lines) => {
        const line = lines.find(({ number }) => number === 4)!;
        line.note = `${String(line.note).slice(0, -9)}\n`;
      },
      { code: 4 },
    ],
    [
      'a seal without a signature',
      (lines) => {
        const line = lines.find(({ number }) => number === 4)!;
        line.note = `${String(line.note).split('\n\n')[0]}\n\n`;
      },
      { code: 4 },
    ],
    [
      'the witness struck out',
      (lines) => {
        lines[0]!.checkpoint = String(lines[0]!.checkpoint).replace(/— inspektorat.*\n/, '');
      },
      { code: 5 },
    ],
    [
      'entries that nobody signed',
      (lines) => {
        lines.splice(
          lines.findIndex((line) => line.number === 5),
          1,
        );
      },
      { code: 2, why: 'notSigned', index: 7, lastIndex: 11 },
    ],
  ])('%s', (_, change, expected) => {
    const answer = verdict(damaged(change));
    expect(answer).toMatchObject(expected);
    expect(answer.words.id).toMatch(/^(TIDAK UTUH|TIDAK LENGKAP|KUNCI TIDAK COCOK|SAKSI KURANG): .+\.$/);
  });

  it('any single bit of any line, wherever it is', async () => {
    const program = join(here, 'examine.mjs');
    const { Examination } = (await import(program)) as { Examination: new (trust: object) => Examiner };
    const trust = (await import(join(here, 'trust.mjs'))) as TrustModule;
    const trusted = trust.trustIn(trust.keysFrom(log.text), trust.keysFrom(witness.text));
    const content = Buffer.from(textOf(whole()));
    for (let position = 0; position < content.length - 1; position += 5) {
      const forged = Buffer.from(content);
      forged[position]! ^= 1 << (position % 7);
      const read = (): unknown => {
        const examination = new Examination(trusted);
        // As the program reads lines; the flip of a line's end joins two of them.
        for (const line of forged.toString('utf8').trimEnd().split('\n')) examination.line(line);
        return examination.verdict();
      };
      expect(read).toThrow(expect.objectContaining({ code: expect.any(Number) }));
      if (position % 900 === 0) expect(verdict(forged.toString('utf8')).code).toBeGreaterThan(0);
    }
  });

  it('a download that broke off, wherever that was', () => {
    const content = textOf(whole());
    for (const part of [0.2, 0.5, 0.9, 0.99, 0.999]) {
      const { code } = verdict(content.slice(0, Math.floor(content.length * part)));
      expect([part, code]).toEqual([part, 3]);
    }
  });
});

describe('a fork', () => {
  const forged = leaves.map((leaf, index) => (index === 5 ? writtenLeaf(5, 'case.closed') : leaf));
  const fork = writtenExport({ leaves: forged, seals: SEALS, log, witnesses: [witness] });

  it('that the ledger’s owner signed himself is seen against a checkpoint that was kept', () => {
    expect(verdict(fork).code).toBe(0);
    const kept = file(writtenNote(12, rootOf(leaves.map(leafHashOf)), log));
    expect(verdict(fork, [...KEYS, '--since', kept])).toMatchObject({ code: 2, why: 'forked' });
    const mid = file(writtenNote(9, rootOf(leaves.slice(0, 9).map(leafHashOf)), log));
    expect(verdict(fork, [...KEYS, '--since', mid])).toMatchObject({ code: 2, why: 'forked' });
  });

  it('is narrowed by every checkpoint that was kept before it: what an earlier one vouches for is not in doubt', () => {
    const kept = (size: number): string[] => [
      '--checkpoint',
      file(writtenNote(size, rootOf(leaves.slice(0, size).map(leafHashOf)), log)),
    ];
    const papers = [12, 5, 9].flatMap(kept);
    expect(verdict(whole(), [...KEYS, ...papers]).code).toBe(0);
    expect(verdict(fork, [...KEYS, ...papers])).toMatchObject({
      code: 2,
      why: 'forked',
      index: 5,
      lastIndex: 8,
    });
  });

  it('is found by a paper whose text went through a scanner, a mail and a strange alphabet', () => {
    const note = writtenNote(12, rootOf(leaves.map(leafHashOf)), log, [witness]);
    for (const mangled of [
      note.trimEnd(),
      note.replaceAll('\n', '\r\n'),
      `\uFEFF${note.replaceAll('\n', ' \n')}\n\n`,
      note.replaceAll('—', '\u00e2\u0080\u0094'),
      note.replaceAll('—', '-'),
    ]) {
      const paper = ['--checkpoint', file(mangled)];
      expect(verdict(fork, [...KEYS, ...paper])).toMatchObject({ code: 2, why: 'forked', index: 0 });
    }
    expect(verdict(whole(), [...KEYS, '--checkpoint', file(note.trimEnd())]).code).toBe(0);
    for (const broken of [note.replace('12', '13'), note.slice(0, 40), ''])
      expect(verdict(whole(), [...KEYS, '--checkpoint', file(broken)]).code).toBeGreaterThan(0);
  });

  it('cannot hide behind entries that were cut off', () => {
    const kept = file(writtenNote(12, rootOf(leaves.map(leafHashOf)), log));
    const short = writtenExport({
      leaves: leaves.slice(0, 7),
      seals: [0, 3, 3, 7],
      log,
      witnesses: [witness],
    });
    expect(verdict(short).code).toBe(0);
    expect(verdict(short, [...KEYS, '--since', kept])).toMatchObject({ code: 3, index: 7, lastIndex: 11 });
  });

  it('is not believed on the word of somebody else’s checkpoint', () => {
    const kept = file(writtenNote(12, rootOf(forged.map(leafHashOf)), other));
    expect(verdict(whole(), [...KEYS, '--since', kept]).code).toBe(4);
  });
});

describe('keys', () => {
  it('another key of the same name, an unknown key, and a witness’s key in the ledger’s place are refused', () => {
    expect(verdict(whole(), ['--key', other.text]).code).toBe(4);
    expect(verdict(whole(), ['--key', writtenKey('simpul/99.99').text]).code).toBe(4);
    expect(verdict(writtenExport({ leaves, seals: SEALS, log: other }), ['--key', log.text]).code).toBe(4);
  });

  it('a quorum is as many witnesses as were asked for', () => {
    const both = ['--key', log.text, '--witness', witness.text, '--witness', second.text];
    expect(verdict(whole(), both).code).toBe(5);
    expect(verdict(whole(), [...both, '--quorum', '1']).code).toBe(0);
    const seen = writtenExport({ leaves, seals: SEALS, log, witnesses: [second, witness] });
    expect(verdict(seen, both)).toMatchObject({ code: 0, witnesses: [witness.name, second.name] });
    const impostor = writtenKey(witness.name, 4);
    expect(verdict(writtenExport({ leaves, seals: SEALS, log, witnesses: [impostor] })).code).toBe(5);
  });

  it('a new key signs after the old one announced it, and the old one no more', () => {
    const announced = [...leaves.slice(0, 5), announcement(log, other), ...leaves.slice(5)];
    const rotated = (seals: Parameters<typeof writtenExport>[0]['seals']): Line[] =>
      writtenExport({ leaves: announced, seals, log });
    const key = ['--key', log.text];
    expect(verdict(rotated([0, 3, 7, [10, other], [13, other]]), key)).toMatchObject({
      code: 0,
      key: other.text,
    });
    // Back to the old key, before the announcement, and without any announcement.
    expect(verdict(rotated([0, 3, 7, [10, other], 13]), key).code).toBe(4);
    expect(verdict(rotated([0, [3, other], [7, other], [13, other]]), key).code).toBe(4);
    expect(verdict(writtenExport({ leaves, seals: [0, 3, [12, other]], log }), key).code).toBe(4);
    // Both keys are trusted, and still the new one may not sign before its turn.
    expect(
      verdict(writtenExport({ leaves, seals: [0, 3, [12, other]], log }), [...key, '--key', other.text]).code,
    ).toBe(4);
  });

  it('a key that the old one did not sign for is no key, whoever wrote it into the ledger', () => {
    const announced = [...leaves, announcement(log, other, other)];
    const forged = writtenExport({ leaves: announced, seals: [0, 13, [13, other]], log });
    expect(verdict(forged, ['--key', log.text]).code).toBe(4);
  });

  it('arguments that make no sense are said so', () => {
    for (const options of [['--key', 'x'], ['--key', log.text.replace('+', '+0')], []])
      expect([options, verdictCode(options)]).toEqual([options, 1]);
    expect(verdict('{"hello":1}\n').code).toBe(1);
    expect(verdict('').code).toBe(1);
  });

  const verdictCode = (options: string[]): number | null =>
    spawnSync(process.execPath, [join(here, 'verify.mjs'), file(textOf(whole())), ...options]).status;

  it('a policy file says who must have signed', () => {
    const policy = (rule: string): string[] => [
      '--policy',
      file(
        `log ${log.text}\nwitness a ${witness.text} https://a.example\nwitness b ${second.text}\n${rule}\n`,
      ),
    ];
    const code = (rule: string): number | null =>
      spawnSync(process.execPath, [join(here, 'verify.mjs'), file(textOf(whole())), ...policy(rule)]).status;
    expect(code('group both all a b\nquorum both')).toBe(5);
    expect(code('# one is enough\ngroup one any a b\nquorum one')).toBe(0);
    expect(code('quorum b')).toBe(5);
    expect(code('quorum none')).toBe(0);
    expect(code('group two 2 a\nquorum two')).toBe(1);
    expect(code('quorum c')).toBe(1);
  });
});

describe('the entries of one case', () => {
  const some = (): Line[] => writtenCase(leaves, [2, 5, 11], log, [witness]);

  it('prove that they are in the signed ledger, and the sentence says what cannot be seen', () => {
    const answer = verdict(some());
    expect(answer).toMatchObject({ code: 0, entries: 3 });
    expect(answer.words.en).toContain('cannot be seen from this file');
  });

  it.each<[string, (lines: Line[]) => void, Partial<Answer>]>([
    ['a changed entry', (lines) => (lines[2]!.leaf = writtenLeaf(5)), { code: 2, index: 5 }],
    ['an entry in another’s place', (lines) => (lines[2]!.index = 6), { code: 2, index: 6 }],
    ['an entry twice', (lines) => (lines[2] = { ...lines[1]! }), { code: 2, index: 2 }],
    ['a proof cut short', (lines) => (lines[2]!.proof as string[]).pop(), { code: 2, index: 5 }],
    ['an entry taken out', (lines) => lines.splice(2, 1), { code: 3 }],
    [
      'another ledger’s seal',
      (lines) => (lines[0]!.checkpoint = writtenNote(12, rootOf(leaves.map(leafHashOf)), other)),
      { code: 4 },
    ],
  ])('%s is found', (_, change, expected) => {
    const lines = some();
    change(lines);
    expect(verdict(lines)).toMatchObject(expected);
  });
});
