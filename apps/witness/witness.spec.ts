import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  leafHashOf,
  rootOf,
  sha256,
  writtenKey,
  writtenLeaf,
  writtenNote,
} from '../verify/written-export.js';

const here = dirname(fileURLToPath(import.meta.url));
const program = join(here, 'witness.mjs');
const log = writtenKey('simpul/16.74');
const hashes = Array.from({ length: 20 }, (_, index) => leafHashOf(writtenLeaf(index)));
const forged = hashes.map((hash, index) => (index === 6 ? sha256('other') : hash));

/** RFC 6962 section 2.1.2, by its definition. */
function proofOf(size: number, of: readonly Buffer[], whole = true): Buffer[] {
  if (size === of.length) return whole ? [] : [rootOf(of)];
  const split = 2 ** Math.ceil(Math.log2(of.length) - 1);
  return size <= split
    ? [...proofOf(size, of.slice(0, split), whole), rootOf(of.slice(split))]
    : [...proofOf(size - split, of.slice(split), false), rootOf(of.slice(0, split))];
}

function submission(oldSize: number, size: number, tree = hashes, by = log): string {
  const leaves = tree.slice(0, size);
  const proof = oldSize > 0 && oldSize <= size ? proofOf(oldSize, leaves) : [];
  const lines = proof.map((hash) => `${hash.toString('base64')}\n`).join('');
  return `old ${oldSize}\n${lines}\n${writtenNote(size, rootOf(leaves), by)}`;
}

describe('a witness', () => {
  let folder: string;
  let child: ChildProcess | undefined;
  let address: string;
  let key: string;

  beforeEach(async () => {
    folder = join(mkdtempSync(join(tmpdir(), 'simpul-witness-')), 'w');
    key = spawnSync(process.execPath, [program, 'init', '--folder', folder, '--name', 'saksi.example/1'], {
      encoding: 'utf8',
    }).stdout.trim();
    await start();
  });
  afterEach(async () => {
    await end('SIGTERM');
    rmSync(dirname(folder), { recursive: true });
  });

  async function start(...more: string[]): Promise<string> {
    child = spawn(
      process.execPath,
      [program, 'serve', '--folder', folder, '--log', log.text, '--port', '0', ...more],
      { stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let said = '';
    await new Promise<void>((resolve) => {
      child!.stderr!.on('data', (part) => (said += String(part)));
      child!.stdout!.on('data', (part) => {
        said += String(part);
        if (said.includes('http://')) resolve();
      });
      child!.once('exit', () => resolve());
    });
    address = /http:\/\/\S+/.exec(said)?.[0] ?? '';
    return said;
  }
  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child!.once('exit', resolve));
    child.kill(signal);
    await gone;
  }
  const post = async (body: string) => {
    const response = await fetch(`${address}/add-checkpoint`, { method: 'POST', body });
    return {
      status: response.status,
      type: response.headers.get('content-type'),
      text: await response.text(),
    };
  };
  const stored = () => JSON.parse(readFileSync(join(folder, 'state.json'), 'utf8').split('\n')[1]!) as object;

  it('signs a tree that only grew, a heartbeat too, and has kept it before it answers', async () => {
    for (const [oldSize, size] of [
      [0, 3],
      [3, 3],
      [3, 8],
      [8, 20],
    ] as const) {
      const answer = await post(submission(oldSize, size));
      expect([size, answer.status]).toEqual([size, 200]);
      expect(stored()).toMatchObject({ [log.name]: { size } });
      const file = join(folder, 'seen.ndjson');
      const note = writtenNote(size, rootOf(hashes.slice(0, size)), log) + answer.text;
      writeFileSync(
        file,
        `${JSON.stringify({ kind: 'head', version: 2, scope: 'case', checkpoint: note })}\n{"kind":"end","leaves":0}\n`,
      );
      const verifier = join(here, '..', 'verify', 'verify.mjs');
      const verified = spawnSync(process.execPath, [verifier, file, '--key', log.text, '--witness', key]);
      expect([size, verified.status]).toEqual([size, 0]);
    }
  });

  it('refuses a fork and a step back with 409 and its own size, and keeps the evidence', async () => {
    await post(submission(0, 8));
    expect(await post(submission(8, 8, forged))).toMatchObject({
      status: 409,
      text: '8\n',
      type: 'text/x.tlog.size',
    });
    expect(readdirSync(join(folder, 'evidence'))).toHaveLength(1);
    for (const [oldSize, size] of [
      [0, 5],
      [5, 12],
      [0, 12],
      [5, 5],
    ] as const)
      expect([size, await post(submission(oldSize, size))]).toEqual([
        size,
        { status: 409, text: '8\n', type: 'text/x.tlog.size' },
      ]);
    expect(stored()).toMatchObject({ [log.name]: { size: 8 } });
    expect((await post(submission(8, 12))).status).toBe(200);
  });

  it('refuses a history that was rewritten below what it saw: 422', async () => {
    await post(submission(0, 8));
    expect((await post(submission(8, 12, forged))).status).toBe(422);
    const grown = submission(8, 12).split('\n');
    grown.splice(1, 1);
    expect((await post(grown.join('\n'))).status).toBe(422);
    expect(readdirSync(join(folder, 'evidence')).length).toBeGreaterThan(0);
    expect(stored()).toMatchObject({ [log.name]: { size: 8 } });
  });

  it('refuses a strange key with 403, an unknown ledger with 404, and what is no submission with 400', async () => {
    expect((await post(submission(0, 3, hashes, writtenKey(log.name)))).status).toBe(403);
    expect((await post(submission(0, 3, hashes, writtenKey('simpul/99.99')))).status).toBe(404);
    expect((await post(submission(5, 3))).status).toBe(400);
    const good = submission(0, 3);
    for (const body of [
      '',
      'old 0\n',
      good.replace('old 0', 'old 00'),
      good.replace('\n3\n', '\n03\n'),
      good.replace('old 0\n', 'old 0\nAAAA\n'),
    ])
      expect([body.slice(0, 12), (await post(body)).status]).toEqual([body.slice(0, 12), 400]);
    expect((await post('x'.repeat(70_000))).status).toBe(413);
    expect((await post(`old 0\n${'A'.repeat(43)}=\n${good.slice(6)}`)).status).toBe(422);
    expect(stored()).toEqual({});
  });

  it('lets only one of two submissions pass that race each other', async () => {
    await post(submission(0, 4));
    const answers = await Promise.all([6, 9, 12, 6, 20].map((size) => post(submission(4, size))));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(4);
  });

  it('goes on after kill -9 from what it had signed', async () => {
    const before = await post(submission(0, 8));
    await end('SIGKILL');
    await start();
    expect((await post(submission(0, 8))).status).toBe(409);
    expect((await post(submission(8, 12, forged))).status).toBe(422);
    expect((await post(submission(8, 12))).status).toBe(200);
    expect(before.status).toBe(200);
  });

  it('does not start without its memory, nor with a damaged one, unless it is told to begin again', async () => {
    await post(submission(0, 8));
    await end('SIGTERM');
    const file = join(folder, 'state.json');
    const text = readFileSync(file, 'utf8');
    for (const damage of [text.slice(0, -20), text.replace('"size":8', '"size":7'), '', 'x\n{}\n']) {
      writeFileSync(file, damage);
      expect(await start()).toContain('no longer knows what it has seen');
      // Not even when it is told to: a damaged memory is somebody's to look at first.
      expect(await start('--begin-again')).toContain('no longer knows what it has seen');
    }
    rmSync(file);
    expect(await start()).toContain('no longer knows what it has seen');
    expect(await start('--begin-again')).toContain('http://');
    expect((await post(submission(0, 3))).status).toBe(200);
  });

  it('is alone with its folder, and makes no second key', async () => {
    const second = spawnSync(
      process.execPath,
      [program, 'serve', '--folder', folder, '--log', log.text, '--port', '0'],
      {
        encoding: 'utf8',
      },
    );
    expect([second.status, second.stderr]).toEqual([1, expect.stringContaining('already')]);
    const again = spawnSync(process.execPath, [program, 'init', '--folder', folder, '--name', 'x']);
    expect(again.status).toBe(1);
  });

  it('says what it has signed to whoever asks', async () => {
    await post(submission(0, 8));
    const text = await (await fetch(`${address}/`)).text();
    expect(text).toContain(key);
    expect(text).toContain(`${log.name} 8 ${rootOf(hashes.slice(0, 8)).toString('base64')} `);
  });
});
