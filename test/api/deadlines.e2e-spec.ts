import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../harness/index.js';

interface Deadline {
  id: string;
  ruleId: string;
  status: string;
  basis: string;
  basisWords: string;
  dueAt: string | null;
  why: string;
  caseId?: string;
  caseNumber?: string;
  availableActs: string[];
  waiverProposed?: boolean;
  acknowledged?: { by: string; at: string };
  moved: object[];
  ladder: { rung: string; at: string; firedAt: string | null }[];
}

const REPORT = {
  channel: 'DATANG_LANGSUNG',
  reporter: { kind: 'KORBAN' },
  clientSafeNow: 'YES',
  narrative: 'Cerita rekaan untuk uji.',
  violenceTypes: ['SEKSUAL'],
  contexts: ['TPKS'],
  victims: [{ name: 'Umpama Reka', sex: 'P', ageYears: 30 }],
  reportedPersons: [],
};

describe('deadlines at a desk', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let caseId: string;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    await database.setClock('2026-06-08T10:15:00+07:00');
    const report = await api.as('pendamping@uptd-ppa').post<{ caseId: string }>('/reports', REPORT);
    expect([report.status, report.body]).toEqual([
      201,
      expect.objectContaining({ caseId: expect.any(String) }),
    ]);
    ({ caseId } = report.body);
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  const asOwner = async <T>(sql: string, params: unknown[] = []): Promise<T[]> => {
    const client = new pg.Client(database.urls.admin);
    await client.connect();
    try {
      return (await client.query(sql, params)).rows as T[];
    } finally {
      await client.end();
    }
  };
  const listed = async (who: string, query = ''): Promise<Deadline[]> => {
    const answer = await api.as(who).get<{ items: Deadline[]; next: string | null }>(`/deadlines${query}`);
    expect(answer.status).toBe(200);
    return answer.body.items;
  };
  const rule = async (ruleId: string, who = 'pendamping@uptd-ppa'): Promise<Deadline> =>
    (await listed(who)).find((deadline) => deadline.ruleId === ruleId)!;

  it('says of each what is owed, by when, on which basis and why', async () => {
    const police = await rule('uptd-police-report-tpks');
    expect(police).toMatchObject({
      status: 'running',
      basis: 'LAW',
      basisWords: 'undang-undang',
      dueAt: '2026-06-11T03:15:00.000Z',
      caseId,
    });
    expect(police.why).toContain('72 jam berjalan sejak Senin 8 Jun 2026 pukul 10.15 WIB');
    expect((await rule('complaint-followup')).dueAt).toBe('2026-06-11T09:00:00.000Z');
  });

  it('shows nothing to who is not on the case: not a partner, not another counsellor, not the head of office', async () => {
    for (const who of ['petugas@polres-ppa', 'petugas@rsud-igd', 'pendamping2@uptd-ppa', 'kepala@dppkbpppa'])
      expect([who, await listed(who)]).toEqual([who, []]);
    const { id } = await rule('complaint-followup');
    for (const path of ['acknowledgement', 'reminder'])
      expect((await api.as('konselor@puspaga').post(`/deadlines/${id}/${path}`)).status).toBe(404);
    expect((await api.as('admin@diskominfo').get('/deadlines')).status).toBe(403);
  });

  it('does not let the law wait, and says so', async () => {
    const { id, availableActs } = await rule('uptd-police-report-tpks', 'kepala@uptd-ppa');
    expect(availableActs).toEqual(['acknowledge', 'remind']);
    for (const act of ['pause', 'waiver'])
      expect(
        await api.as('kepala@uptd-ppa').post(`/deadlines/${id}/${act}`, { reason: 'Menunggu keluarga.' }),
      ).toMatchObject({ status: 409, body: { code: 'deadline.lawDoesNotWait' } });
  });

  it('pauses a standard with a reason that is sealed, and moves it by the pause', async () => {
    const { id } = await rule('complaint-followup');
    const worker = api.as('pendamping@uptd-ppa');
    expect((await worker.post(`/deadlines/${id}/pause`, {})).status).toBe(400);
    const reason = 'Korban dirawat di luar kota.';
    expect(await worker.post(`/deadlines/${id}/pause`, { reason })).toMatchObject({
      status: 200,
      body: { status: 'paused' },
    });
    expect(await worker.post(`/deadlines/${id}/pause`, { reason })).toMatchObject({
      status: 409,
      body: { code: 'deadline.isPaused', current: { status: 'paused' } },
    });
    const [stored] = await asOwner<{ found: number }>(
      `select count(*)::int as found from simpul.deadline_change where reason_sealed is not null
          and position('dirawat'::bytea in reason_sealed) = 0`,
    );
    expect(stored).toEqual({ found: 1 });
    await database.setClock('2026-06-09T10:00:00+07:00');
    const resumed = await worker.post<Deadline>(`/deadlines/${id}/resumption`);
    expect(resumed.body).toMatchObject({ status: 'running', dueAt: '2026-06-12T09:30:00.000Z' });
    expect(resumed.body.why).toContain('Jam berhenti dari Senin 8 Jun 2026');
    expect(resumed.body.moved).toEqual([
      {
        at: '2026-06-09T03:00:00.000Z',
        why: 'resume',
        from: '2026-06-11T09:00:00.000Z',
        to: '2026-06-12T09:30:00.000Z',
      },
    ]);
  });

  it('does not pause what is past its time, although no sweep has seen it yet', async () => {
    const { id } = await rule('complaint-followup');
    await database.setClock('2026-06-12T17:00:00+07:00');
    const late = await api.as('pendamping@uptd-ppa').post(`/deadlines/${id}/pause`, { reason: 'Menunggu.' });
    expect(late).toMatchObject({ status: 409, body: { code: 'deadline.isMissed' } });
    await database.setClock('2026-06-09T10:00:00+07:00');
  });

  it('reminds at a wish, not twice within the hour', async () => {
    const { id } = await rule('complaint-followup');
    const supervisor = api.as('kepala@uptd-ppa');
    expect((await supervisor.post(`/deadlines/${id}/reminder`)).status).toBe(200);
    expect(await supervisor.post(`/deadlines/${id}/reminder`)).toMatchObject({
      status: 409,
      body: { code: 'deadline.remindedJustNow' },
    });
  });

  it('is waived by two people, counted by person, and never by one', async () => {
    const { id } = await rule('complaint-followup');
    const [worker, supervisor] = [api.as('pendamping@uptd-ppa'), api.as('kepala@uptd-ppa')];
    for (const ask of [
      supervisor.post(`/deadlines/${id}/waiver-approval`),
      supervisor.get(`/deadlines/${id}/waiver`),
    ])
      expect(await ask).toMatchObject({ status: 409, body: { code: 'deadline.noWaiverProposed' } });
    const proposed = await worker.post<Deadline>(`/deadlines/${id}/waiver`, {
      reason: 'Ditangani unit lain.',
    });
    expect(proposed.body).toMatchObject({ status: 'running', waiverProposed: true });
    expect(await supervisor.get(`/deadlines/${id}/waiver`)).toMatchObject({
      status: 200,
      body: { reason: 'Ditangani unit lain.', proposedByName: expect.any(String) },
    });
    expect((await api.as('konselor@puspaga').get(`/deadlines/${id}/waiver`)).status).toBe(403);
    expect(await worker.post(`/deadlines/${id}/waiver-approval`)).toMatchObject({
      status: 409,
      body: { code: 'fourEyes.samePerson' },
    });
    expect((await supervisor.post<Deadline>(`/deadlines/${id}/waiver-approval`)).body.status).toBe('waived');
    expect(await worker.post(`/deadlines/${id}/reminder`)).toMatchObject({
      status: 409,
      body: { code: 'deadline.hasEnded' },
    });
  });

  it('that was missed is seen and answered by the head of the lead office, without the case behind it', async () => {
    await asOwner(
      `update simpul.deadline set status = 'missed', missed_at = due_at where case_id = $1 and slug = 'uptd-police-report-tpks'`,
      [caseId],
    );
    await database.setClock('2026-06-11T12:00:00+07:00');
    const [missed, ...others] = await listed('kepala@dppkbpppa', '?state=overdue');
    expect(others).toEqual([]);
    expect(missed).toMatchObject({ ruleId: 'uptd-police-report-tpks', availableActs: ['acknowledge'] });
    expect(missed).not.toHaveProperty('caseId');
    expect(missed).not.toHaveProperty('caseNumber');
    const answered = await api
      .as('kepala@dppkbpppa')
      .post<Deadline>(`/deadlines/${missed!.id}/acknowledgement`);
    expect(answered.body.acknowledged).toMatchObject({ by: 'Yusnita Umpama' });
    expect(await api.as('kepala@dppkbpppa').post(`/deadlines/${missed!.id}/reminder`)).toMatchObject({
      status: 403,
    });
  });

  it('leaves none out between two pages: none that is due in one millisecond, none without a time', async () => {
    // Two pages and a half: the first ends within one millisecond, the second among those that have no time yet.
    const made = await asOwner<{ id: string }>(
      `insert into simpul.deadline select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(),
           'trigger_at', d.trigger_at + make_interval(secs => n),
           'due_at', case when n <= 60 then timestamptz '2026-06-30T08:00:00.123Z' + make_interval(secs => n * 0.000001) end))).*
         from simpul.deadline d, generate_series(1, 130) n
        where d.id = (select id from simpul.deadline where case_id = $1 and status = 'running' limit 1) returning id`,
      [caseId],
    );
    const seen: string[] = [];
    let next: string | null = '/deadlines';
    while (next && seen.length < 400) {
      const { body }: { body: { items: Deadline[]; next: string | null } } = await api
        .as('pendamping@uptd-ppa')
        .get<{ items: Deadline[]; next: string | null }>(next);
      seen.push(...body.items.map(({ id }) => id));
      next = body.next && `/deadlines?cursor=${encodeURIComponent(body.next)}`;
    }
    const ours = new Set(made.map(({ id }) => id));
    expect(seen.filter((id) => ours.has(id)).toSorted()).toEqual([...ours].toSorted());
    expect(new Set(seen).size).toBe(seen.length);
    await asOwner('delete from simpul.deadline where id = any ($1::uuid[])', [[...ours]]);
  });

  it('refuses what it cannot read, naming the field', async () => {
    const worker = api.as('pendamping@uptd-ppa');
    expect((await worker.get('/deadlines?state=late')).status).toBe(400);
    expect((await worker.get('/deadlines?cursor=x')).status).toBe(400);
    expect(
      (await worker.get('/deadlines?cursor=2026-99-99T00:00_00000000-0000-4000-8000-000000000000')).status,
    ).toBe(400);
    expect((await worker.get("/deadlines?agencyId=1' or true")).status).toBe(400);
    expect((await worker.post('/deadlines/nothing/acknowledgement')).status).toBe(400);
    expect(
      (await worker.post('/deadlines/00000000-0000-4000-8000-000000000000/acknowledgement')).status,
    ).toBe(404);
  });
});

describe('the calendar', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  const day = {
    date: '2026-10-17',
    kind: 'LOCAL',
    regionCode: '16.74',
    name: 'Hari jadi kota',
    basis: 'Perwali rekaan',
  };

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  it('is read by everybody and kept by the IT and legal offices', async () => {
    const { body } = await api.as('petugas@rsud-igd').get<{ items: object[] }>('/holidays');
    expect(body.items).toHaveLength(25);
    expect((await api.as('kepala@uptd-ppa').post('/holidays', day)).status).toBe(403);
    expect(await api.as('hukum@bagian-hukum').post('/holidays', day)).toMatchObject({
      status: 201,
      body: day,
    });
    expect(await api.as('admin@diskominfo').post('/holidays', day)).toMatchObject({
      status: 409,
      body: { code: 'holiday.alreadyKnown' },
    });
    const { body: after } = await api.as('petugas@rsud-igd').get<{ items: object[] }>('/holidays');
    expect(after.items).toContainEqual(expect.objectContaining(day));
  });

  it('takes no day that does not exist', async () => {
    const admin = api.as('admin@diskominfo');
    for (const [wrong, status] of [
      [{ ...day, date: '2026-02-30' }, 422],
      [{ ...day, date: '17-10-2026' }, 400],
      [{ ...day, kind: 'PRIVATE' }, 400],
      [{ ...day, regionCode: undefined }, 422],
      [{ ...day, regionCode: '99.01' }, 422],
      [{ ...day, kind: 'NATIONAL' }, 422],
      [{ ...day, name: 'x\u0000' }, 400],
    ] as const) {
      const answer = await admin.post('/holidays', wrong);
      expect([wrong, answer.status]).toEqual([wrong, status]);
      expect(answer.body.errors).toHaveLength(1);
    }
  });

  interface Listed {
    items: { id: string; date: string; name: string }[];
    years: number[];
    missingYear: number | null;
  }

  it('loses a day that was declared in error, with a reason, but none that has passed', async () => {
    await database.setClock('2026-06-01T10:00:00+07:00');
    const legal = api.as('hukum@bagian-hukum');
    const wrong = { ...day, date: '2026-07-07' };
    const { body } = await legal.post<{ id: string }>('/holidays', wrong);
    const removal = `/holidays/${body.id}/removal`;
    expect((await api.as('kepala@uptd-ppa').post(removal, { reason: 'Keliru.' })).status).toBe(403);
    expect((await legal.post(removal, {})).status).toBe(400);
    expect((await legal.post(removal, { reason: 'SK dicabut.' })).status).toBe(204);
    expect((await legal.post(removal, { reason: 'SK dicabut.' })).status).toBe(404);
    const { body: after } = await legal.get<Listed>('/holidays');
    expect(after.items.map(({ date }) => date)).not.toContain('2026-07-07');
    const newYear = after.items.find(({ date }) => date === '2026-01-01')!;
    expect(await legal.post(`/holidays/${newYear.id}/removal`, { reason: 'Keliru.' })).toMatchObject({
      status: 409,
      body: { code: 'holiday.hasPassed' },
    });
    // The same day may be declared again.
    expect((await legal.post('/holidays', wrong)).status).toBe(201);
    await database.setClock(null);
  });

  it('takes next year’s list as a file: first tried, each wrong cell named, then all or nothing', async () => {
    await database.setClock('2026-10-05T10:00:00+07:00');
    const legal = api.as('hukum@bagian-hukum');
    expect((await legal.get<Listed>('/holidays')).body).toMatchObject({ years: [2026], missingYear: 2027 });
    const lines = Array.from(
      { length: 14 },
      (_, n) => `${String(n + 1).padStart(2, '0')}/02/2027;NASIONAL;Libur contoh ${n + 1};SKB contoh`,
    );
    const bad = ['\ufefftanggal;jenis;nama;dasar;wilayah', ...lines, '31/02/2027;LIBUR;;SKB;', lines[0]];
    const csv = bad.join('\r\n');
    const tried = await legal.post<{ faults: object[]; added: object[]; committed: boolean }>(
      '/holiday-imports',
      { csv, commit: false },
    );
    expect(tried.body.faults).toEqual([
      { line: 16, column: 'date', code: 'date.impossible' },
      { line: 16, column: 'kind', code: 'code.unknown' },
      { line: 16, column: 'name', code: 'field.minLength' },
      { line: 17, column: 'date', code: 'holiday.twiceInTheList' },
    ]);
    expect([tried.body.committed, tried.body.added.length]).toEqual([false, 14]);
    const refused = await legal.post<{ errors: { pointer: string }[] }>('/holiday-imports', {
      csv,
      commit: true,
    });
    expect(refused.status).toBe(422);
    expect(refused.body.errors[0]).toMatchObject({ pointer: '/csv/16/date' });
    expect((await legal.get<Listed>('/holidays')).body.years).toEqual([2026]);
    const good = bad.slice(0, 15).join('\n');
    expect((await legal.post('/holiday-imports', { csv: good, commit: true })).body).toMatchObject({
      committed: true,
      faults: [],
    });
    const after = await legal.get<Listed>('/holidays');
    expect(after.body).toMatchObject({ years: [2026, 2027], missingYear: null });
    // Again: nothing new, nothing doubled.
    const again = await legal.post<{ added: object[]; alreadyKnown: object[] }>('/holiday-imports', {
      csv: good,
      commit: true,
    });
    expect([again.body.added.length, again.body.alreadyKnown.length]).toEqual([0, 14]);
    await database.setClock(null);
  });

  it('and the register show the basis of every rule, and never an unchecked one as law alone', async () => {
    const { body } = await api
      .as('petugas@pn')
      .get<{ items: { id: string; basis: string; basisWords: string; needsLegalCheck: boolean }[] }>(
        '/deadline-rules',
      );
    const rows = ['deadline-rules.csv', 'deadline-rules-simpul.csv'].flatMap((file) =>
      parse<{ id: string }>(readFileSync(`libs/deadlines/data/${file}`, 'utf8'), { columns: true }),
    );
    expect(body.items.map(({ id }) => id).sort()).toEqual(rows.map((row) => row.id).sort());
    for (const { basis, basisWords, needsLegalCheck } of body.items)
      if (basis === 'LAW' && needsLegalCheck) expect(basisWords).toContain('belum diperiksa');
  });
});

describe('regions', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  it('lead from the province to the villages of the city', async () => {
    const below = async (query: string): Promise<{ code: string; level: string }[]> =>
      (await api.as('konselor@puspaga').get<{ items: { code: string; level: string }[] }>(`/regions${query}`))
        .body.items;
    expect(await below('')).toMatchObject([{ code: '16', level: 'PROVINCE' }]);
    expect(await below('?parent=16')).toHaveLength(17);
    const districts = await below('?parent=16.74');
    expect(districts).toHaveLength(6);
    const villages = await Promise.all(districts.map(({ code }) => below(`?parent=${code}`)));
    expect(villages.flat()).toHaveLength(45);
    expect(await below('?parent=99')).toEqual([]);
    expect((await api.as('konselor@puspaga').get('/regions?parent=16;drop')).status).toBe(400);
    expect((await api.nobody.get('/regions')).status).toBe(401);
  });
});
