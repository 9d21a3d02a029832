import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DatabaseModule, UnitOfWork } from '#database';
import { VaultModule } from '#vault';
import { Test, type TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '#harness';
import { AuditModule } from './audit.module.js';
import { KeyRotation } from './key-rotation.js';
import { ledgerName, openSigner, openVerifiers } from './ledger-key.js';
import { Ledger } from './ledger.service.js';
import { announce } from './rules/key-turns.js';
import { signerOf } from './rules/note.js';
import { LedgerBroken, Sealer } from './sealer.js';
import { verifyLedger, type Ask } from './verification.js';

const NAME = ledgerName('16.74');

describe('the ledger’s next key', () => {
  let database: FreshDatabase;
  let admin: pg.Client;
  let app: TestingModule;
  const folder = mkdtempSync(join(tmpdir(), 'simpul-keys-'));
  const file = join(folder, 'ledger.key');
  const sealers: Sealer[] = [];

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    admin = new pg.Client(database.urls.admin);
    await admin.connect();
    app = await Test.createTestingModule({
      imports: [
        DatabaseModule.forRole(database.urls.worker, { poolSize: 4 }),
        VaultModule.withKeyFile(database.env.SIMPUL_MASTER_KEY_FILE),
        AuditModule,
      ],
    }).compile();
    await app.init();
    newKey(file);
  });
  afterAll(async () => {
    await Promise.all(sealers.map((sealer) => sealer.close()));
    await app.close();
    await admin.end();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const newKey = (place: string): void =>
    writeFileSync(place, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  const write = (act = 'test.written', facts = {}): Promise<unknown> =>
    app.get(UnitOfWork).runAsSystem({ name: act }, (work) => app.get(Ledger).append(work, { act, facts }));
  const openSealer = (): Sealer => {
    const sealer = new Sealer(database.urls.ledger, openSigner(file, NAME));
    sealers.push(sealer);
    return sealer;
  };
  const rotation = (sealer: Sealer) => new KeyRotation(sealer, app.get(UnitOfWork), app.get(Ledger));
  const verified = async (keys = openVerifiers(file, NAME)) => {
    const ask: Ask = async <T>(sql: string, params?: unknown[]) =>
      (await admin.query(sql, params)).rows as T[];
    await admin.query('set session authorization simpul_ledger');
    try {
      return await verifyLedger(ask, keys);
    } finally {
      await admin.query('reset session authorization');
    }
  };
  /** Passes until the ledger's tail is sealed. */
  const sealAll = async (by: Sealer): Promise<void> => {
    for (;;) {
      await by.pass();
      if ((await verified()).pending === 0) return;
    }
  };

  it('is announced in the ledger, sealed by the old key, and only then signs; the old checkpoints stay good', async () => {
    const sealer = openSealer();
    await write();
    await sealAll(sealer);
    const [first] = openVerifiers(file, NAME);
    newKey(`${file}.next`);
    expect(await rotation(sealer).pass()).toBe(false);
    expect((await admin.query(`select 1 from ledger.entry where act = 'ledger.keyAnnounced'`)).rowCount).toBe(
      1,
    );
    // Announced but not sealed: no step, and no second announcement, however often it is asked.
    expect(await rotation(sealer).pass()).toBe(false);
    await sealAll(sealer);
    expect(await rotation(sealer).pass()).toBe(true);
    expect(await rotation(sealer).pass()).toBe(false);
    await write();
    await sealAll(sealer);
    const verifiers = openVerifiers(file, NAME);
    expect(verifiers).toHaveLength(2);
    expect(readFileSync(`${file}.pub`, 'utf8').split('\n')[0]).toBe(first!.text);
    expect(await verified()).toMatchObject({ ok: true, firstBad: null });
    // The first key alone leads to the second; the second alone does not explain the first checkpoints.
    expect(await verified([first!])).toMatchObject({ ok: true });
    expect(await verified([verifiers[1]!])).toMatchObject({ ok: false, firstBad: { why: 'signatureWrong' } });
    expect((await admin.query(`select 1 from ledger.entry where act = 'ledger.keyAnnounced'`)).rowCount).toBe(
      1,
    );
  });

  it('is taken up by a second worker that still holds the old one, also after a crash between the two files', async () => {
    const [first, second] = [openSealer(), openSealer()];
    newKey(`${file}.next`);
    await rotation(first).pass();
    await sealAll(first);
    // The crash: the public line is written, the private key not yet in place.
    const next = first.ledgerKeys.next()!;
    writeFileSync(`${file}.pub`, `${readFileSync(`${file}.pub`, 'utf8')}${next.verifier.text}\n`);
    const revived = openSealer();
    expect(await rotation(revived).pass()).toBe(true);
    await write();
    await sealAll(revived);
    await write();
    await sealAll(second);
    expect(await verified()).toMatchObject({ ok: true, firstBad: null });
    expect(openVerifiers(file, NAME)).toHaveLength(3);
  });

  it('cannot be brought in by whoever owns the database, and an old key signs nothing any more', async () => {
    const verifiers = openVerifiers(file, NAME);
    const thief = signerOf(NAME, generateKeyPairSync('ed25519').privateKey);
    const { signer } = openSigner(file, NAME);
    // He has no old key to sign with; so he signs both places himself.
    const facts = { ...announce(thief, thief), oldKey: signer.verifier.text };
    await write('ledger.keyAnnounced', facts);
    await sealAll(openSealer());
    const forged = { ...openSigner(file, NAME), signer: thief, verifiers: [...verifiers, thief.verifier] };
    const stolen = new Sealer(database.urls.ledger, forged);
    sealers.push(stolen);
    await write();
    await stolen.pass();
    expect(await verified()).toMatchObject({ ok: false, firstBad: { why: 'signatureWrong' } });
    // And the honest sealer does not sign on top of it.
    await expect(openSealer().pass()).rejects.toThrow(LedgerBroken);
  });
});
