import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Refused } from '#refusals';
import type { Actor } from '#access';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { freshDatabase, type FreshDatabase } from '../../../test/harness/index.js';
import { AlreadyHandled } from './handled-request.js';
import { UnitOfWork } from './unit-of-work.js';
import type { Work } from './work.js';

/** The outbox stands for any table of ours: the API may insert into it and see its own rows of the transaction. */
const WRITE = `insert into simpul.outbox (topic, ids, actor_id) values ('test.happened', '{}', ctx.account_id())`;

describe('the unit of work', () => {
  let database: FreshDatabase;
  let owner: pg.Client;
  let dataSource: DataSource;
  let unitOfWork: UnitOfWork;
  let actor: Actor;
  let recorded: { act: string; decision: string; code: string }[];

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    owner = new pg.Client(database.urls.admin);
    await owner.connect();
    dataSource = await new DataSource({ type: 'postgres', url: database.urls.api, poolSize: 4 }).initialize();
    unitOfWork = new UnitOfWork(dataSource);
    unitOfWork.setDenialRecorder(async (work, act, decision, code) => {
      recorded.push({ act: act.name, decision, code });
      work.markAudited();
    });
    const sessionToken = 'T'.repeat(43);
    const { rows } = await owner.query(
      `with one as (select * from simpul.account where role = 'case_worker' limit 1),
            opened as (insert into simpul.session (account_id, token_hash, idle_seconds, expires_at)
                       select id, sha256(convert_to($1, 'UTF8')), 3600, now() + interval '1 day' from one returning id)
       select one.id as "accountId", one.agency_id as "agencyId", opened.id as "sessionId" from one, opened`,
      [sessionToken],
    );
    actor = { ...rows[0], sessionToken, role: 'case_worker' } as Actor;
  });
  beforeEach(async () => {
    recorded = [];
    await owner.query('delete from simpul.outbox');
  });
  afterAll(async () => {
    await dataSource.destroy();
    await owner.end();
    await database.drop();
  });

  const written = async (): Promise<number> =>
    (await owner.query<{ n: number }>('select count(*)::int as n from simpul.outbox')).rows[0]!.n;
  const act = { name: 'test.happened' };

  it('commits what was audited', async () => {
    await unitOfWork.run(actor, act, async (work) => {
      await work.query(WRITE);
      work.markAudited();
    });
    expect(await written()).toBe(1);
  });

  it('rolls back a write, and withholds a read, that nobody entered into the ledger', async () => {
    await expect(unitOfWork.run(actor, act, (work) => work.query(WRITE))).rejects.toThrow('no ledger entry');
    await expect(unitOfWork.run(actor, act, (work) => work.query('select 1'))).rejects.toThrow(
      'no ledger entry',
    );
    expect(await written()).toBe(0);
  });

  it('records a refusal after rolling the act back, and passes it on', async () => {
    const refusal = unitOfWork.run(actor, act, async (work: Work) => {
      await work.query(WRITE);
      work.markAudited();
      throw new Refused('test.notNow');
    });
    await expect(refusal).rejects.toMatchObject({ code: 'test.notNow' });
    expect(await written()).toBe(0);
    expect(recorded).toEqual([{ act: 'test.happened', decision: 'refused', code: 'test.notNow' }]);
  });

  it('reads one clock per transaction, the database’s', async () => {
    await database.setClock('2026-03-20T23:10:00+07:00');
    const at = await unitOfWork.look(actor, async (work) => work.at);
    expect(at.toISOString()).toBe('2026-03-20T16:10:00.000Z');
    await database.setClock(null);
  });

  it('cannot write while it only looks', async () => {
    await expect(unitOfWork.look(actor, (work) => work.query(WRITE))).rejects.toMatchObject({
      code: '25006',
    });
  });

  it('runs effects only after a commit, and a failing effect breaks nothing', async () => {
    const rung: string[] = [];
    await unitOfWork.run(actor, act, async (work) => {
      work.markAudited();
      work.afterCommit(() => void rung.push('committed'));
      work.afterCommit(() => Promise.reject(new Error('no bell')));
    });
    await expect(
      unitOfWork.run(actor, act, async (work) => {
        work.afterCommit(() => void rung.push('rolled back'));
        throw new Refused('test.notNow');
      }),
    ).rejects.toBeInstanceOf(Refused);
    await new Promise((resolve) => setImmediate(resolve));
    expect(rung).toEqual(['committed']);
  });

  it('refuses a session that has ended as 401, also in the middle of things', async () => {
    const stranger = { ...actor, sessionToken: 'S'.repeat(43) };
    await expect(unitOfWork.look(stranger, async () => 1)).rejects.toMatchObject({ status: 401 });
  });

  it('gives fifty equal requests at once exactly one effect, and another body under the key a refusal', async () => {
    const key = randomUUID();
    const attempt = (fingerprint: string) =>
      unitOfWork.run(
        { ...actor, request: { id: 'r', idempotency: { key, fingerprint, claimed: false } } },
        act,
        async (work) => {
          await work.query(WRITE);
          work.markAudited();
        },
      );
    const outcomes = await Promise.allSettled(Array.from({ length: 50 }, () => attempt('same')));
    expect(outcomes.filter((outcome) => outcome.status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes)
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ sameRequest: true });
    expect(await written()).toBe(1);
    const other = await attempt('other').catch((error: unknown) => error);
    expect(other).toBeInstanceOf(AlreadyHandled);
    expect(other).toMatchObject({ status: 422, code: 'idempotency.otherRequest' });
  });

  it('frees the key when the act was refused, so that the person may try again', async () => {
    const request = { id: 'r', idempotency: { key: randomUUID(), fingerprint: 'f', claimed: false } };
    const first = unitOfWork.run({ ...actor, request: structuredClone(request) }, act, async () => {
      throw new Refused('test.notNow');
    });
    await expect(first).rejects.toMatchObject({ code: 'test.notNow' });
    await unitOfWork.run({ ...actor, request }, act, async (work) => {
      await work.query(WRITE);
      work.markAudited();
    });
    expect(await written()).toBe(1);
  });
});
