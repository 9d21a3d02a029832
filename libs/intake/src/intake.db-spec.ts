import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../../../test/harness/index.js';

type Problem = { code: string; errors?: { pointer: string; code: string }[] };
interface ReportAnswer {
  id: string;
  status: string;
  caseId?: string;
  caseNumber?: string;
  receivedAt: string;
  availableActs: string[];
}

const NOW = '2026-06-08T10:15:00+07:00';
const report = {
  channel: 'TELEPON',
  reporter: { kind: 'KELUARGA', name: 'Kakak Puri Rekaan', phone: '0812-0000-7001' },
  clientSafeNow: 'YES',
  narrative: 'Sering dibentak. Canary-narasi-satu.',
  violenceTypes: ['PSIKIS'],
  contexts: ['KDRT'],
  victims: [
    {
      name: 'Puri Rekaan Canaria',
      nik: '1674014107859951',
      sex: 'P',
      birthDate: '1985-07-01',
      phone: '0812-0000-7002',
      address: 'Jalan Canary 12',
      regionCode: '16.74.01.1001',
    },
  ],
  reportedPersons: [{ name: 'Suami Umpama Canarius', sex: 'L', relation: 'SUAMI_ISTRI' }],
};

describe('intake', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let admin: pg.Client;
  const counselor = () => api.as('pendamping@uptd-ppa');
  const receive = (change: object = {}) =>
    counselor().post<ReportAnswer & Problem>('/reports', { ...report, ...change });
  const count = async (table: string): Promise<number> =>
    (await admin.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]!.n;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    admin = new pg.Client(database.urls.admin);
    await admin.connect();
    await database.setClock(NOW);
  });
  afterAll(async () => {
    await admin?.end();
    await api?.close();
    await database?.drop();
  });

  it('opens a case with a neutral number, in one act with its people and clocks', async () => {
    const { status, body } = await receive();
    expect(status).toBe(201);
    expect(body).toMatchObject({
      status: 'OPENED',
      receivedAt: '2026-06-08T03:15:00.000Z',
      availableActs: [],
    });
    expect(body.caseNumber).toMatch(/^PBM-2026-\d{4}$/);
    const { rows } = await admin.query(
      `select kind, initials, age_years, age_band, region_code, nik_status, nik_warnings from simpul.person
        where case_id = $1 order by kind`,
      [body.caseId],
    );
    expect(rows).toEqual([
      {
        kind: 'REPORTED',
        initials: 'SUC',
        age_years: null,
        age_band: null,
        region_code: null,
        nik_status: 'MISSING',
        nik_warnings: [],
      },
      {
        kind: 'REPORTER',
        initials: 'KPR',
        age_years: null,
        age_band: null,
        region_code: null,
        nik_status: 'MISSING',
        nik_warnings: [],
      },
      {
        kind: 'VICTIM',
        initials: 'PRC',
        age_years: 40,
        age_band: '25_44',
        region_code: '16.74.01',
        nik_status: 'VALID',
        nik_warnings: [],
      },
    ]);
    const deadlines = await admin.query('select slug from simpul.deadline where case_id = $1', [body.caseId]);
    expect(deadlines.rows).toEqual([{ slug: 'complaint-followup' }]);
  });

  it('leaves no name, number, address or narrative in clear anywhere in the database', async () => {
    const { rows: tables } = await admin.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables
        where table_schema in ('simpul', 'ledger') and table_type = 'BASE TABLE'`,
    );
    for (const { name } of tables) {
      const { rows } = await admin.query<{ text: string }>(`select t::text as text from ${name} t`);
      const dump = rows.map((row) => row.text).join('\n');
      for (const canary of [
        'Canaria',
        'Canarius',
        'Canary',
        'canary',
        '1674014107859951',
        '00007001',
        '0000-7002',
        '16.74.01.1001',
      ])
        if (name !== 'simpul.region')
          expect([name, canary, dump.includes(canary)]).toEqual([name, canary, false]);
    }
  });

  it('starts the 3x24-hour clock and the clinical windows of sexual violence from the right moments', async () => {
    const { body } = await receive({
      violenceTypes: ['SEKSUAL'],
      contexts: [],
      receivedAt: '2026-06-08T09:00:00+07:00',
      occurredAt: '2026-06-08T01:00:00+07:00',
    });
    const { rows } = await admin.query<{ slug: string; due: string }>(
      `select slug, to_char(due_at at time zone 'Asia/Jakarta', 'MM-DD HH24:MI') as due from simpul.deadline
        where case_id = $1 order by slug`,
      [body.caseId],
    );
    expect(rows).toEqual([
      { slug: 'clinical-contraception-window', due: '06-13 01:00' },
      { slug: 'clinical-pep-window', due: '06-11 01:00' },
      { slug: 'complaint-followup', due: '06-11 16:00' },
      { slug: 'uptd-police-report-tpks', due: '06-11 09:00' },
    ]);
  });

  it('starts no clock at all for a family without violence', async () => {
    const { body } = await api.as('konselor@puspaga').post<ReportAnswer>('/reports', {
      ...report,
      channel: 'PUSPAGA',
      violenceTypes: [],
      contexts: ['KELUARGA_TANPA_KEKERASAN'],
      reportedPersons: [],
    });
    const { rows } = await admin.query('select mandate, tracks from simpul.case_file where id = $1', [
      body.caseId,
    ]);
    expect(rows).toEqual([{ mandate: 'FAMILY', tracks: [] }]);
    const clocks = await admin.query('select 1 from simpul.deadline where case_id = $1', [body.caseId]);
    expect(clocks.rows).toEqual([]);
  });

  it('refuses what cannot be, naming the field, and writes nothing', async () => {
    const victim = report.victims[0]!;
    const bad: [object, number, string][] = [
      [{ victims: [{ ...victim, nik: '123' }] }, 422, '/victims/0/nik'],
      [{ victims: [victim, { ...victim, nik: '1674013202859951' }] }, 422, '/victims/1/nik'],
      [{ victims: [{ ...victim, birthDate: '2026-02-30' }] }, 422, '/victims/0/birthDate'],
      [{ victims: [{ ...victim, birthDate: '2027-01-01' }] }, 422, '/victims/0/birthDate'],
      [{ reporter: { kind: 'TEMAN', phone: '129' } }, 422, '/reporter/phone'],
      [
        { reportedPersons: [{ agencyId: '00000000-0000-4000-8000-000000000000' }] },
        422,
        '/reportedPersons/0/agencyId',
      ],
      [{ receivedAt: '2026-06-08T10:15:01+07:00' }, 422, '/receivedAt'],
      [{ occurredAt: '2026-06-09T00:00:00+07:00' }, 422, '/occurredAt'],
      [{ receivedAt: '2026-02-30T10:00:00+07:00' }, 400, '/receivedAt'],
      [{ receivedAt: '2026-06-08T10:00:00' }, 400, '/receivedAt'],
      [{ contexts: ['TPKS'] }, 422, '/contexts/0'],
      [{ contexts: ['KELUARGA_TANPA_KEKERASAN'] }, 422, '/contexts/0'],
      [{ channel: 'SAPA129' }, 422, '/externalRef'],
      [{ disposition: 'RECEIVE_ONLY', clientSafeNow: 'NO' }, 422, '/disposition'],
      [{ victims: [] }, 400, '/victims'],
      [{ victims: {} }, 400, '/victims'],
      [{ victims: [{ name: 'Tanpa jenis kelamin' }] }, 400, '/victims/0/sex'],
      [{ victims: [{ ...victim, admin: true }] }, 400, '/victims/0/admin'],
      [{ victims: [{ ...victim, ageYears: '13' }] }, 400, '/victims/0/ageYears'],
      [{ reporter: [] }, 400, '/reporter'],
      [{ victims: [[]] }, 400, '/victims'],
      [{ victims: [{ ...victim, safeContact: [] }] }, 400, '/victims/0/safeContact'],
      [{ victims: ['Puri'] }, 400, '/victims'],
      [{ reporter: undefined }, 400, '/reporter'],
      [{ narrative: 'a\u0000b' }, 400, '/narrative'],
      [{ narrative: '   ' }, 400, '/narrative'],
      [{ violenceTypes: ['PSIKIS', 'X'] }, 400, '/violenceTypes'],
      [{ online: 'false' }, 400, '/online'],
    ];
    const before = await count('simpul.case_file');
    for (const [change, status, pointer] of bad) {
      const answer = await receive(change);
      expect([pointer, answer.status]).toEqual([pointer, status]);
      expect(answer.body.errors!.map((error) => error.pointer)).toContain(pointer);
    }
    expect(await count('simpul.case_file')).toBe(before);
  });

  it('keeps a report without a case, and opens it later with the clocks of its receipt', async () => {
    const kept = await receive({ disposition: 'RECEIVE_ONLY', receivedAt: '2026-06-05T08:00:00+07:00' });
    expect(kept.body).toMatchObject({
      status: 'RECEIVED',
      availableActs: ['report.open', 'report.join', 'report.outsideMandate'],
    });
    expect(kept.body.caseId).toBeUndefined();
    expect(
      (await counselor().post<Problem>(`/reports/${kept.body.id}/reveal`, { reason: 'OTHER' })).body,
    ).toMatchObject({ errors: [{ pointer: '/purpose', code: 'required' }] });
    const told = await counselor().post<{ narrative: string }>(`/reports/${kept.body.id}/reveal`, {
      reason: 'CONTACT',
      purpose: 'Menelepon klien',
    });
    expect(told.body.narrative).toBe(report.narrative);

    const opened = await counselor().post<ReportAnswer>(`/reports/${kept.body.id}/opening`);
    expect(opened).toMatchObject({ status: 200, body: { status: 'OPENED' } });
    const { rows } = await admin.query('select slug, trigger_at from simpul.deadline where case_id = $1', [
      opened.body.caseId,
    ]);
    expect(rows).toEqual([{ slug: 'complaint-followup', trigger_at: new Date('2026-06-05T08:00:00+07:00') }]);
    const page = await counselor().get<{ caseId: string; clients: object[] }>(`/reports/${kept.body.id}`);
    expect(page.body).toMatchObject({ caseId: opened.body.caseId, clients: [] });
    expect(
      await counselor().post<Problem>(`/reports/${kept.body.id}/reveal`, {
        reason: 'CONTACT',
        purpose: 'Menelepon klien',
      }),
    ).toMatchObject({ status: 409, body: { code: 'report.isInACase', current: { status: 'OPENED' } } });

    const again = await counselor().post<Problem>(`/reports/${kept.body.id}/opening`);
    expect(again).toMatchObject({
      status: 409,
      body: { code: 'report.alreadyOpened', current: { status: 'OPENED' } },
    });
  });

  it('joins a report to a case: story and reporter go along, and what it newly says starts its clock', async () => {
    const first = await receive();
    const kept = await receive({
      disposition: 'RECEIVE_ONLY',
      narrative: 'Cerita kedua.',
      violenceTypes: ['FISIK'],
      reporter: { kind: 'TETANGGA', name: 'Bu Tetangga Contoh' },
    });
    const joined = await counselor().post<ReportAnswer>(`/reports/${kept.body.id}/joining`, {
      caseId: first.body.caseId,
    });
    expect(joined).toMatchObject({ status: 200, body: { status: 'JOINED', caseId: first.body.caseId } });
    const revealed = await counselor().post<{ narrative: string; reporters: { name: string }[] }>(
      `/cases/${first.body.caseId}/reveal`,
      { reason: 'OTHER', purpose: 'Menyusun rencana' },
    );
    expect(revealed.body.narrative).toBe(`${report.narrative}\n\n[2026-06-08] Cerita kedua.`);
    expect(revealed.body.reporters.map((one) => one.name)).toEqual([
      'Kakak Puri Rekaan',
      'Bu Tetangga Contoh',
    ]);
    const page = await counselor().get<{ violenceTypes: string[] }>(`/cases/${first.body.caseId}`);
    expect(page.body.violenceTypes).toEqual(['PSIKIS', 'FISIK']);
  });

  it('does not tell whether a case out of sight exists when joining', async () => {
    const foreign = await api.as('konselor@puspaga').post<ReportAnswer>('/reports', report);
    const kept = await receive({ disposition: 'RECEIVE_ONLY' });
    for (const caseId of [foreign.body.caseId, '00000000-0000-4000-8000-000000000000'])
      expect(await counselor().post<Problem>(`/reports/${kept.body.id}/joining`, { caseId })).toMatchObject({
        status: 422,
        body: { errors: [{ pointer: '/caseId', code: 'case.unknown' }] },
      });
  });

  it('says why a report is not ours, and still lets it become a case', async () => {
    const kept = await receive({ disposition: 'RECEIVE_ONLY' });
    const outside = await counselor().post<ReportAnswer>(`/reports/${kept.body.id}/outside-mandate`, {
      reason: 'Kota lain.',
    });
    expect(outside.body).toMatchObject({
      status: 'OUTSIDE_MANDATE',
      availableActs: ['report.open', 'report.join'],
    });
    const again = await counselor().post<Problem>(`/reports/${kept.body.id}/outside-mandate`, {
      reason: 'x',
    });
    expect(again).toMatchObject({ status: 409, body: { code: 'report.alreadyOutsideMandate' } });
    // Decided: the rest of the office has no business with it any more; who answers for it has.
    const { id } = kept.body;
    for (const [who, status] of [
      ['pendamping2@uptd-ppa', 409],
      ['kepala@uptd-ppa', 200],
    ] as const) {
      expect([who, (await api.as(who).get(`/reports/${id}`)).status]).toEqual([who, status]);
      const { items } = (
        await api.as(who).get<{ items: { id: string }[] }>('/reports?status=outside-mandate')
      ).body;
      expect([who, items.some((row) => row.id === id)]).toEqual([who, status === 200]);
    }
    expect((await counselor().post(`/reports/${kept.body.id}/opening`)).status).toBe(200);
  });

  it('is closed to partners, planners and strangers, and looks like nothing to another agency', async () => {
    const kept = await receive({ disposition: 'RECEIVE_ONLY' });
    expect((await api.as('petugas@dinkes').post('/reports', report)).status).toBe(403);
    expect((await api.nobody.post('/reports', report)).status).toBe(401);
    const unseen = await api.as('konselor@puspaga').get<Problem>(`/reports/${kept.body.id}`);
    expect(unseen).toMatchObject({ status: 404, body: { code: 'notFound' } });
    expect((await api.as('konselor@puspaga').post(`/reports/${kept.body.id}/opening`)).status).toBe(404);
  });

  it('takes a report once, however often the same key is sent', async () => {
    const before = await count('simpul.case_file');
    const headers = { 'idempotency-key': '7c0f6f44-9f0b-4f8e-9d3b-2b1f0a6f0c11' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => counselor().post<ReportAnswer>('/reports', report, headers)),
    );
    expect(new Set(answers.filter((one) => one.status === 201).map((one) => one.body.id)).size).toBe(1);
    expect(await count('simpul.case_file')).toBe(before + 1);
  });
});
