import { done, ReferralStage, tellingWorker, type Person, type RefusalBody } from '#harness';
import { OutboxRelay } from '#queue';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { AlarmRaiser, type WhatHappened } from './alarms/alarm-raiser.js';
import { AlarmWatch } from './alarms/alarm-watch.js';
import { UnitOfWork } from '#database';

interface AlarmBody {
  id: string;
  kind: string;
  agencyName?: string;
  personName?: string;
  times: number;
  mustActNames: string[];
  acknowledged?: { by: string };
  resolved?: { by: string };
  note?: string;
  mendedAt?: string;
  availableActs: string[];
}

const OFFICE = ['petugas@rsud-igd', 'kepala@rsud-igd'];
const HEAD = 'kepala@rsud-igd';
const SUPERVISOR = 'kepala@uptd-ppa';
const LEAD = 'kepala@dppkbpppa';
const IT_OFFICE = 'admin@diskominfo';
const STRANGERS = ['kepala@dinkes', 'kepala@dinsos-rehab'];

describe('an alarm', () => {
  let stage: ReferralStage;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    stage = await ReferralStage.open();
    worker = await tellingWorker(stage.database, {});
  });
  beforeEach(async () => {
    await stage.admin.query('delete from simpul.alarm');
  });
  afterEach(async () => {
    await stage.admin.query('update simpul.account set active = true where not active');
  });
  afterAll(async () => {
    await worker?.close();
    await stage?.close();
  });

  const seenBy = async (mailbox: string, state = 'open'): Promise<AlarmBody[]> =>
    done(await stage.api.as(mailbox).get<{ items: AlarmBody[] }>(`/alarms?state=${state}`)).items;
  const relay = (): Promise<number> => worker.get(OutboxRelay).pass();
  const suspend = (...mailboxes: string[]): Promise<unknown> =>
    stage.admin.query('update simpul.account set active = false where email = any ($1)', [
      mailboxes.map((mailbox) => `${mailbox}.simpul.example`),
    ]);
  async function idOf(table: 'account' | 'agency', column: string, value: string): Promise<string> {
    const { rows } = await stage.admin.query<{ id: string }>(
      `select id from simpul.${table} where ${column} = $1`,
      [value],
    );
    return rows[0]!.id;
  }
  /** Raised as a consumer of the worker does. */
  async function raised(what: WhatHappened): Promise<string> {
    await worker.get(UnitOfWork).runAsSystem({ name: 'test' }, async (work) => {
      await worker.get(AlarmRaiser).raise(work, what, []);
      work.markAudited();
    });
    await relay();
    const { rows } = await stage.admin.query<{ id: string }>(
      'select id from simpul.alarm where kind = $1 and resolved_at is null',
      [what.kind],
    );
    return rows[0]!.id;
  }
  async function climb(): Promise<void> {
    await stage.admin.query('update simpul.alarm set next_climb_at = simpul.now() where resolved_at is null');
    await worker.get(AlarmWatch).pass();
    await relay();
  }
  /** Who was told what of alarms, since the last time this was asked. */
  async function told(): Promise<string[]> {
    const { rows } = await stage.admin.query<{ line: string }>(
      `with new as (update simpul.notification set read_at = simpul.now()
                     where topic like 'alarm.%' and read_at is null returning account_id, message)
       select replace(a.email, '.simpul.example', '') || ' ' || n.message as line
         from new n join simpul.account a on a.id = n.account_id order by 1`,
    );
    return rows.map(({ line }) => line);
  }

  it('stands where nobody of an office could be told, once, and counts', async () => {
    await suspend(...OFFICE);
    await stage.sent();
    await relay();
    await stage.sent();
    await relay();
    const [alarm, ...more] = await seenBy(SUPERVISOR);
    expect(more).toEqual([]);
    expect(alarm).toMatchObject({
      kind: 'NOBODY_TO_TELL',
      times: 2,
      agencyName: expect.stringContaining('RSUD'),
    });
    // Nobody of the office itself is there to mend it: the next rung must act at once.
    expect(alarm!.mustActNames).toHaveLength(1);
    expect((await seenBy(IT_OFFICE)).map(({ id }) => id)).toEqual([alarm!.id]);
    for (const stranger of STRANGERS) {
      expect(await seenBy(stranger)).toEqual([]);
      const answer = await stage.api.as(stranger).post<RefusalBody>(`/alarms/${alarm!.id}/acknowledgement`);
      expect([answer.status, answer.body.code]).toEqual([404, 'notFound']);
    }
  });

  it('is the office’s own first, and leads its head to the roster; unanswered it climbs to the top and calls daily', async () => {
    await told();
    await raised({
      kind: 'NO_WORKING_CHANNEL',
      agencyId: await idOf('agency', 'code', 'rsud-igd'),
      accountId: await idOf('account', 'email', 'petugas@rsud-igd.simpul.example'),
    });
    expect(await told()).toEqual([`${HEAD} alarm.raised`]);
    expect(await seenBy(HEAD)).toMatchObject([
      { kind: 'NO_WORKING_CHANNEL', mendedAt: 'roster', personName: expect.any(String) },
    ]);
    expect(await seenBy(SUPERVISOR)).toEqual([]);
    const climbed: string[][] = [];
    for (let rung = 0; rung < 4; rung++) {
      await climb();
      climbed.push(await told());
    }
    expect(climbed).toEqual([
      [`${SUPERVISOR} alarm.unanswered`],
      [`${LEAD} alarm.unanswered`],
      [`${IT_OFFICE} alarm.unanswered`],
      [`${IT_OFFICE} alarm.unanswered`],
    ]);
    expect(await seenBy(LEAD)).toHaveLength(1);
  });

  it('stands still for a day once somebody took it on, and goes on when it was not ended', async () => {
    const id = await raised({ kind: 'WORKER_CLOCK' });
    await told();
    const it: Person = stage.api.as(IT_OFFICE);
    const taken = done(await it.post<AlarmBody>(`/alarms/${id}/acknowledgement`));
    expect(taken).toMatchObject({
      acknowledged: { by: expect.any(String) },
      availableActs: ['alarm.resolve'],
    });
    expect(await worker.get(AlarmWatch).pass()).toBe(0);
    const again = await it.post<RefusalBody>(`/alarms/${id}/acknowledgement`);
    expect([again.status, again.body.code]).toEqual([409, 'alarm.takenAlready']);
    await climb();
    expect((await told()).filter((line) => line.startsWith(SUPERVISOR))).toEqual([
      `${SUPERVISOR} alarm.unanswered`,
    ]);
  });

  it('ends with a note, sealed, and happening again is another alarm', async () => {
    const id = await raised({ kind: 'CHANNEL_FAILED', code: 'email', detail: 'channel.ECONNREFUSED' });
    const it: Person = stage.api.as(IT_OFFICE);
    expect((await it.post(`/alarms/${id}/resolution`, { note: '' })).status).toBe(400);
    const ended = done(
      await it.post<AlarmBody>(`/alarms/${id}/resolution`, { note: 'Server surel diganti.' }),
    );
    expect(ended).toMatchObject({
      note: 'Server surel diganti.',
      resolved: { by: expect.any(String) },
      availableActs: [],
    });
    expect(await seenBy(IT_OFFICE)).toEqual([]);
    expect(await seenBy(IT_OFFICE, 'resolved')).toMatchObject([{ id, note: 'Server surel diganti.' }]);
    const twice = await it.post<RefusalBody>(`/alarms/${id}/resolution`, { note: 'Lagi.' });
    expect([twice.status, twice.body.code]).toEqual([409, 'alarm.resolvedAlready']);
    const { rows } = await stage.admin.query<{ text: string }>('select a::text as text from simpul.alarm a');
    expect(rows.map(({ text }) => text).join()).not.toContain('Server surel');
    expect(await raised({ kind: 'CHANNEL_FAILED', code: 'email' })).not.toBe(id);
  });

  it('cannot be answered in another’s name, nor opened or made to climb, by the API’s own role', async () => {
    const id = await raised({ kind: 'WORKER_CLOCK' });
    const other = await idOf('account', 'email', 'kepala@uptd-ppa.simpul.example');
    const tries = [
      [
        `update simpul.alarm set acknowledged_by = $2, acknowledged_at = simpul.now() where id = $1`,
        [id, other],
      ],
      [`update simpul.alarm set rung = 0 where id = $1`, [id]],
      [`insert into simpul.alarm (id, kind) values ($1, 'WORKER_CLOCK')`, [other]],
      [`delete from simpul.alarm where id = $1`, [id]],
    ] as const;
    for (const [sql, params] of tries)
      await expect(stage.asRole(IT_OFFICE, sql, [...params])).rejects.toThrow(/policy|denied/);
  });

  it('two who take it on at once: one does, the other is told so', async () => {
    const id = await raised({ kind: 'WORKER_CLOCK' });
    await climb();
    const answers = await Promise.all(
      [IT_OFFICE, SUPERVISOR].map((mailbox) => stage.api.as(mailbox).post(`/alarms/${id}/acknowledgement`)),
    );
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  });
});
