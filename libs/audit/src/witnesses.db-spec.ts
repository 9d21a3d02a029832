import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { projectRoot } from '#config';
import { DatabaseModule, Outbox, UnitOfWork } from '#database';
import { VaultModule } from '#vault';
import { Test, type TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { freePort, freshDatabase, type FreshDatabase } from '#harness';
import { AuditModule } from './audit.module.js';
import { WitnessJob } from './jobs/witness.job.js';
import { ledgerName, openSigner } from './ledger-key.js';
import { Ledger } from './ledger.service.js';
import { leafHash, verifyConsistency, verifyInclusion } from './rules/merkle.js';
import { readWitnessPolicy, type WitnessPolicy } from './rules/witness-policy.js';
import { Sealer } from './sealer.js';
import { TreeReader } from './tree-reader.js';
import { witnessStates } from './witness-state.js';
import { Witnesses } from './witnesses.js';

const NAME = ledgerName('16.74');
const PROGRAM = join(projectRoot(), 'apps', 'witness', 'witness.mjs');

describe('the ledger and its witness, each a program of its own', () => {
  let database: FreshDatabase;
  let admin: pg.Client;
  let app: TestingModule;
  let sealer: Sealer;
  let folder: string;
  let port: number;
  let policy: WitnessPolicy;
  let child: ChildProcess | undefined;

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
    sealer = new Sealer(database.urls.ledger, openSigner(database.env.SIMPUL_LEDGER_KEY_FILE, NAME));
  });
  afterAll(async () => {
    await sealer.close();
    await app.close();
    await admin.end();
    await database.drop();
  });
  beforeEach(async () => {
    folder = join(mkdtempSync(join(tmpdir(), 'simpul-witness-')), 'w');
    const name = `saksi.example/${folder.slice(-8, -2)}`;
    const made = spawnSync(process.execPath, [PROGRAM, 'init', '--folder', folder, '--name', name], {
      encoding: 'utf8',
    });
    port = await freePort();
    policy = readWitnessPolicy(`witness a ${made.stdout.trim()} http://127.0.0.1:${port}\nquorum a\n`);
    await start();
  });
  afterEach(async () => {
    await stop();
    rmSync(join(folder, '..'), { recursive: true });
  });

  async function start(): Promise<void> {
    const key = `${database.env.SIMPUL_LEDGER_KEY_FILE}.pub`;
    child = spawn(
      process.execPath,
      [PROGRAM, 'serve', '--folder', folder, '--log', key, '--port', String(port)],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    await new Promise((resolve) => child!.stdout!.once('data', resolve));
  }
  async function stop(): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = new Promise((resolve) => child!.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
  }
  const job = () =>
    new WitnessJob(new Witnesses(sealer.ask, policy), app.get(UnitOfWork), app.get(Ledger), app.get(Outbox));
  const write = (count: number): Promise<unknown> =>
    app.get(UnitOfWork).runAsSystem({ name: 'test.written' }, async (work) => {
      for (let index = 0; index < count; index++)
        await app.get(Ledger).append(work, { act: 'test.written', facts: { index } });
    });
  const sealAll = async (): Promise<void> => {
    const unsealed =
      'select 1 from ledger.entry e where not exists (select 1 from ledger.leaf l where l.entry_id = e.id)';
    do await sealer.pass();
    while ((await admin.query(unsealed)).rows.length > 0);
  };
  const states = () =>
    witnessStates(
      async <T>(sql: string, params?: unknown[]) => (await admin.query(sql, params)).rows as T[],
      policy,
    );
  const told = async (): Promise<string[]> =>
    (
      await admin.query<{ act: string }>(
        `select act || coalesce('.' || (facts ->> 'code'), '') as act from ledger.entry where act like 'witness.%' order by seq`,
      )
    ).rows.map(({ act }) => act);

  it('brings every new checkpoint to the witness and keeps its signature', async () => {
    const round = job();
    for (const count of [3, 0, 300, 700]) {
      if (count > 0) await write(count);
      await sealAll();
      expect(await round.pass()).toEqual([expect.objectContaining({ trouble: null })]);
      const { witnesses, enough } = await states();
      const size = (
        await admin.query<{ size: string }>('select max(size)::text as size from ledger.checkpoint')
      ).rows[0]!.size;
      expect([enough, witnesses[0]]).toEqual([
        true,
        expect.objectContaining({ size: Number(size), behind: 0, trouble: null }),
      ]);
    }
    expect(await told()).toEqual([]);
  });

  it('starts with a witness that knows an older tree than we remember, or a newer', async () => {
    await sealAll();
    await job().pass();
    // As after a restore of our side alone: the signatures are gone, the witness still knows.
    await admin.query('alter table ledger.cosignature disable trigger append_only');
    await admin.query('delete from ledger.cosignature');
    await admin.query('alter table ledger.cosignature enable always trigger append_only');
    await write(5);
    await sealAll();
    expect(await job().pass()).toEqual([expect.objectContaining({ trouble: null })]);
  });

  it('says that a witness is silent after three minutes, once, and that it is back', async () => {
    await sealAll();
    await job().pass();
    await stop();
    await write(1);
    await sealAll();
    const { rows } = await admin.query<{ at: Date }>('select simpul.now() as at');
    const later = (seconds: number) => new Date(rows[0]!.at.getTime() + seconds * 1000).toISOString();
    const before = (await told()).length;
    await database.setClock(later(0));
    expect(await job().pass()).toEqual([expect.objectContaining({ trouble: 'silent' })]);
    await database.setClock(later(170));
    await job().pass();
    expect(await told()).toHaveLength(before);
    await database.setClock(later(181));
    const round = job();
    await round.pass();
    await round.pass();
    expect((await told()).slice(before)).toEqual(['witness.troubled.silent']);
    expect((await admin.query(`select 1 from simpul.outbox where topic = 'witness.troubled'`)).rowCount).toBe(
      1,
    );
    expect((await states()).witnesses[0]).toMatchObject({ trouble: 'silent' });
    await start();
    await round.pass();
    await database.setClock(null);
    expect((await told()).slice(before)).toEqual(['witness.troubled.silent', 'witness.recovered']);
    expect((await states()).witnesses[0]).toMatchObject({ trouble: null });
  });

  it('cries out at once when our history is not the one that was witnessed', async () => {
    await write(4);
    await sealAll();
    await job().pass();
    // Whoever owns the database cuts the last entries off, seals and signatures included; the ledger is sound in itself.
    const tables = ['entry', 'leaf', 'checkpoint', 'cosignature'];
    for (const table of tables) await admin.query(`alter table ledger.${table} disable trigger append_only`);
    await admin.query(
      'delete from ledger.checkpoint where size > (select max(size) - 2 from ledger.checkpoint)',
    );
    await admin.query('delete from ledger.leaf where index >= (select max(size) from ledger.checkpoint)');
    await admin.query(
      'delete from ledger.entry e where not exists (select 1 from ledger.leaf l where l.entry_id = e.id)',
    );
    await admin.query('delete from ledger.cosignature');
    for (const table of tables)
      await admin.query(`alter table ledger.${table} enable always trigger append_only`);
    expect(await job().pass()).toEqual([expect.objectContaining({ trouble: 'knowsMore' })]);
    expect((await told()).at(-1)).toBe('witness.troubled.knowsMore');
    await write(12);
    await sealAll();
    expect(await job().pass()).toEqual([expect.objectContaining({ trouble: 'proofRefused' })]);
    const { witnesses, enough } = await states();
    expect([enough, witnesses[0]!.trouble]).toEqual([false, 'proofRefused']);
  });

  it('does not take a strange signature for the witness’s own', async () => {
    const stranger = join(folder, '..', 'x');
    const made = spawnSync(
      process.execPath,
      [PROGRAM, 'init', '--folder', stranger, '--name', policy.witnesses[0]!.key.name],
      { encoding: 'utf8' },
    );
    policy = readWitnessPolicy(`witness a ${made.stdout.trim()} http://127.0.0.1:${port}\nquorum a\n`);
    await sealAll();
    expect(await job().pass()).toEqual([expect.objectContaining({ trouble: 'badAnswer' })]);
    expect((await states()).enough).toBe(false);
  });

  it('keeps what a copy of the witness’s folder would forget: two histories are two witnesses’ quarrel', async () => {
    await sealAll();
    await job().pass();
    const copy = join(folder, '..', 'copy');
    cpSync(folder, copy, { recursive: true });
    await write(2);
    await sealAll();
    await job().pass();
    await stop();
    // The older memory put back in place: the witness signs again from there, but only what grew from it.
    writeFileSync(join(folder, 'state.json'), readFileSync(join(copy, 'state.json')));
    await start();
    await write(2);
    await sealAll();
    expect(await job().pass()).toEqual([expect.objectContaining({ trouble: null })]);
  });

  it('makes proofs from what is stored that hold for any entry and any two sizes', async () => {
    await write(120);
    await sealAll();
    const ask = async <T>(sql: string, params?: unknown[]) => (await admin.query(sql, params)).rows as T[];
    const checkpoints = await ask<{ size: number; root: Buffer }>(
      'select size::float8 as size, root from ledger.checkpoint where size > 0 order by number',
    );
    const last = checkpoints.at(-1)!;
    expect((await ask('select 1 from ledger.node where level = 8')).length).toBe(Math.floor(last.size / 256));
    const tree = new TreeReader(ask);
    for (const { size, root } of checkpoints)
      expect(
        verifyConsistency(size, last.size, root, last.root, await tree.consistency(size, last.size)),
      ).toBe(true);
    for (const index of [0, 1, 255, 256, 257, 511, last.size - 1].filter((one) => one < last.size)) {
      const [entry] = await ask<{ leaf: Buffer }>(
        'select e.leaf from ledger.leaf l join ledger.entry e on e.id = l.entry_id where l.index = $1',
        [index],
      );
      expect(
        verifyInclusion(
          index,
          last.size,
          leafHash(entry!.leaf),
          await tree.inclusion(index, last.size),
          last.root,
        ),
      ).toBe(true);
    }
  });
});
