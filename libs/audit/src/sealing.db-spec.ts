import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DatabaseModule, UnitOfWork } from '#database';
import { Vault, VaultModule } from '#vault';
import { Test, type TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/index.js';
import { AuditModule } from './audit.module.js';
import { ledgerName, openSigner, openVerifiers } from './ledger-key.js';
import { Ledger } from './ledger.service.js';
import { leafBytes, type LeafContent } from './rules/leaf.js';
import { leafHash } from './rules/merkle.js';
import type { Verdict } from './rules/verdict-words.js';
import { Sealer } from './sealer.js';
import { verifyLedger, type Ask } from './verification.js';

const NAME = ledgerName('16.74');

let database: FreshDatabase;
let admin: pg.Client;
let app: TestingModule;
let unitOfWork: UnitOfWork;
let ledger: Ledger;
let sealer: Sealer;

beforeAll(async () => {
  database = await freshDatabase({ seeded: true });
  admin = new pg.Client(database.urls.admin);
  await admin.connect();
  app = await Test.createTestingModule({
    imports: [
      DatabaseModule.forRole(database.urls.worker, { poolSize: 20 }),
      VaultModule.withKeyFile(database.env.SIMPUL_MASTER_KEY_FILE),
      AuditModule,
    ],
  }).compile();
  await app.init();
  unitOfWork = app.get(UnitOfWork);
  ledger = app.get(Ledger);
  sealer = newSealer();
});
afterAll(async () => {
  await sealer.close();
  await app.close();
  await admin.end();
  await database.drop();
});

function newSealer(entriesPerSeal?: number): Sealer {
  return new Sealer(
    database.urls.ledger,
    openSigner(database.env.SIMPUL_LEDGER_KEY_FILE, NAME),
    entriesPerSeal,
  );
}

function newKeyFile(folder: string, name = 'ledger.key'): string {
  const file = join(folder, name);
  writeFileSync(file, generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' }));
  return file;
}

function write(count: number): Promise<unknown> {
  return unitOfWork.runAsSystem({ name: 'test.written' }, async (work) => {
    for (let index = 0; index < count; index++) {
      await ledger.append(work, { act: 'test.written', facts: { index, of: count } });
    }
  });
}

/** Passes until every finished entry is sealed: transactions of other suites' databases hold the bound back. */
async function sealAll(by = sealer): Promise<void> {
  for (;;) {
    await by.pass();
    if ((await verified()).pending === 0) return;
  }
}

/** Verifies as the sealer's role, within whatever transaction the superuser has open. */
async function verified(client: pg.Client = admin): Promise<Verdict> {
  const ask: Ask = async <T>(sql: string, params?: unknown[]) =>
    (await client.query(sql, params)).rows as T[];
  await client.query('set session authorization simpul_ledger');
  try {
    return await verifyLedger(ask, openVerifiers(database.env.SIMPUL_LEDGER_KEY_FILE, NAME));
  } finally {
    await client.query('reset session authorization');
  }
}

describe('sealing', () => {
  it('signs an empty ledger first, then whatever is finished, and says nothing when there is no news', async () => {
    expect(await sealer.pass()).toEqual({ sealed: 0, checkpoint: 1, stoodDown: false });
    await write(3);
    await sealAll();
    const verdict = await verified();
    expect(verdict).toMatchObject({ ok: true, entries: 3, sealed: 3, pending: 0, firstBad: null });
    expect(await sealer.pass()).toEqual({ sealed: 0, checkpoint: null, stoodDown: false });
  });

  it('seals in small batches as in large ones, and never cuts a transaction in two', async () => {
    const small = newSealer(4);
    await write(3);
    await write(7);
    await write(1);
    await sealAll(small);
    await small.close();
    expect(await verified()).toMatchObject({ ok: true, sealed: 14 });
    const { rows } = await admin.query(
      `select e.facts ->> 'of' as of, max(l.index) - min(l.index) + 1 as places, count(*) from ledger.entry e
         join ledger.leaf l on l.entry_id = e.id group by e.xid, 1 order by min(l.index)`,
    );
    expect(rows.map(({ of, places, count }) => [of, places, count])).toEqual(
      ['3', '3', '7', '1'].map((of) => [of, of, of]),
    );
  });

  it('leaves what is not finished for the next pass, and loses nothing of it', async () => {
    const slow = new pg.Client(database.urls.worker);
    await slow.connect();
    await slow.query('begin');
    await slow.query(
      `insert into ledger.entry (id, at, act, decision, actor_role, facts, leaf) values ($1, now(), 'test.slow', 'allowed', 'system', '{}', $2)`,
      [randomUUID(), Buffer.from('{}')],
    );
    await write(2);
    await sealer.pass();
    // The younger entries wait behind the transaction that is still open; none is skipped over.
    expect(await verified()).toMatchObject({ ok: true, sealed: 14, pending: 2 });
    await slow.query('rollback');
    await slow.end();
    await sealAll();
    expect(await verified()).toMatchObject({ ok: true, sealed: 16, pending: 0 });
  });

  it('leaves no gap and no double while twenty write and two seal', async () => {
    const second = newSealer(50);
    let writing = true;
    const passes = [sealer, second].map(async (one) => {
      while (writing) await one.pass();
    });
    const before = (await verified()).entries;
    await Promise.all(
      Array.from({ length: 20 }, async () => {
        for (let round = 0; round < 10; round++) await write(1 + (round % 3));
      }),
    );
    writing = false;
    await Promise.all(passes);
    await sealAll();
    await second.close();
    const verdict = await verified();
    expect(verdict).toMatchObject({ ok: true, entries: before + 20 * 19, sealed: before + 20 * 19 });
  });

  it('stands down while another sealer is at work', async () => {
    await admin.query('begin');
    await admin.query('select pg_advisory_xact_lock(74310002)');
    await write(1);
    expect(await sealer.pass()).toEqual({ sealed: 0, checkpoint: null, stoodDown: true });
    await admin.query('rollback');
    await sealAll();
  });

  it('gives a sign of life after five quiet minutes', async () => {
    const { rows } = await admin.query<{ at: Date }>('select max(at) as at from ledger.checkpoint');
    const later = (seconds: number) => new Date(rows[0]!.at.getTime() + seconds * 1000).toISOString();
    await database.setClock(later(290));
    expect((await sealer.pass()).checkpoint).toBeNull();
    await database.setClock(later(301));
    expect((await sealer.pass()).checkpoint).not.toBeNull();
    await database.setClock(null);
    expect((await verified()).ok).toBe(true);
  });

  it('does not sign on top of a checkpoint that is not its own', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'simpul-key-'));
    const other = new Sealer(database.urls.ledger, openSigner(newKeyFile(folder), NAME));
    await expect(other.pass()).rejects.toThrow(/not signed by a key of this sealer/);
    await other.close();
    rmSync(folder, { recursive: true });
    expect(() => openSigner(database.env.SIMPUL_LEDGER_KEY_FILE, 'simpul/other')).toThrow(/another ledger/);
  });

  it('goes on after a restore into a server that counts its transactions anew', async () => {
    // As pg_restore would leave it: the bound lies far above every number that the new server has given, sealed entries
    // carry numbers that it is about to give, and the last act before the backup waits under one that it never gives.
    const { rows } = await admin.query<{ begun: string }>(
      'select pg_snapshot_xmax(pg_current_snapshot())::text as begun',
    );
    await write(1);
    await admin.query('alter table ledger.checkpoint disable trigger append_only');
    await admin.query('alter table ledger.entry disable trigger append_only');
    await admin.query(`update ledger.checkpoint set xid_to = '900000000000000'`);
    await admin.query(
      `update ledger.entry e set xid = case when l.index is null then '900000000000001' else ($1 + l.index)::text end::xid8
         from ledger.entry o left join ledger.leaf l on l.entry_id = o.id where o.id = e.id`,
      [Number(rows[0]!.begun)],
    );
    await admin.query('alter table ledger.entry enable always trigger append_only');
    await admin.query('alter table ledger.checkpoint enable always trigger append_only');
    expect(await verified()).toMatchObject({ ok: true, pending: 1 });
    const small = newSealer(2);
    for (let round = 0; round < 30; round++) {
      await write(2);
      await sealAll(small);
    }
    await small.close();
    expect(await verified()).toMatchObject({ ok: true, pending: 0 });
  });

  it('resumes with no gap and no double after its connection died, wherever that was', async () => {
    const short = newSealer(3);
    const before = (await verified()).entries;
    let died = 0;
    let rounds = 0;
    for (; died < 8; rounds++) {
      await write(7);
      const pass = short.pass().catch(() => died++);
      await new Promise((resolve) => setTimeout(resolve, rounds % 25));
      await admin.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where application_name = 'simpul-ledger' and datname = current_database() and state <> 'idle'`,
      );
      await pass;
    }
    await sealAll(short);
    await short.close();
    expect(await verified()).toMatchObject({ ok: true, entries: before + rounds * 7, pending: 0 });
  });
});

describe('a verification', () => {
  /** What a superuser does to the tables, and what the verification then says; nothing of it stays. */
  async function after(...statements: [sql: string, params?: unknown[]][]): Promise<Verdict> {
    await admin.query('begin');
    try {
      for (const table of ['entry', 'leaf', 'checkpoint']) {
        await admin.query(`alter table ledger.${table} disable trigger all`);
      }
      for (const [sql, params] of statements) await admin.query(sql, params);
      return await verified();
    } finally {
      await admin.query('rollback');
    }
  }
  const idAt = async (index: number): Promise<string> =>
    (await admin.query<{ id: string }>('select entry_id as id from ledger.leaf where index = $1', [index]))
      .rows[0]!.id;

  it.each([
    ['a byte of what was recorded', 'leaf = set_byte(leaf, 20, get_byte(leaf, 20) # 1)'],
    ['the time, by a microsecond', `at = at + interval '1 microsecond'`],
    ['the act', `act = 'test.other'`],
    ['the decision', `decision = 'refused'`],
    ['who did it', 'actor_id = gen_random_uuid()'],
    ['the role', `actor_role = 'supervisor'`],
    ['the case', 'case_ref = gen_random_uuid()'],
    ['a fact', `facts = facts || '{"index": 99}'`],
    ['a fact that was added', `facts = facts || '{"more": true}'`],
    ['a commitment', `commitment = repeat('a', 64)`],
    ['the request', `request_id = 'x'`],
  ])('names the entry of which %s was changed', async (_, change) => {
    const id = await idAt(5);
    const verdict = await after([`update ledger.entry set ${change} where id = $1`, [id]]);
    expect(verdict).toMatchObject({ ok: false, firstBad: { why: 'entryChanged', index: 5, entryId: id } });
  });

  it('names the entry that was rewritten with its recorded bytes', async () => {
    const id = await idAt(5);
    const forged = await rewritten(id);
    const verdict = await after([
      `update ledger.entry set act = 'test.other', leaf = $2 where id = $1`,
      [id, forged],
    ]);
    expect(verdict.firstBad).toMatchObject({ why: 'hashWrong', index: 5, entryId: id });
  });

  it('names the seal whose entries were rewritten with bytes and hashes', async () => {
    const id = await idAt(5);
    const forged = await rewritten(id);
    const verdict = await after(
      [`update ledger.entry set act = 'test.other', leaf = $2 where id = $1`, [id, forged]],
      ['update ledger.leaf set hash = $2 where entry_id = $1', [id, leafHash(forged)]],
    );
    const { why, index, lastIndex } = verdict.firstBad!;
    expect(why).toBe('rootWrong');
    expect(index!).toBeLessThanOrEqual(5);
    expect(lastIndex!).toBeGreaterThanOrEqual(5);
  });

  it('names the entry that was deleted, and the place that was emptied', async () => {
    const id = await idAt(7);
    expect((await after(['delete from ledger.entry where id = $1', [id]])).firstBad).toMatchObject({
      why: 'entryMissing',
      index: 7,
      entryId: id,
    });
    const both = await after(
      ['delete from ledger.entry where id = $1', [id]],
      ['delete from ledger.leaf where index = 7'],
    );
    expect(both.firstBad).toMatchObject({ why: 'indexMissing', index: 7 });
  });

  it('finds a gap that was closed by moving the rest up', async () => {
    const verdict = await after(
      ['delete from ledger.entry where id = $1', [await idAt(7)]],
      ['delete from ledger.leaf where index = 7'],
      ['alter table ledger.leaf drop constraint leaf_pkey'],
      ['update ledger.leaf set index = index - 1 where index > 7'],
    );
    expect(verdict.firstBad).toMatchObject({ why: 'rootWrong' });
  });

  it('finds two entries that changed places', async () => {
    const swap = `update ledger.leaf set index = 15 - index where index in (7, 8)`;
    const whole = await after(['alter table ledger.leaf drop constraint leaf_pkey'], [swap]);
    expect(whole.firstBad).toMatchObject({ why: 'rootWrong' });
    const [a, b] = [await idAt(7), await idAt(8)];
    const half = await after(
      ['alter table ledger.leaf drop constraint leaf_entry_id_key'],
      [
        'update ledger.leaf set entry_id = case index when 7 then $2 else $1 end::uuid where index in (7, 8)',
        [a, b],
      ],
    );
    expect(half.firstBad).toMatchObject({ why: 'hashWrong', index: 7 });
  });

  it('finds a tail that was cut below a checkpoint', async () => {
    const { rows } = await admin.query<{ size: number }>(
      'select max(size)::int as size from ledger.checkpoint',
    );
    const from = rows[0]!.size - 2;
    const verdict = await after(
      ['delete from ledger.entry e using ledger.leaf l where l.entry_id = e.id and l.index >= $1', [from]],
      ['delete from ledger.leaf where index >= $1', [from]],
    );
    expect(verdict.firstBad).toMatchObject({ why: 'tailCut', index: from, lastIndex: from + 1 });
  });

  it('finds an entry that was slipped in behind a seal, and one that was taken out of it', async () => {
    const slipped = await after([
      `insert into ledger.entry (id, at, xid, act, decision, actor_role, facts, leaf)
       select gen_random_uuid(), at, xid, act, decision, actor_role, facts, leaf from ledger.entry where id = $1`,
      [await idAt(3)],
    ]);
    expect(slipped.firstBad).toMatchObject({ why: 'notSealed' });
    const id = await idAt(3);
    const unsealed = await after(['delete from ledger.leaf where entry_id = $1', [id]]);
    expect(unsealed.firstBad).toMatchObject({ why: 'indexMissing', index: 3 });
  });

  it('finds a checkpoint that was altered, removed, or signed by another key', async () => {
    const altered = await after([`update ledger.checkpoint set root = sha256('x') where number = 3`]);
    expect(altered.firstBad).toMatchObject({ why: 'signatureWrong', checkpoint: 3 });
    const removed = await after(['delete from ledger.checkpoint where number = 3']);
    expect(removed.firstBad).toMatchObject({ why: 'checkpointMissing', checkpoint: 3 });
    const foreign = await after([
      `update ledger.checkpoint set note = replace(note, '16.74', '16.75') where number = 3`,
    ]);
    expect(foreign.firstBad).toMatchObject({ why: 'signatureWrong', checkpoint: 3 });
  });

  it('still holds when a case is erased: its entries then point to nothing', async () => {
    const caseId = randomUUID();
    const ref = randomUUID();
    await admin.query('set session_replication_role = replica');
    await admin.query(
      'insert into simpul.case_key (case_id, ledger_ref, version, wrapped) values ($1, $2, 1, $3)',
      [caseId, ref, Buffer.alloc(8)],
    );
    await admin.query('reset session_replication_role');
    await unitOfWork.runAsSystem({ name: 'test.erased' }, (work) =>
      ledger.append(work, { act: 'test.erased', object: { kind: 'case', id: caseId }, caseId }),
    );
    await sealAll();
    await admin.query('delete from simpul.case_key where case_id = $1', [caseId]);
    expect((await verified()).ok).toBe(true);
    expect(await unitOfWork.lookAsSystem((work) => app.get(Vault).ledgerRef(work, caseId))).toBeNull();
    const { rows } = await admin.query('select object_id, case_ref from ledger.entry where case_ref = $1', [
      ref,
    ]);
    expect(rows).toEqual([{ object_id: ref, case_ref: ref }]);
  });

  it('is for reviewers and the sealer alone', async () => {
    for (const role of ['api', 'worker'] as const) {
      const client = new pg.Client(database.urls[role]);
      await client.connect();
      for (const sql of ['select * from ledger.evidence(0, 9)', 'select * from ledger.standing()']) {
        await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
      }
      await client.end();
    }
  });
});

/** What somebody who knows the format would record instead. */
async function rewritten(id: string): Promise<Buffer> {
  const { rows } = await admin.query<{ leaf: Buffer }>('select leaf from ledger.entry where id = $1', [id]);
  const content = JSON.parse(rows[0]!.leaf.toString()) as LeafContent;
  return leafBytes({ ...content, act: 'test.other' });
}
