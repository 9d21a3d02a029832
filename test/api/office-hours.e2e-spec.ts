import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditModule } from '#audit';
import { DatabaseModule } from '#database';
import { DeadlinesJobsModule, DeadlinesModule } from '#deadlines';
import { OutboxRelay } from '#queue';
import { VaultModule } from '#vault';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { seed } from '../../apps/launch/src/seed.js';
import { connected } from '../harness/cluster.js';
import {
  freshDatabase,
  startApi,
  type FreshDatabase,
  type Person,
  type RunningApi,
} from '../harness/index.js';

interface Period {
  id: string;
  season: string;
  regionCode: string | null;
  validFrom: string;
  validTo: string | null;
  state: string;
  removalReason: string | null;
  mayBeTakenBack: boolean;
}
interface Tried {
  committed: boolean;
  added: Period[];
  faults: object[];
  effect: { open: number; changed: number; items: { newDueAt: string; outcome: string }[] };
}

const REPORT = {
  channel: 'DATANG_LANGSUNG',
  reporter: { kind: 'KORBAN' },
  clientSafeNow: 'YES',
  narrative: 'Cerita rekaan untuk uji.',
  violenceTypes: ['FISIK'],
  contexts: ['KDRT'],
  victims: [{ name: 'Umpama Reka', sex: 'P', ageYears: 30 }],
  reportedPersons: [],
};
const HEADING =
  'musim;hari;buka;istirahat_mulai;istirahat_selesai;tutup;berlaku_dari;berlaku_sampai;dasar;wilayah';
const ramadan = (from: string, to: string, close = '15.00', region = ''): string =>
  [HEADING, `RAMADAN;SENIN-JUMAT;08.00;12.00;12.30;${close};${from};${to};SE contoh;${region}`].join('\r\n');

/** The part of the worker that counts anew. */
@Module({})
class RecountingWorker {}

describe('office hours', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let worker: INestApplicationContext;
  let legal: Person;
  let caseId: string;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    worker = await NestFactory.createApplicationContext(
      {
        module: RecountingWorker,
        imports: [
          DatabaseModule.forRole(database.urls.worker),
          VaultModule.withKeyFile(database.env.SIMPUL_MASTER_KEY_FILE),
          AuditModule,
          DeadlinesModule.inZone('Asia/Jakarta'),
          DeadlinesJobsModule,
        ],
      },
      { logger: false },
    );
    legal = api.as('hukum@bagian-hukum');
  });
  afterAll(async () => {
    await worker?.close();
    await api?.close();
    await database?.drop();
  });
  beforeEach(async () => {
    await connected(database.urls.admin, async (client) => {
      await client.query(
        `delete from simpul.office_hours where valid_from > '2026-03-01' or region_code is not null`,
      );
      await client.query(
        'update simpul.office_hours set removed_at = null, removed_by = null, removal_reason = null',
      );
    });
    await database.setClock('2026-06-08T10:15:00+07:00');
    ({ caseId } = (await api.as('pendamping@uptd-ppa').post<{ caseId: string }>('/reports', REPORT)).body);
  });

  const followup = async (): Promise<string> => {
    const { body } = await api
      .as('pendamping@uptd-ppa')
      .get<{ deadlines: { ruleId: string; dueAt: string }[] }>(`/cases/${caseId}`);
    return body.deadlines.find(({ ruleId }) => ruleId === 'complaint-followup')!.dueAt;
  };
  const list = async (): Promise<Period[]> =>
    (await legal.get<{ items: Period[] }>('/office-hours')).body.items;
  const take = (csv: string, commit: boolean) => legal.post<Tried>('/office-hours-imports', { csv, commit });

  it('are read by everybody and kept by the IT and legal offices', async () => {
    const { body } = await api.as('petugas@rsud-igd').get<{ items: Period[] }>('/office-hours');
    expect(body.items.map(({ season, validFrom, state }) => [season, validFrom, state])).toEqual([
      ['RAMADAN', '2026-02-19', 'ENDED'],
      ['NORMAL', '2026-01-01', 'IN_FORCE'],
    ]);
    expect(body.items.map(({ mayBeTakenBack }) => mayBeTakenBack)).toEqual([false, false]);
    const refused = await api
      .as('kepala@uptd-ppa')
      .post('/office-hours-imports', { csv: ramadan('2026-06-10', '2026-06-30'), commit: true });
    expect(refused.status).toBe(403);
  });

  it('show what they do to open deadlines before they are taken; then each is counted anew, the old time kept', async () => {
    expect(await followup()).toBe('2026-06-11T09:00:00.000Z');
    const csv = ramadan('2026-06-10', '2026-06-30');
    const tried = await take(csv, false);
    expect(tried.body).toMatchObject({ committed: false, faults: [], added: [{ validTo: '2026-06-30' }] });
    expect(tried.body.effect.changed).toBeGreaterThan(0);
    expect(tried.body.effect.items).toContainEqual(
      expect.objectContaining({ newDueAt: '2026-06-11T08:00:00.000Z', outcome: 'SOONER' }),
    );
    expect(JSON.stringify(tried.body.effect)).not.toContain(caseId);
    expect(await followup()).toBe('2026-06-11T09:00:00.000Z');
    expect(await list()).toHaveLength(2);

    expect((await take(csv, true)).body).toMatchObject({ committed: true });
    await worker.get(OutboxRelay).pass();
    expect(await followup()).toBe('2026-06-11T08:00:00.000Z');
    const changes = await connected(database.urls.admin, async (client) =>
      client.query(
        `select c.due_before as before, c.due_after as after from simpul.deadline_change c
           join simpul.deadline d on d.id = c.deadline_id
          where d.case_id = $1 and d.slug = 'complaint-followup' and c.change = 'recount'`,
        [caseId],
      ),
    );
    expect(changes.rows).toEqual([
      { before: new Date('2026-06-11T09:00:00Z'), after: new Date('2026-06-11T08:00:00Z') },
    ]);
    expect((await take(csv, true)).body).toMatchObject({ added: [], faults: [] });
  });

  it('name each wrong cell, and are taken all or nothing', async () => {
    const csv = `${ramadan('2026-06-10', '2026-06-30')}\r\nNORMAL;SENIN-JUMAT;07.30;;;25.00;2026-07-01;;SE;`;
    expect((await take(csv, false)).body.faults).toEqual([
      { line: 3, column: 'close', code: 'hours.timeMalformed' },
    ]);
    const refused = await take(csv, true);
    expect([refused.status, refused.body]).toMatchObject([422, { errors: [{ pointer: '/csv/3/close' }] }]);
    expect(await list()).toHaveLength(2);
    expect((await take(ramadan('2026-06-08', '2026-06-30'), false)).body.faults).toEqual([
      { line: 2, column: 'valid_from', code: 'hours.startsTooSoon' },
    ]);
  });

  it('of another region leave this one alone, its own go before the country’s', async () => {
    await take(ramadan('2026-06-10', '2026-06-30', '15.00'), true);
    await take(ramadan('2026-06-10', '2026-06-30', '14.00', '16.74'), true);
    await take(ramadan('2026-06-10', '2026-06-30', '13.00', '32'), true);
    await worker.get(OutboxRelay).pass();
    expect(await followup()).toBe('2026-06-11T07:00:00.000Z');
  });

  it('are taken back whole before they begin, with the effect shown first; the row keeps its reason', async () => {
    await take(ramadan('2026-06-10', '2026-06-30'), true);
    await worker.get(OutboxRelay).pass();
    const [coming] = await list();
    expect(coming).toMatchObject({ state: 'COMING', mayBeTakenBack: true });
    const at = `/office-hours/${coming!.id}`;
    expect((await api.as('kepala@uptd-ppa').get(`${at}/removal-effect`)).status).toBe(403);
    const effect = (await legal.get<Tried['effect']>(`${at}/removal-effect`)).body;
    expect(effect.items).toContainEqual(
      expect.objectContaining({ newDueAt: '2026-06-11T09:00:00.000Z', outcome: 'LATER' }),
    );
    expect((await legal.post(`${at}/removal`, {})).status).toBe(400);
    expect((await legal.post(`${at}/removal`, { reason: 'SE dicabut.' })).status).toBe(204);
    expect((await legal.post(`${at}/removal`, { reason: 'SE dicabut.' })).status).toBe(404);
    await worker.get(OutboxRelay).pass();
    expect(await followup()).toBe('2026-06-11T09:00:00.000Z');
    expect(await list()).toContainEqual(
      expect.objectContaining({ id: coming!.id, state: 'REMOVED', removalReason: 'SE dicabut.' }),
    );
  });

  it('in force end with the day, so that what was counted by them until now stays', async () => {
    await take(ramadan('2026-06-09', '2026-06-30'), true);
    await database.setClock('2026-06-09T09:00:00+07:00');
    const [inForce] = await list();
    expect(inForce).toMatchObject({ state: 'IN_FORCE', mayBeTakenBack: true });
    expect((await legal.post(`/office-hours/${inForce!.id}/removal`, { reason: 'Diubah.' })).status).toBe(
      204,
    );
    const left = (await list()).filter(({ state }) => state === 'IN_FORCE');
    expect(left.map(({ season, validTo }) => [season, validTo])).toEqual([
      ['RAMADAN', '2026-06-09'],
      ['NORMAL', null],
    ]);
    await worker.get(OutboxRelay).pass();
    expect(await followup()).toBe('2026-06-11T09:00:00.000Z');
    for (const [season, code] of [
      ['RAMADAN', 'hours.hasPassed'],
      ['NORMAL', 'hours.ordinaryStays'],
    ] as const) {
      const { id } = left.find((one) => one.season === season)!;
      expect(await legal.post(`/office-hours/${id}/removal`, { reason: 'Keliru.' })).toMatchObject({
        status: 409,
        body: { code },
      });
    }
  });

  it('missing for next year are said from October on, like its holidays', async () => {
    const gaps = async () =>
      (await api.as('petugas@pn').get<{ items: object[] }>('/calendar-gaps')).body.items;
    await database.setClock('2026-09-30T10:00:00+07:00');
    expect(await gaps()).toEqual([]);
    await database.setClock('2026-10-01T10:00:00+07:00');
    expect(await gaps()).toEqual([
      { what: 'HOLIDAYS', year: 2027 },
      { what: 'RAMADAN_HOURS', year: 2027 },
    ]);
    await take(ramadan('2027-02-08', '2027-03-09', '15.00', '73'), true);
    expect(await gaps()).toHaveLength(2);
    await take(ramadan('2027-02-08', '2027-03-09'), true);
    expect(await gaps()).toEqual([{ what: 'HOLIDAYS', year: 2027 }]);
  });

  it('and holidays that were taken back do not come back with the next start', async () => {
    const removed = (table: string): Promise<number> =>
      connected(database.urls.admin, async (client) => {
        await client.query(
          `update simpul.${table} set removed_at = simpul.now(), removal_reason = 'dicabut',
                  removed_by = (select id from simpul.account limit 1)`,
        );
        await seed(database.urls.owner, { demo: false });
        const { rows } = await client.query(
          `select count(*)::int as n from simpul.${table} where removed_at is null`,
        );
        return rows[0].n as number;
      });
    expect(await removed('office_hours')).toBe(0);
    expect(await removed('holiday')).toBe(0);
  });
});
