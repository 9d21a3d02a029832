import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { cp, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AlreadyRunning, LaunchLock } from './launch-lock.js';

describe('one launcher per folder', () => {
  let folder: string;
  let lock: LaunchLock;
  const first = () => join(folder, 'first');
  const second = () => join(folder, 'second');

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'simpul-lock-'));
    await mkdir(first());
    lock = await LaunchLock.take(first());
    await lock.announce('http://localhost:4710');
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('says where the first one answers', async () => {
    await expect(LaunchLock.take(first())).rejects.toThrow('http://localhost:4710');
  });

  it('is free again after a release', async () => {
    await lock.release();
    await LaunchLock.take(first());
  });

  it('does not hold in a copy of the folder', async () => {
    await cp(first(), second(), { recursive: true });
    await LaunchLock.take(second());
  });

  it('holds in a folder that was moved while it ran', async () => {
    await rename(first(), second());
    await expect(LaunchLock.take(second())).rejects.toThrow(AlreadyRunning);
  });
});
