import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../../../test/harness/index.js';

interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}
interface ScreeningBody extends Problem {
  risk: string;
  suggestedRisk: string;
  prompts: { code: string }[];
  tppo: { indicated: boolean; words: string };
  ruleVersion: string;
}
interface CaseBody {
  risk: string | null;
  stage: string;
  tracks: string[];
  mediation: { allowed: boolean; code: string };
  screening: { redFlags: string[] } | null;
  prompts: { code: string }[];
}

const report = {
  channel: 'DATANG_LANGSUNG',
  reporter: { kind: 'KORBAN' },
  clientSafeNow: 'YES',
  narrative: 'Cerita.',
  violenceTypes: ['PSIKIS'],
  contexts: ['KDRT'],
  victims: [{ name: 'Puri Rekaan', sex: 'P', ageYears: 41 }],
  reportedPersons: [{ relation: 'SUAMI_ISTRI' }],
};

describe('screening', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let admin: pg.Client;
  const worker = () => api.as('pendamping@uptd-ppa');
  const open = async (change: object = {}): Promise<string> =>
    (await worker().post<{ caseId: string }>('/reports', { ...report, ...change })).body.caseId;
  const screen = (caseId: string, body: object) =>
    worker().post<ScreeningBody>(`/cases/${caseId}/screenings`, body);
  const page = async (caseId: string) => (await worker().get<CaseBody>(`/cases/${caseId}`)).body;
  const clocks = async (caseId: string) =>
    (
      await admin.query<{ slug: string; trigger: string }>(
        `select slug, to_char(trigger_at at time zone 'Asia/Jakarta', 'MM-DD HH24:MI') as trigger from simpul.deadline
          where case_id = $1 and status in ('running', 'missed') order by slug`,
        [caseId],
      )
    ).rows.map((row) => `${row.slug} ${row.trigger}`);

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    admin = new pg.Client(database.urls.admin);
    await admin.connect();
  });
  afterAll(async () => {
    await admin?.end();
    await api?.close();
    await database?.drop();
  });

  it('sets the level, and starts what hangs on it from the receipt of the report', async () => {
    await database.setClock('2026-06-08T10:15:00+07:00');
    const caseId = await open();
    expect(await page(caseId)).toMatchObject({ risk: null, stage: 'PENGADUAN', screening: null });
    await database.setClock('2026-06-08T10:40:00+07:00');
    const { status, body } = await screen(caseId, { redFlags: [], risk: 'RENDAH' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ risk: 'RENDAH', suggestedRisk: 'RENDAH', tppo: { indicated: false } });
    expect(body.ruleVersion).toContain('risk/2026-1');
    expect(await clocks(caseId)).toEqual([
      'complaint-followup 06-08 10:15',
      'complaint-service-low 06-08 10:15',
      'monitoring-note-low 06-08 10:15',
    ]);
    expect(await page(caseId)).toMatchObject({
      risk: 'RENDAH',
      stage: 'IDENTIFIKASI',
      mediation: { allowed: false, code: 'NOT_BEFORE_RESCREEN' },
      screening: { redFlags: [] },
    });
  });

  it('is raised by one person alone; the clocks follow the new level', async () => {
    await database.setClock('2026-06-08T10:15:00+07:00');
    const caseId = await open();
    await screen(caseId, { redFlags: [], risk: 'RENDAH' });
    await database.setClock('2026-06-08T12:00:00+07:00');
    expect((await screen(caseId, { redFlags: ['SENJATA'], risk: 'TINGGI' })).status).toBe(201);
    expect(await clocks(caseId)).toEqual([
      'complaint-followup 06-08 10:15',
      'complaint-service-high 06-08 10:15',
      'monitoring-note-high 06-08 10:15',
    ]);
    await worker().post(`/cases/${caseId}/milestones`, { kind: 'service.first_given' });
    await worker().post(`/cases/${caseId}/notes`, { text: 'Klien di rumah saudara.' });
    expect(await clocks(caseId)).toEqual([
      'complaint-followup 06-08 10:15',
      'monitoring-note-high 06-08 12:00',
    ]);
  });

  it('concludes trafficking by a person and not by a list', async () => {
    await database.setClock('2026-06-08T10:15:00+07:00');
    const caseId = await open({ contexts: [] });
    const signs = { recruitment: ['JobOffer'], control: ['DebtBondage'] };
    const first = await screen(caseId, { redFlags: [], risk: 'SEDANG', ...signs });
    expect(first.body.tppo).toEqual({ indicated: true, words: 'Indikasi TPPO, perlu identifikasi lanjut.' });
    expect((await page(caseId)).tracks).toEqual(['KTP']);
    await screen(caseId, { redFlags: [], risk: 'SEDANG', ...signs, conclusionTppo: 'ADA_INDIKASI' });
    expect((await page(caseId)).tracks).toEqual(['KTP', 'TPPO']);
  });

  it('starts no clock for a family without violence', async () => {
    await database.setClock('2026-06-02T09:05:00+07:00');
    const puspaga = api.as('konselor@puspaga');
    const { body } = await puspaga.post<{ caseId: string }>('/reports', {
      ...report,
      channel: 'PUSPAGA',
      violenceTypes: [],
      contexts: ['KELUARGA_TANPA_KEKERASAN'],
      reportedPersons: [],
    });
    await puspaga.post(`/cases/${body.caseId}/screenings`, { redFlags: [], risk: 'RENDAH' });
    await puspaga.post(`/cases/${body.caseId}/notes`, { text: 'Sesi pertama.' });
    expect(await clocks(body.caseId)).toEqual([]);
    const milestone = await puspaga.post<Problem>(`/cases/${body.caseId}/milestones`, {
      kind: 'police_report.filed',
    });
    expect(milestone).toMatchObject({ status: 409, body: { code: 'case.familyMatter' } });
    const found = await puspaga.get<{
      windows: { receivers: { agencyKind: string; agencies: { code: string }[] }[] }[];
    }>(`/cases/${body.caseId}/suggested-receivers`);
    expect(found.body.windows.map((one) => one.receivers.map((to) => to.agencyKind))).toEqual([
      ['PUSPAGA'],
      ['PUSPAGA'],
      [],
    ]);
    expect(found.body.windows[0]!.receivers[0]!.agencies.map((one) => one.code)).toEqual(['puspaga']);
  });

  it('suggests who can be reached now, and marks those who must not learn of it', async () => {
    await database.setClock('2026-03-20T23:10:00+07:00');
    const { rows } = await admin.query<{ id: string }>(
      `select id from simpul.agency where code = 'polres-ppa'`,
    );
    const caseId = await open({
      violenceTypes: ['SEKSUAL'],
      contexts: [],
      occurredAt: '2026-03-20T18:30:00+07:00',
      victims: [{ sex: 'P', ageYears: 13 }],
      reportedPersons: [{ relation: 'TETANGGA', agencyId: rows[0]!.id }],
    });
    await screen(caseId, { redFlags: ['AKSES_MALAM_INI'], risk: 'TINGGI' });
    const { body } = await worker().get<{
      emergency: boolean;
      windows: {
        receivers: {
          agencyKind: string;
          agencies: { code: string; openNow: boolean; conflict: boolean }[];
        }[];
      }[];
    }>(`/cases/${caseId}/suggested-receivers`);
    expect(body.emergency).toBe(true);
    const [rsud, uptd, police] = body.windows[0]!.receivers;
    expect(rsud!.agencies).toEqual([
      expect.objectContaining({ code: 'rsud-igd', openNow: true, conflict: false }),
    ]);
    expect(uptd!.agencyKind).toBe('UPTD_PPA');
    expect(police!.agencies.map(({ code, conflict }) => ({ code, conflict }))).toEqual([
      { code: 'polres-ppa', conflict: true },
      { code: 'polres-spkt', conflict: true },
    ]);
    const school = body.windows[2]!.receivers.find((one) => one.agencyKind === 'DISDIKBUD');
    expect(school!.agencies).toEqual([expect.objectContaining({ code: 'disdikbud', openNow: false })]);
  });

  it('keeps the answers sealed and refuses codes it does not know', async () => {
    await database.setClock('2026-06-08T10:15:00+07:00');
    const caseId = await open();
    await screen(caseId, { redFlags: ['KEHAMILAN'], risk: 'SEDANG', reason: 'Canary-alasan' });
    const { rows } = await admin.query<{ text: string }>(
      'select s::text as text from simpul.screening s where case_id = $1',
      [caseId],
    );
    expect(rows[0]!.text).not.toMatch(/KEHAMILAN|Canary/);
    const bad = await screen(caseId, { redFlags: ['KEHAMILAN', 'X'], risk: 'SEDANG' });
    expect(bad).toMatchObject({ status: 400, body: { errors: [{ pointer: '/redFlags' }] } });
    expect((await screen(caseId, { redFlags: [], risk: 'HIGH' })).body.errors![0]!.pointer).toBe('/risk');
  });
});
