import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '#access';
import { DatabaseModule, UnitOfWork } from '#database';
import { Forbidden, NotFound, Refused } from '#refusals';
import { Vault, VaultModule } from '#vault';
import { Test, type TestingModule } from '@nestjs/testing';
import pg from 'pg';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/index.js';
import { AuditModule } from './audit.module.js';
import { LedgerQueries } from './ledger.queries.js';
import { Ledger } from './ledger.service.js';

let database: FreshDatabase;
let admin: pg.Client;
let app: TestingModule;
let unitOfWork: UnitOfWork;
let ledger: Ledger;
let queries: LedgerQueries;
let vault: Vault;

/** A demo person with an open session of a day. */
async function signedIn(email: string): Promise<Actor> {
  const sessionToken = randomUUID();
  const { rows } = await admin.query(
    `with one as (select * from simpul.account where email = $1),
          opened as (insert into simpul.session (account_id, token_hash, idle_seconds, expires_at)
                     select id, sha256(convert_to($2, 'UTF8')), 86400, now() + interval '1 day' from one returning id)
     select one.id as "accountId", one.role, one.agency_id as "agencyId", one.locale, opened.id as "sessionId"
       from one, opened`,
    [`${email}.simpul.example`, sessionToken],
  );
  return { ...rows[0], sessionToken, request: { id: 'request-1' } } as Actor;
}

beforeAll(async () => {
  database = await freshDatabase({ seeded: true });
  admin = new pg.Client(database.urls.admin);
  await admin.connect();
  app = await Test.createTestingModule({
    imports: [
      DatabaseModule.forRole(database.urls.api),
      VaultModule.withKeyFile(database.env.SIMPUL_MASTER_KEY_FILE),
      AuditModule,
    ],
  }).compile();
  await app.init();
  unitOfWork = app.get(UnitOfWork);
  ledger = app.get(Ledger);
  queries = app.get(LedgerQueries);
  vault = app.get(Vault);
});
afterAll(async () => {
  await app.close();
  await admin.end();
  await database.drop();
});

/** The row as the owner of the server sees it. */
async function stored(id: string): Promise<Record<string, unknown>> {
  return (await admin.query('select * from ledger.entry where id = $1', [id])).rows[0] as Record<
    string,
    unknown
  >;
}

let caseNumber = 0;
async function openCase(actor: Actor): Promise<{ caseId: string; entryId: string }> {
  const caseId = randomUUID();
  const entryId = await unitOfWork.run(actor, { name: 'case.opened' }, async (work) => {
    await vault.createKey(work, caseId);
    await work.query(
      `insert into simpul.case_file (id, number, agency_id, owner_account_id, mandate, reported_at)
       values ($1, $2, $3, $4, 'VIOLENCE', $5)`,
      [
        caseId,
        `PBM-2026-9${String(++caseNumber).padStart(3, '0')}`,
        actor.agencyId,
        actor.accountId,
        work.at,
      ],
    );
    const entry = {
      act: 'case.opened',
      object: { kind: 'case', id: caseId },
      caseId,
      facts: { risk: 'TINGGI' },
    };
    return ledger.append(work, { ...entry, detail: 'Siti takut pulang' });
  });
  return { caseId, entryId };
}

describe('an entry of the ledger', () => {
  it('says who did what, in whose name, and names the case by its random reference alone', async () => {
    const worker = await signedIn('pendamping@uptd-ppa');
    const { caseId, entryId } = await openCase(worker);
    const row = await stored(entryId);
    expect(row).toMatchObject({
      act: 'case.opened',
      decision: 'allowed',
      actor_id: worker.accountId,
      actor_role: 'case_worker',
      actor_agency: worker.agencyId,
      object_kind: 'case',
      facts: { risk: 'TINGGI' },
      request_id: 'request-1',
    });
    expect(row.object_id).toBe(row.case_ref);
    const leaf = (row.leaf as Buffer).toString();
    expect(leaf).not.toContain(caseId);
    expect(leaf).not.toContain('Siti');
    const opened = await unitOfWork.look(worker, (work) => vault.open(work, caseId));
    expect(opened.ledgerRef).toBe(row.case_ref);
    expect(opened.commits('Siti takut pulang', row.commitment as string)).toBe(true);
  });

  it('is refused with free text, and then nothing of the act is kept', async () => {
    const worker = await signedIn('pendamping@uptd-ppa');
    const before = await admin.query('select count(*) from ledger.entry');
    const attempt = unitOfWork.run(worker, { name: 'case.noted' }, (work) =>
      ledger.append(work, { act: 'case.noted', facts: { text: 'ia takut pulang' } }),
    );
    await expect(attempt).rejects.toThrow('looks like free text');
    expect((await admin.query('select count(*) from ledger.entry')).rows).toEqual(before.rows);
  });

  it('cannot be written in another name, with another transaction number, or by somebody with no session', async () => {
    const worker = await signedIn('pendamping@uptd-ppa');
    const other = await signedIn('kepala@uptd-ppa');
    const insert = `insert into ledger.entry (id, at, act, decision, actor_id, actor_role, actor_agency, facts, leaf)
                    values (gen_random_uuid(), now(), 'case.read', 'allowed', $1, $2, $3, '{}', '{}')`;
    const as = (row: unknown[], sql = insert) =>
      unitOfWork.run(worker, { name: 'case.read' }, async (work) => {
        work.markAudited();
        await work.query(sql, row);
      });
    await expect(as([other.accountId, 'case_worker', worker.agencyId])).rejects.toMatchObject({
      code: '42501',
    });
    await expect(as([worker.accountId, 'supervisor', worker.agencyId])).rejects.toMatchObject({
      code: '42501',
    });
    await expect(as([null, 'system', null])).rejects.toMatchObject({ code: '42501' });
    for (const [column, value] of [
      ['xid', `'3'::xid8`],
      ['seq', '1'],
    ]) {
      const forged = insert
        .replace('(id,', `(${column}, id,`)
        .replace('values (', `overriding system value values (${value}, `);
      await expect(as([worker.accountId, 'case_worker', worker.agencyId], forged)).rejects.toMatchObject({
        code: '42501',
      });
    }
    const nobody = new pg.Client(database.urls.api);
    await nobody.connect();
    await expect(
      nobody.query(insert, [worker.accountId, 'case_worker', worker.agencyId]),
    ).rejects.toMatchObject({
      code: '42501',
    });
    await nobody.end();
  });

  it('tells of refusals and denials, under the case that was tried', async () => {
    const worker = await signedIn('pendamping@uptd-ppa');
    const { caseId } = await openCase(worker);
    const stranger = await signedIn('petugas@dinkes');
    const attempts: [Actor, Error][] = [
      [worker, new Refused('referral.noBasis')],
      [stranger, new NotFound()],
      [stranger, new Forbidden()],
    ];
    for (const [actor, refusal] of attempts) {
      const act = { name: 'case.read', object: { kind: 'case', id: caseId } };
      await expect(unitOfWork.run(actor, act, () => Promise.reject(refusal))).rejects.toBe(refusal);
    }
    const { rows } = await admin.query(
      `select e.decision, e.facts, e.object_id = e.case_ref as named
         from ledger.entry e join simpul.case_key k on k.ledger_ref = e.case_ref
        where k.case_id = $1 and act = 'case.read' order by seq`,
      [caseId],
    );
    expect(rows).toEqual([
      { decision: 'refused', facts: { code: 'referral.noBasis' }, named: true },
      { decision: 'denied', facts: { code: 'notFound' }, named: true },
      { decision: 'denied', facts: { code: 'forbidden' }, named: true },
    ]);
  });

  it('tells of an attempt whatever was sent as an id or a name', async () => {
    const worker = await signedIn('pendamping@uptd-ppa');
    const act = { name: "x'; drop table", object: { kind: 'case', id: "1' or '1'='1" }, caseId: 'not-an-id' };
    await expect(unitOfWork.run(worker, act, () => Promise.reject(new NotFound()))).rejects.toBeInstanceOf(
      NotFound,
    );
    const { rows } = await admin.query(
      'select act, object_id, case_ref from ledger.entry order by seq desc limit 1',
    );
    expect(rows).toEqual([{ act: 'act.unnamed', object_id: null, case_ref: null }]);
  });
});

describe('who reads the ledger', () => {
  const idsFor = async (actor: Actor, caseId: string) =>
    unitOfWork.look(actor, async (work) => (await queries.historyOf(work, caseId)).map(({ id }) => id));

  it('is the case team and its supervisor for a case, an auditor by pseudonym, and nobody else', async () => {
    const worker = await signedIn('pendamping@uptd-ppa');
    const { caseId, entryId } = await openCase(worker);
    const supervisor = await signedIn('kepala@uptd-ppa');
    const auditor = await signedIn('auditor@inspektorat');
    expect(await idsFor(worker, caseId)).toEqual([entryId]);
    expect(await idsFor(supervisor, caseId)).toEqual([entryId]);
    for (const outsider of [
      'pendamping2@uptd-ppa',
      'petugas@dinkes',
      'kepala@dppkbpppa',
      'admin@diskominfo',
    ]) {
      expect([outsider, await idsFor(await signedIn(outsider), caseId)]).toEqual([outsider, []]);
    }
    const seen = await unitOfWork.look(auditor, async (work) => {
      const { items } = await queries.entries(work, { actorId: worker.accountId }, { limit: 100 });
      return items.find(({ id }) => id === entryId);
    });
    expect(seen).toMatchObject({ caseId: null, objectKind: 'case' });
    expect(seen!.objectId).not.toBe(caseId);
    const linked = await unitOfWork.look(supervisor, (work) => queries.historyOf(work, caseId));
    expect(linked[0]).toMatchObject({ caseId, objectId: caseId });
  });

  it('reads own acts, whoever one is, and the worker reads nothing', async () => {
    const officer = await signedIn('petugas@dinkes');
    const id = await unitOfWork.run(officer, { name: 'inbox.read' }, (work) =>
      ledger.append(work, { act: 'inbox.read', facts: { items: 0 } }),
    );
    const own = await unitOfWork.look(officer, (work) => queries.entries(work, {}, { limit: 100 }));
    expect(own.items.map((entry) => entry.id)).toContain(id);
    expect(new Set(own.items.map(({ actorId }) => actorId))).toEqual(new Set([officer.accountId]));
    const worker = new pg.Client(database.urls.worker);
    await worker.connect();
    await expect(worker.query('select 1 from ledger.entry')).rejects.toMatchObject({ code: '42501' });
    await worker.end();
  });

  it('goes through pages that hold every entry once, newest first', async () => {
    const auditor = await signedIn('auditor@inspektorat');
    const all = await unitOfWork.look(auditor, (work) => queries.entries(work, {}, { limit: 1000 }));
    const paged: string[] = [];
    for (let cursor: string | undefined; ;) {
      const page = await unitOfWork.look(auditor, (work) => queries.entries(work, {}, { limit: 3, cursor }));
      paged.push(...page.items.map(({ id }) => id));
      if (!page.next) break;
      cursor = page.next;
    }
    expect(paged).toEqual(all.items.map(({ id }) => id));
    expect(paged.length).toBeGreaterThan(6);
    const denied = await unitOfWork.look(auditor, (work) =>
      queries.entries(work, { decision: 'denied' }, { limit: 50 }),
    );
    expect(denied.items.every(({ decision }) => decision === 'denied')).toBe(true);
    const wrong = unitOfWork.look(auditor, (work) => queries.entries(work, {}, { limit: 3, cursor: 'x' }));
    await expect(wrong).rejects.toMatchObject({ status: 422 });
  });
});

describe('nobody changes the ledger', () => {
  const changes = ['entry', 'leaf', 'checkpoint'].flatMap((table) => [
    table === 'leaf' ? 'update ledger.leaf set hash = hash' : `update ledger.${table} set at = at`,
    `delete from ledger.${table}`,
    `truncate ledger.${table}`,
  ]);

  it.each(['api', 'signin', 'worker', 'ledger', 'owner', 'queue'] as const)('as %s', async (role) => {
    const client = new pg.Client(database.urls[role]);
    await client.connect();
    for (const sql of changes) await expect(client.query(sql)).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });

  it('not even a superuser, unless the trigger is taken off first, nor in a session that plays replica', async () => {
    for (const sql of changes) await expect(admin.query(sql)).rejects.toMatchObject({ code: '42501' });
    await admin.query('begin');
    await admin.query('set local session_replication_role = replica');
    await expect(admin.query('delete from ledger.entry')).rejects.toMatchObject({ code: '42501' });
    await admin.query('rollback');
  });

  it('and only the sealer writes leaves and checkpoints, and it writes no entry', async () => {
    const leaf = `insert into ledger.leaf values (0, gen_random_uuid(), sha256('x'))`;
    for (const role of ['api', 'worker'] as const) {
      const client = new pg.Client(database.urls[role]);
      await client.connect();
      await expect(client.query(leaf)).rejects.toMatchObject({ code: '42501' });
      await client.end();
    }
    const sealer = new pg.Client(database.urls.ledger);
    await sealer.connect();
    const entry = `insert into ledger.entry (id, at, act, decision, actor_role, facts, leaf)
                   values (gen_random_uuid(), now(), 'case.read', 'allowed', 'system', '{}', '{}')`;
    await expect(sealer.query(entry)).rejects.toMatchObject({ code: '42501' });
    await sealer.end();
  });
});
