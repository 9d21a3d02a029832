import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { projectRoot } from '#config';
import { DatabaseModule, UnitOfWork } from '#database';
import { VaultModule } from '#vault';
import { Test, type TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { freePort, freshDatabase, type FreshDatabase } from '../../../test/harness/index.js';
import { AuditModule } from './audit.module.js';
import { ledgerName, openSigner, openVerifiers, openWitnessPolicy } from './ledger-key.js';
import { Ledger } from './ledger.service.js';
import type { Verdict } from './rules/verdict-words.js';
import { verifyLedger, type Ask } from './verification.js';
import { witnessStates } from './witness-state.js';

const NAME = ledgerName('16.74');
const WITNESS = join(projectRoot(), 'apps/witness/witness.mjs');
const SEALER = join(projectRoot(), 'test/harness/sealer-process.mjs');
const WRITERS = 50;
/** Whole: `SIMPUL_EVENTS_PER_WRITER=1000`; CI has not the minutes. */
const EVENTS_PER_WRITER = Number(process.env.SIMPUL_EVENTS_PER_WRITER ?? 12);
/** The first root that is kept of a full subtree: below it the sealer asks for none. */
const LEAVES_OF_A_TILE = 256;

describe('a sealer that is killed', () => {
  let database: FreshDatabase;
  let admin: pg.Client;
  let app: TestingModule;
  let folder: string;
  let policyFile: string;
  let witness: ChildProcess;
  const sealers = new Set<ChildProcess>();

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    admin = new pg.Client(database.urls.admin);
    await admin.connect();
    app = await Test.createTestingModule({
      imports: [
        DatabaseModule.forRole(database.urls.worker, { poolSize: WRITERS }),
        VaultModule.withKeyFile(database.env.SIMPUL_MASTER_KEY_FILE),
        AuditModule,
      ],
    }).compile();
    await app.init();
    folder = mkdtempSync(join(tmpdir(), 'simpul-sealer-'));
    policyFile = join(folder, 'witnesses');
    const seen = join(folder, 'witness');
    const port = await freePort();
    const made = spawnSync(
      process.execPath,
      [WITNESS, 'init', '--folder', seen, '--name', 'saksi.example/a'],
      {
        encoding: 'utf8',
      },
    );
    writeFileSync(policyFile, `witness a ${made.stdout.trim()} http://127.0.0.1:${port}\nquorum a\n`);
    // It lays the public half beside the key.
    openSigner(database.env.SIMPUL_LEDGER_KEY_FILE, NAME);
    const key = `${database.env.SIMPUL_LEDGER_KEY_FILE}.pub`;
    witness = spawn(
      process.execPath,
      [WITNESS, 'serve', '--folder', seen, '--log', key, '--port', String(port)],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    await Promise.race([once(witness.stdout!, 'data'), once(witness, 'exit')]);
    expect(witness.exitCode).toBeNull();
  });
  afterAll(async () => {
    for (const child of [...sealers, witness]) await kill(child);
    await app.close();
    await admin.end();
    await database.drop();
    rmSync(folder, { recursive: true });
  });

  const startSealer = (): ChildProcess => {
    const key = database.env.SIMPUL_LEDGER_KEY_FILE!;
    const child = spawn(process.execPath, [SEALER, database.urls.ledger, key, NAME, policyFile], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    sealers.add(child);
    return child;
  };
  const kill = async (child: ChildProcess): Promise<void> => {
    sealers.delete(child);
    if (child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  };
  const until = async (sql: string): Promise<void> => {
    while (!(await admin.query<{ yes: boolean }>(`select (${sql}) as yes`)).rows[0]!.yes)
      await new Promise((resolve) => setTimeout(resolve, 10));
  };
  const write = (count: number): Promise<unknown> =>
    app.get(UnitOfWork).runAsSystem({ name: 'test.written' }, async (work) => {
      for (let index = 0; index < count; index++)
        await app.get(Ledger).append(work, { act: 'test.written', facts: { index } });
    });
  const ask: Ask = async <T>(sql: string, params?: unknown[]) => (await admin.query(sql, params)).rows as T[];
  const verified = async (): Promise<Verdict> => {
    await admin.query('set session authorization simpul_ledger');
    try {
      return await verifyLedger(ask, openVerifiers(database.env.SIMPUL_LEDGER_KEY_FILE, NAME));
    } finally {
      await admin.query('reset session authorization');
    }
  };
  /** The places are 0 to n-1, each once, and the seals 1 to m. */
  const gaps = async (): Promise<unknown> =>
    (
      await admin.query(
        `select (select coalesce(max(index) + 1, 0) - count(*) from ledger.leaf)::int as leaves,
                (select coalesce(max(number), 0) - count(*) from ledger.checkpoint)::int as checkpoints,
                (select count(*) - count(distinct entry_id) from ledger.leaf)::int as doubled`,
      )
    ).rows[0];
  const NO_GAPS = { leaves: 0, checkpoints: 0, doubled: 0 };
  const ALL_SEALED =
    'not exists (select from ledger.entry e where not exists (select from ledger.leaf l where l.entry_id = e.id))';
  const ALL_WITNESSED =
    '(select max(checkpoint) from ledger.cosignature) = (select max(number) from ledger.checkpoint)';

  it.each([
    ['before a leaf is written', 'ledger.leaf', 'share row exclusive', 'insert into ledger.leaf'],
    ['between leaves and root', 'ledger.node', 'access exclusive', 'ledger.node'],
    [
      'between signing and storing',
      'ledger.checkpoint',
      'share row exclusive',
      'insert into ledger.checkpoint',
    ],
    [
      'between the witness’s answer and keeping it',
      'ledger.cosignature',
      'share row exclusive',
      'insert into ledger.cosignature',
    ],
  ])('%s loses nothing and leaves no gap, and the next one goes on', async (_, table, mode, statement) => {
    await write(LEAVES_OF_A_TILE);
    const holder = new pg.Client(database.urls.admin);
    await holder.connect();
    await holder.query(`begin; lock table ${table} in ${mode} mode`);
    const child = startSealer();
    // It stands at this very statement, waiting for our lock: there it dies.
    const stands = `select from pg_stat_activity where application_name = 'simpul-ledger'
      and datname = current_database() and wait_event_type = 'Lock' and query ~ '${statement}'`;
    await until(`exists (${stands})`);
    await kill(child);
    await holder.query('rollback');
    await holder.end();
    await until(
      `not exists (select from pg_stat_activity where application_name = 'simpul-ledger' and datname = current_database())`,
    );
    expect(await verified()).toMatchObject({ ok: true });
    expect(await gaps()).toEqual(NO_GAPS);

    const next = startSealer();
    await until(`${ALL_SEALED} and ${ALL_WITNESSED}`);
    await kill(next);
    expect(await verified()).toMatchObject({ ok: true, pending: 0 });
    expect(await gaps()).toEqual(NO_GAPS);
    expect(await witnessStates(ask, openWitnessPolicy(policyFile))).toMatchObject({
      enough: true,
      witnesses: [{ trouble: null, behind: 0 }],
    });
  });

  it(`again and again while ${WRITERS} write leaves no gap and no double`, async () => {
    const before = (await verified()).entries;
    let writing = true;
    let died = 0;
    const dying = (async () => {
      while (writing) {
        const child = startSealer();
        const { rows } = await admin.query<{ n: string }>(
          'select max(number)::text as n from ledger.checkpoint',
        );
        // It dies in its next round, wherever it stands then; each lives long enough to seal once.
        await until(`(select max(number) from ledger.checkpoint) > ${rows[0]!.n} or ${ALL_SEALED}`);
        await new Promise((resolve) => setTimeout(resolve, (died * 7) % 23));
        await kill(child);
        died++;
      }
    })();
    const started = performance.now();
    await Promise.all(
      Array.from({ length: WRITERS }, async () => {
        for (let event = 0; event < EVENTS_PER_WRITER; event++) await write(1);
      }),
    );
    const seconds = (performance.now() - started) / 1000;
    writing = false;
    await dying;
    const last = startSealer();
    await until(ALL_SEALED);
    await kill(last);
    const entries = before + WRITERS * EVENTS_PER_WRITER;
    expect(await verified()).toMatchObject({ ok: true, entries, sealed: entries, pending: 0 });
    expect(await gaps()).toEqual(NO_GAPS);
    expect(died).toBeGreaterThan(0);
    if (EVENTS_PER_WRITER >= 1000)
      process.stdout.write(
        `${WRITERS} writers x ${EVENTS_PER_WRITER}: ${Math.round(seconds)} s, ${died} sealers killed, no gap\n`,
      );
  }, 1_800_000);
});
