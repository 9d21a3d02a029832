import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseApart } from './data-and-keys.js';
import { keyFilesIn, passwordsIn, rememberDatabase } from './secrets.js';

describe('a database and its keys', () => {
  let state: string;
  const check = (initialised: boolean, id?: string) => refuseApart({ initialised, id }, '/place', state);

  async function installed(): Promise<void> {
    const secrets = await passwordsIn(state);
    await keyFilesIn(state);
    await rememberDatabase(state, secrets, 'first');
  }

  beforeEach(async () => {
    state = await mkdtemp(join(tmpdir(), 'simpul-keys-'));
  });
  afterEach(() => rm(state, { recursive: true, force: true }));

  it('may both be absent, and both be there', async () => {
    await check(false);
    await installed();
    await check(true, 'first');
  });

  it('may be half made: a first start that was interrupted', async () => {
    await passwordsIn(state);
    await check(false);
    await keyFilesIn(state);
    await check(true, 'first');
  });

  it('are refused when the keys are missing, and no new ones are made', async () => {
    await expect(check(true, 'first')).rejects.toThrow(/secrets\.json.*master\.key.*ledger\.key/);
    expect(await readdir(state)).toEqual([]);
  });

  it.each(['secrets.json', 'master.key', 'ledger.key'])(
    'are refused when %s alone is missing',
    async (name) => {
      await installed();
      await rm(join(state, name));
      await expect(check(true, 'first')).rejects.toThrow(name);
    },
  );

  it('are refused when the data are missing', async () => {
    await installed();
    await expect(check(false)).rejects.toThrow('no longer in /place');
  });

  it('are refused when they come from two installations', async () => {
    await installed();
    await expect(check(true, 'second')).rejects.toThrow('does not belong to the keys');
  });

  it('makes no folder where no key goes: an image mounts its keys and may write nowhere else', async () => {
    process.env.SIMPUL_MASTER_KEY_FILE = join(state, 'keys', 'master.key');
    process.env.SIMPUL_LEDGER_KEY_FILE = join(state, 'keys', 'ledger.key');
    try {
      await keyFilesIn(join(state, 'closed'));
      expect(await readdir(state)).toEqual(['keys']);
    } finally {
      delete process.env.SIMPUL_MASTER_KEY_FILE;
      delete process.env.SIMPUL_LEDGER_KEY_FILE;
    }
  });
});
