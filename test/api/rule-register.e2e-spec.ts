import { AuditModule } from '#audit';
import { DatabaseModule } from '#database';
import { DeadlinesJobsModule, DeadlinesModule, NewVersions } from '#deadlines';
import { VaultModule } from '#vault';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import pg from 'pg';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../harness/index.js';

@Module({})
class TestWorker {}

interface Effect {
  open: number;
  changed: number;
  byAgency: { agencyName: string | null; open: number; lateAtOnce: number }[];
  items: { dueAt: string; newDueAt: string | null; outcome: string }[];
}
interface History {
  versions: { id: string; version: number; state: string; amount: number | null; validTo: string | null }[];
  proposals: { id: string; status: string; availableActs: string[] }[];
  availableActs: string[];
}
interface Deadline {
  ruleId: string;
  ruleVersion: number;
  status: string;
  dueAt: string;
  why: string;
  citation: string;
  basis: string;
  moved: { why: string; from: string; to: string }[];
}

const RULE = 'complaint-followup';
const VERSION = {
  triggerEvent: 'report.received',
  action: 'Tindak lanjut pengaduan paling lambat',
  amount: 5,
  unit: 'WORKING_DAY',
  clock: 'WORKING',
  appliesWhen: 'ALWAYS',
  basis: 'AGREEMENT',
  citation: 'SK Wali Kota contoh 12/2026',
  certainty: 'H',
  needsLegalCheck: false,
  reminderOffsets: ['-1wd', '0wd'],
  escalateTo: 'KEPALA_UPTD_PPA',
  wording: '5 hari kerja',
  kind: 'SERVICE_STANDARD',
  owner: 'BAGIAN_HUKUM',
  effectiveFrom: '2026-06-09',
  appliesToOpen: true,
  reason: 'SK baru.',
};

describe('the register of rules', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let worker: INestApplicationContext;
  let owner: pg.Client;
  let caseId: string;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    owner = new pg.Client(database.urls.admin);
    await owner.connect();
    const imports = [
      DatabaseModule.forRole(database.urls.worker),
      VaultModule.withKeyFile(database.env.SIMPUL_MASTER_KEY_FILE),
      AuditModule,
      DeadlinesModule.inZone('Asia/Jakarta'),
      DeadlinesJobsModule,
    ];
    worker = await NestFactory.createApplicationContext({ module: TestWorker, imports }, { logger: false });
    await database.setClock('2026-06-08T10:15:00+07:00');
    ({ caseId } = await report());
  });
  afterAll(async () => {
    await worker?.close();
    await owner?.end();
    await api?.close();
    await database?.drop();
  });

  const report = async (): Promise<{ caseId: string }> => {
    const answer = await api.as('pendamping@uptd-ppa').post<{ caseId: string }>('/reports', {
      channel: 'DATANG_LANGSUNG',
      reporter: { kind: 'KORBAN' },
      clientSafeNow: 'YES',
      narrative: 'Cerita rekaan untuk uji.',
      violenceTypes: ['FISIK'],
      contexts: ['KDRT'],
      victims: [{ name: 'Umpama Reka', sex: 'P', ageYears: 30 }],
      reportedPersons: [],
    });
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const first = () => api.as('hukum@bagian-hukum');
  const second = () => api.as('kepala@bagian-hukum');
  const versions = `/deadline-rules/${RULE}/versions`;
  const history = async (who = first()) => (await who.get<History>(versions)).body;
  const open = async () => (await history()).proposals.find(({ status }) => status === 'OPEN')!;
  const deadline = async (ofCase = caseId): Promise<Deadline> => {
    const { body } = await api.as('pendamping@uptd-ppa').get<{ deadlines: Deadline[] }>(`/cases/${ofCase}`);
    return body.deadlines.find(({ ruleId }) => ruleId === RULE)!;
  };

  it('is read by everybody with versions and validity, and changed by nobody else', async () => {
    const seen = await history(api.as('petugas@rsud-igd'));
    expect(seen).toMatchObject({
      versions: [{ version: 1, state: 'IN_FORCE', amount: 3, validTo: null }],
      proposals: [],
      availableActs: [],
    });
    expect((await api.as('kepala@uptd-ppa').post(versions, VERSION)).status).toBe(403);
    expect((await first().get('/deadline-rules/no-such-rule/versions')).status).toBe(404);
  });

  it('shows before anything is saved what a version changes on open deadlines, and no case', async () => {
    const preview = await first().post<Effect>(`/deadline-rules/${RULE}/effect`, VERSION);
    expect(preview).toMatchObject({
      status: 200,
      body: {
        open: 1,
        changed: 1,
        byAgency: [{ open: 1, changed: 1, lateAtOnce: 0 }],
        items: [
          { dueAt: '2026-06-11T09:00:00.000Z', newDueAt: '2026-06-15T09:00:00.000Z', outcome: 'LATER' },
        ],
      },
    });
    expect(JSON.stringify(preview.body)).not.toContain(caseId);
    expect(JSON.stringify(preview.body)).not.toContain('PBM-');
    const kept = await first().post<Effect>(`/deadline-rules/${RULE}/effect`, {
      ...VERSION,
      appliesToOpen: false,
    });
    expect(kept.body).toMatchObject({ open: 1, changed: 0 });
    expect((await history()).proposals).toEqual([]);
  });

  it('names each field that cannot stand', async () => {
    const wrong = async (change: object) =>
      (
        await first().post<{ errors?: { pointer: string; code: string }[] }>(versions, {
          ...VERSION,
          ...change,
        })
      ).body.errors?.[0];
    expect(await wrong({ unit: 'HOUR' })).toMatchObject({
      pointer: '/unit',
      code: 'rule.unitOfAnotherClock',
    });
    expect(await wrong({ amount: undefined })).toMatchObject({
      pointer: '/amount',
      code: 'rule.limitIncomplete',
    });
    expect(await wrong({ appliesWhen: 'track HAS KTA OR risk = TINGGI' })).toMatchObject({
      pointer: '/appliesWhen',
    });
    expect(await wrong({ appliesWhen: 'risk = TINGGI' })).toMatchObject({ code: 'rule.levelStays' });
    expect(await wrong({ appliesWhen: 'track HAS XYZ' })).toMatchObject({ code: 'code.unknown' });
    expect(await wrong({ reminderOffsets: ['-1wd', 'besok'] })).toMatchObject({
      pointer: '/reminderOffsets/1',
    });
    expect(await wrong({ escalateTo: 'WALI_KOTA' })).toMatchObject({ pointer: '/escalateTo' });
    expect(await wrong({ effectiveFrom: '2026-06-01' })).toMatchObject({ code: 'date.hasPassed' });
    for (const effectiveFrom of ['2027-02-30', '2027-13-01'])
      expect(await wrong({ effectiveFrom })).toMatchObject({ code: 'date.impossible' });
    expect(await wrong({ certainty: 'L' })).toMatchObject({ pointer: '/needsLegalCheck' });
    expect(await wrong({ owner: 'X' })).toMatchObject({ pointer: '/owner' });
  });

  it('waits for a second person, by person and also in the database', async () => {
    const proposed = await first().post<History>(versions, VERSION);
    expect(proposed.status).toBe(201);
    expect((await history()).availableActs).toEqual([]);
    const { id, availableActs } = await open();
    expect(availableActs).toEqual(['withdraw']);
    expect(await second().post(versions, VERSION)).toMatchObject({
      status: 409,
      body: { code: 'rule.proposalWaits' },
    });
    expect(await first().post(`/deadline-rule-versions/${id}/approval`)).toMatchObject({
      status: 409,
      body: { code: 'fourEyes.samePerson' },
    });
    await expect(
      owner.query(
        `update simpul.rule_proposal set status = 'APPROVED', decided_at = now(), decided_by = proposed_by,
                decided_by_person = proposed_by_person where id = $1`,
        [id],
      ),
    ).rejects.toThrow('four_eyes');
    expect(await deadline()).toMatchObject({ ruleVersion: 1, dueAt: '2026-06-11T09:00:00.000Z' });
  });

  it('once approved holds from its date, and takes open deadlines over openly when it comes', async () => {
    const { id } = await open();
    expect((await second().get<Effect>(`/deadline-rule-versions/${id}/effect`)).body.changed).toBe(1);
    const approved = await second().post<History>(`/deadline-rule-versions/${id}/approval`);
    expect(approved.body.versions).toMatchObject([
      { version: 2, state: 'COMING', amount: 5 },
      { version: 1, state: 'IN_FORCE', validTo: '2026-06-08T17:00:00.000Z' },
    ]);
    expect(await second().post(`/deadline-rule-versions/${id}/approval`)).toMatchObject({
      body: { code: 'rule.proposalDecided' },
    });
    // A version follows the one before it.
    expect(await first().post(versions, { ...VERSION, effectiveFrom: '2026-06-08' })).toMatchObject({
      body: { code: 'rule.beforeTheLatest' },
    });
    expect(await worker.get(NewVersions).pass()).toBe(0);
    expect(await deadline()).toMatchObject({ ruleVersion: 1 });

    await database.setClock('2026-06-09T08:00:00+07:00');
    expect(await worker.get(NewVersions).pass()).toBe(1);
    expect(await worker.get(NewVersions).pass()).toBe(0);
    const moved = await deadline();
    expect(moved).toMatchObject({
      ruleVersion: 2,
      status: 'running',
      dueAt: '2026-06-15T09:00:00.000Z',
      basis: 'AGREEMENT',
      citation: 'SK Wali Kota contoh 12/2026',
      moved: [{ why: 'newVersion', from: '2026-06-11T09:00:00.000Z', to: '2026-06-15T09:00:00.000Z' }],
    });
    expect(moved.why).toContain('5 hari kerja sejak Senin 8 Jun 2026');
    const later = await report();
    expect(await deadline(later.caseId)).toMatchObject({ ruleVersion: 2, moved: [] });
  });

  it('leaves open deadlines their version when it says so', async () => {
    const shorter = { ...VERSION, amount: 1, wording: '1 hari kerja', appliesToOpen: false };
    expect(await first().post(versions, { ...shorter, effectiveFrom: '2026-06-09' })).toMatchObject({
      status: 201,
    });
    expect((await second().post(`/deadline-rule-versions/${(await open()).id}/approval`)).status).toBe(200);
    await worker.get(NewVersions).pass();
    expect(await deadline()).toMatchObject({ ruleVersion: 2, dueAt: '2026-06-15T09:00:00.000Z' });
    await database.setClock('2026-06-09T08:30:00+07:00');
    expect(await deadline((await report()).caseId)).toMatchObject({
      ruleVersion: 3,
      dueAt: '2026-06-10T09:00:00.000Z',
    });
  });

  it('withdraws a proposal with a reason, and retires a rule by two people', async () => {
    await first().post(versions, { ...VERSION, amount: 9, effectiveFrom: '2026-07-01' });
    const { id } = await open();
    expect((await second().post(`/deadline-rule-versions/${id}/withdrawal`, {})).status).toBe(400);
    expect(
      (await second().post(`/deadline-rule-versions/${id}/withdrawal`, { reason: 'Keliru.' })).status,
    ).toBe(200);
    const terms = { effectiveFrom: '2026-06-09', appliesToOpen: true, reason: 'SK dicabut.' };
    expect((await second().post(`/deadline-rules/${RULE}/retirement`, terms)).status).toBe(201);
    const retirement = await open();
    const effect = await first().get<Effect>(`/deadline-rule-versions/${retirement.id}/effect`);
    expect(effect.body.items.map(({ outcome }) => outcome)).toEqual(['ENDS', 'ENDS', 'ENDS']);
    expect((await first().post(`/deadline-rule-versions/${retirement.id}/approval`)).status).toBe(200);
    await worker.get(NewVersions).pass();
    expect(await deadline()).toMatchObject({ status: 'cancelled' });
    expect((await history()).versions[0]).toMatchObject({ version: 3, state: 'ENDED' });
    const again = { ...terms, effectiveFrom: '2026-06-10' };
    expect(await second().post(`/deadline-rules/${RULE}/retirement`, again)).toMatchObject({
      body: { code: 'rule.isRetired' },
    });
    await database.setClock('2026-06-09T09:00:00+07:00');
    expect(await deadline((await report()).caseId)).toBeUndefined();
  });

  it('is not changed by an approval that no proposal has, whatever role the API plays', async () => {
    const client = new pg.Client(database.urls.api);
    await client.connect();
    await expect(
      client.query(
        `insert into simpul.deadline_rule (slug, version, trigger_event, action, owing_kinds, applies_when, basis, citation,
           certainty, reminder_offsets, escalate_to, notes, kind, needs_legal_check, wording, valid_from)
         values ('x', 1, 'report.received', 'x', '{UPTD_PPA}', 'ALWAYS', 'LAW', 'x', 'H', '{0h}', 'X', '', 'DUTY', false, 'x', now())`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await client.end();
  });
});
