import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { embeddedHome } from './home.js';

const asRoot = process.getuid?.() === 0;

describe('where the data of a clone live', () => {
  let folder: string; // mkdtemp makes it 0700, so only its owner may enter
  let clone: string;
  const state = (project: string) => join(project, '.simpul');
  const homeOf = (project: string) => embeddedHome(project, state(project), join(folder, 'places'));
  const withData = async (project: string) => {
    const found = await homeOf(project);
    await mkdir(join(found.home, 'data'), { recursive: true });
    return found;
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(asRoot ? '/tmp' : tmpdir(), 'simpul-home-'));
    clone = join(folder, 'simpul');
    await mkdir(clone);
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  // Only root runs PostgreSQL as somebody else.
  if (!asRoot) {
    it('is beside the keys', async () => {
      expect((await homeOf(clone)).home).toBe(join(clone, '.simpul', 'postgres'));
    });
    return;
  }

  it('is the same place at the next start, and names its folder', async () => {
    const first = await withData(clone);
    expect((await homeOf(clone)).home).toBe(first.home);
    expect(await readFile(join(first.home, '..', 'belongs-to'), 'utf8')).toBe(`${clone}\n`);
    expect(first.orphans).toEqual([]);
  });

  it('is a new place for a new clone in the same path, and the old one is reported and kept', async () => {
    const old = await withData(clone);
    await rm(clone, { recursive: true });
    await mkdir(clone);
    const fresh = await homeOf(clone);
    expect(fresh.home).not.toBe(old.home);
    expect(fresh.orphans).toEqual([join(old.home, '..')]);
  });

  it('goes along when the folder is moved', async () => {
    const before = await withData(clone);
    const moved = join(folder, 'elsewhere');
    await rename(clone, moved);
    expect((await homeOf(moved)).home).toBe(before.home);
    expect(await readFile(join(before.home, '..', 'belongs-to'), 'utf8')).toBe(`${moved}\n`);
  });

  it('stays with the original when the folder is copied', async () => {
    const original = await withData(clone);
    const copy = join(folder, 'copy');
    await cp(clone, copy, { recursive: true });
    await expect(homeOf(copy)).rejects.toThrow(`This folder is a copy of ${clone}`);
    expect((await homeOf(clone)).home).toBe(original.home);
    await rm(state(copy), { recursive: true });
    expect((await homeOf(copy)).home).not.toBe(original.home);
  });

  it('is found again when .simpul comes back from a backup', async () => {
    const old = await withData(clone);
    const backup = join(folder, 'backup');
    await rename(state(clone), backup);
    const between = await withData(clone);
    await rm(state(clone), { recursive: true });
    await rename(backup, state(clone));
    const restored = await homeOf(clone);
    expect(restored.home).toBe(old.home);
    expect(restored.orphans).toEqual([join(between.home, '..')]);
  });
});
