import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, ReferralStage, type RefusalBody } from '#harness';
import { readPdf } from '../../../test/harness/read-pdf.mjs';

interface Page {
  steps: {
    id: string;
    source: string;
    kind: string;
    number: string | null;
    outOfOrder: string | null;
    reason: string | null;
    withdrawn: { reason: string } | null;
    availableActs: string[];
  }[];
  awaited: { kind: string; by: string; since: string; dueAt: string | null }[];
  kinds: { kind: string; usual: boolean }[];
  availableActs: string[];
}

const NUMBER = 'LP/B/12/IV/2026/SPKT';
const at = (time: string): string => `2026-04-${time}:00+07:00`;

describe('what is watched at police and court', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());

  const record = (caseId: string, body: object, person = stage.sender) =>
    person.post<{ id: string } & RefusalBody & { current: { why: string; instead: string[] } }>(
      `/cases/${caseId}/legal-steps`,
      body,
    );
  const page = async (caseId: string, person = stage.sender): Promise<Page> =>
    done(await person.get<Page>(`/cases/${caseId}/legal-steps`));
  const clocks = async (caseId: string): Promise<Record<string, string>> => {
    const { rows } = await stage.admin.query<{ slug: string; status: string }>(
      'select slug, status from simpul.deadline where case_id = $1',
      [caseId],
    );
    return Object.fromEntries(rows.map(({ slug, status }) => [slug, status]));
  };

  it('a report with a number tells the register that the police have it; its number is sealed', async () => {
    const caseId = await stage.openCase();
    done(await record(caseId, { kind: 'LP', at: at('13T10:00'), knownAt: at('14T08:00'), number: NUMBER }));
    expect(await clocks(caseId)).toMatchObject({
      'police-temporary-protection-kdrt': 'running',
      'police-report-no-response': 'running',
    });
    const seen = await page(caseId);
    expect(seen.steps).toMatchObject([{ kind: 'LP', number: NUMBER, outOfOrder: null, source: 'STEP' }]);
    expect(seen.awaited.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['PENYIDIKAN', 'PERLINDUNGAN_DIBERIKAN', 'SP2HP']),
    );
    const { rows } = await stage.admin.query<{ row: string }>(
      `select row_to_json(s)::text || coalesce((select string_agg(e.facts::text, '') from ledger.entry e
               where e.act like 'legalStep.%'), '') as row from simpul.legal_step s where case_id = $1`,
      [caseId],
    );
    expect(rows[0]!.row).not.toContain(NUMBER);
  });

  it('a step out of its usual order needs a reason and is then recorded with it', async () => {
    const caseId = await stage.openCase();
    const early = await record(caseId, { kind: 'P21', at: at('14T09:00') });
    expect([early.status, early.body.code]).toEqual([409, 'legalStep.outOfOrder']);
    expect(early.body.current).toEqual({ why: 'TOO_EARLY', instead: ['SPDP', 'P19'] });
    expect((await page(caseId)).steps).toEqual([]);
    const reason = 'Berkas lengkap diberitahukan jaksa lewat telepon.';
    done(await record(caseId, { kind: 'P21', at: at('14T09:00'), reason }));
    expect((await page(caseId)).steps).toMatchObject([{ kind: 'P21', outOfOrder: 'TOO_EARLY', reason }]);
  });

  it('refuses what cannot be: a time to come, known before it was, a next day that none names, another office', async () => {
    const caseId = await stage.openCase();
    const codes = async (body: object) => (await record(caseId, body)).body.errors?.map(({ code }) => code);
    expect(await codes({ kind: 'LP', at: at('15T10:00') })).toContain('time.inTheFuture');
    expect(await codes({ kind: 'LP', at: at('14T10:00'), knownAt: at('13T10:00') })).toEqual([
      'legalStep.knownBeforeItHappened',
    ]);
    expect(await codes({ kind: 'LP', nextAt: at('20T10:00') })).toEqual(['legalStep.noSuchNext']);
    expect(await codes({ kind: 'LP', agencyId: stage.agencies.get('rsud-igd') })).toEqual(['agency.unknown']);
    const police = stage.agencies.get('polres-ppa');
    done(await record(caseId, { kind: 'LP', agencyId: police }));
  });

  it('what was written down in error is taken back: it stays readable and what it started stops', async () => {
    const caseId = await stage.openCase();
    done(await record(caseId, { kind: 'LP', at: at('13T10:00') }));
    const { id } = done(await record(caseId, { kind: 'PENYIDIKAN', at: at('14T10:00') }));
    expect(await clocks(caseId)).toMatchObject({ 'police-spdp': 'running' });
    const back = (reason?: string) =>
      stage.sender.post<RefusalBody>(`/cases/${caseId}/legal-steps/${id}/withdrawal`, { reason });
    expect((await back()).status).toBe(400);
    done(await back('Kasus lain.'));
    expect(await clocks(caseId)).toMatchObject({ 'police-spdp': 'cancelled' });
    const seen = await page(caseId);
    expect(seen.steps.find((step) => step.id === id)).toMatchObject({
      withdrawn: { reason: 'Kasus lain.' },
      availableActs: [],
    });
    expect(seen.awaited.map(({ kind }) => kind)).toContain('PENYIDIKAN');
    expect((await back('Lagi.')).body.code).toBe('legalStep.withdrawn');
  });

  it('an event that was recorded alone stands in the line as the step that it is, once', async () => {
    const caseId = await stage.openCase();
    for (const kind of ['report.received_by_police', 'police_report.filed', 'service.first_given'])
      done(await stage.sender.post(`/cases/${caseId}/milestones`, { kind, at: at('14T10:00') }));
    const seen = await page(caseId);
    expect(seen.steps).toMatchObject([{ kind: 'LP', source: 'EVENT', availableActs: [] }]);
    expect(seen.kinds.find(({ kind }) => kind === 'PENYIDIKAN')).toMatchObject({ usual: true });
    expect(seen.kinds.find(({ kind }) => kind === 'LP')).toMatchObject({ usual: false });
  });

  it('is for the case’s own people: others find nothing, and who may not write is offered nothing', async () => {
    const caseId = await stage.openCase();
    done(await record(caseId, { kind: 'LP' }));
    for (const other of ['konselor@puspaga', 'petugas@rsud-igd', 'kepala@dppkbpppa'])
      expect([403, 404]).toContain((await stage.api.as(other).get(`/cases/${caseId}/legal-steps`)).status);
    const { rows } = await stage.admin.query<{ id: string }>(
      `select id from simpul.account where email like 'psikolog@uptd-ppa%'`,
    );
    done(await stage.sender.post(`/cases/${caseId}/members`, { accountId: rows[0]!.id }));
    const reader = await page(caseId, stage.api.as('psikolog@uptd-ppa'));
    expect(reader.availableActs).toEqual([]);
    expect(reader.steps[0]!.availableActs).toEqual([]);
    const family = { violenceTypes: [], contexts: ['KELUARGA_TANPA_KEKERASAN'], reportedPersons: [] };
    const quiet = await stage.openCase(family, null);
    expect((await stage.sender.get(`/cases/${quiet}/legal-steps`)).status).toBe(404);
    expect((await record(quiet, { kind: 'LP' })).body.code).toBe('case.familyMatter');
  });

  it('leaves the house as a PDF without a name, with numbers only if asked for, and that is recorded', async () => {
    const caseId = await stage.openCase();
    done(await record(caseId, { kind: 'LP', at: at('13T10:00'), knownAt: at('14T08:00'), number: NUMBER }));
    done(await record(caseId, { kind: 'PENYIDIKAN', at: at('14T10:00') }));
    const text = async (body: object): Promise<string> => {
      done(await stage.sender.post(`/cases/${caseId}/legal-timeline`, body));
      const answer = await stage.api.app.inject({
        method: 'POST',
        url: `/api/cases/${caseId}/legal-timeline`,
        headers: { cookie: stage.api.cookieOf('pendamping@uptd-ppa') },
        payload: body,
      });
      expect([answer.statusCode, answer.headers['content-type']]).toEqual([200, 'application/pdf']);
      const { pages } = await readPdf(answer.rawPayload);
      return pages
        .map((one) => one.text)
        .join('\n')
        .replaceAll(/\s+/g, ' ');
    };
    const plain = await text({ reason: 'CLIENT_ASKS' });
    for (const words of [
      ...['Linimasa proses hukum', 'Laporan polisi (LP)', '13 April 2026', 'Diketahui unit 14 April 2026'],
      ...['SPDP dikirim ke kejaksaan', 'Batas 21 April 2026', 'dibuat 14 April 2026'],
    ])
      expect(plain).toContain(words);
    expect(plain).not.toMatch(/Kinanti|Wirasena|Rekaan|LP\/B/);
    expect(await text({ reason: 'UNDUE_DELAY', withNumbers: true })).toContain(NUMBER);
    const { rows } = await stage.admin.query<{ facts: object }>(
      `select facts from ledger.entry where act = 'legalTimeline.exported' and decision = 'allowed' order by seq desc limit 1`,
    );
    expect(rows[0]!.facts).toMatchObject({ reason: 'UNDUE_DELAY', numbers: true, steps: 2 });
  });
});
