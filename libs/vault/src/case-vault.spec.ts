import { afterAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { blindIndex, useKeyRing } from './blind-index.js';
import { CaseVault } from './case-vault.js';
import { KeyRing, MasterKeyFile, newMasterKeyFile } from './key-ring.js';
import { EnvelopeBroken } from './rules/envelope.js';

const keys = { data: randomBytes(32), audit: randomBytes(32) };
const vault = new CaseVault(randomUUID(), randomUUID(), 1, keys);
const row = randomUUID();

describe('the vault of a case', () => {
  const sealed = vault.seal('person.name', row, 'Siti Aminah');

  it('unseals what it sealed, in the same cell', () => {
    expect(vault.unseal('person.name', row, sealed)).toBe('Siti Aminah');
  });

  it('does not unseal another row, column, table, case or key version', () => {
    const otherCase = new CaseVault(randomUUID(), vault.ledgerRef, 1, keys);
    const otherVersion = new CaseVault(vault.caseId, vault.ledgerRef, 2, keys);
    expect(() => vault.unseal('person.name', randomUUID(), sealed)).toThrow(EnvelopeBroken);
    expect(() => vault.unseal('person.nik', row, sealed)).toThrow(EnvelopeBroken);
    expect(() => vault.unseal('report.name', row, sealed)).toThrow(EnvelopeBroken);
    expect(() => otherCase.unseal('person.name', row, sealed)).toThrow(EnvelopeBroken);
    expect(() => otherVersion.unseal('person.name', row, sealed)).toThrow(EnvelopeBroken);
  });

  it('refuses a field that is not table.column', () => {
    expect(() => vault.seal('name', row, 'x')).toThrow(/table\.column/);
    expect(() => vault.seal('person.name', 'a|b', 'x')).toThrow(/"\|"/);
  });

  it('commits to a text without telling it', () => {
    const commitment = vault.commitment('1674014102020003');
    expect(vault.commits('1674014102020003', commitment)).toBe(true);
    expect(vault.commits('1674014102020004', commitment)).toBe(false);
    expect(vault.commits('1674014102020003', 'ab')).toBe(false);
    // The same text in another case gives another commitment: a list of all NIKs does not help.
    const other = new CaseVault(vault.caseId, vault.ledgerRef, 1, { ...keys, audit: randomBytes(32) });
    expect(other.commitment('1674014102020003')).not.toBe(commitment);
  });

  it('shows no key when it is printed or logged', () => {
    const shown = inspect(vault, { depth: 5, showHidden: true }) + JSON.stringify({ vault });
    expect(shown).not.toContain(keys.data.toString('hex').slice(0, 8));
    expect(shown).not.toMatch(/Buffer|Uint8Array/);
  });
});

describe('the master key file on disk', () => {
  const folder = mkdtempSync(join(tmpdir(), 'simpul-vault-'));
  const path = join(folder, 'master.key');
  const read = (file: string | undefined) => () => new KeyRing(new MasterKeyFile(file));
  afterAll(() => rmSync(folder, { recursive: true }));

  it('stops the start with a clear error when it is missing, not named, or short', () => {
    expect(read(undefined)).toThrow(/SIMPUL_MASTER_KEY_FILE names no file/);
    expect(read(join(folder, 'none.key'))).toThrow(/none\.key does not exist/);
    writeFileSync(join(folder, 'short.key'), 'YWJj\n', { mode: 0o600 });
    expect(read(join(folder, 'short.key'))).toThrow(/3 bytes; 32 are needed/);
  });

  it('is readable by its owner only, and is never overwritten', () => {
    newMasterKeyFile(path);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(() => newMasterKeyFile(path)).toThrow(/EEXIST/);
    expect(read(path)).not.toThrow();
    chmodSync(path, 0o644);
    expect(read(path)).toThrow(/chmod 600/);
    chmodSync(path, 0o600);
  });

  it('gives blind indexes that agree on one value and differ by field and by installation', () => {
    const other = join(folder, 'other.key');
    newMasterKeyFile(other);
    useKeyRing(new KeyRing(new MasterKeyFile(path)));
    const first = blindIndex('phone', '0812-3456-7890');
    expect(first.length).toBe(32);
    expect(blindIndex('phone', '+62 81234567890')).toEqual(first);
    expect(blindIndex('name', 'Hj. Siti Aminah, S.Pd.')).toEqual(blindIndex('name', 'siti aminah'));
    expect(blindIndex('nik', '6281234567890')).not.toEqual(first);
    expect(() => blindIndex('name', ' - ')).toThrow(
      expect.objectContaining({ code: 'invalid', status: 422 }),
    );
    useKeyRing(new KeyRing(new MasterKeyFile(other)));
    expect(blindIndex('phone', '0812-3456-7890')).not.toEqual(first);
  });

  it('opens what an older master key wrapped, and nothing of a foreign one', () => {
    const ring = new KeyRing(new MasterKeyFile(path));
    const foreign = join(folder, 'foreign.key');
    newMasterKeyFile(foreign);
    const wrapped = ring.wrap('place', Buffer.from('secret'));
    expect(ring.unwrap('place', wrapped).toString()).toBe('secret');
    expect(() => new KeyRing(new MasterKeyFile(foreign)).unwrap('place', wrapped)).toThrow(EnvelopeBroken);
    expect(() => ring.unwrap('elsewhere', wrapped)).toThrow(EnvelopeBroken);
  });
});
