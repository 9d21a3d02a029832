import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../../../test/harness/index.js';

interface Problem {
  code: string;
  errors?: { pointer: string; code: string }[];
}
interface CasePageBody {
  id: string;
  number: string;
  mandate: string;
  tracks: string[];
  contexts: string[];
  violenceTypes: string[];
  stage: string;
  owner: { accountId: string; name: string };
  team: { name: string }[];
  clients: {
    id: string;
    maskedName: string;
    age: number | null;
    ageBand: string;
    regionName: string | null;
    safeContact: object | null;
  }[];
  reportedPersons: { relation: string; conflictAgencyId?: string }[];
  availableActs: string[];
}

const NOW = '2026-06-08T10:15:00+07:00';
const report = {
  channel: 'TELEPON',
  reporter: { kind: 'KORBAN' },
  clientSafeNow: 'YES',
  narrative: 'Cerita yang panjang.',
  violenceTypes: ['FISIK'],
  contexts: ['KDRT'],
  victims: [
    {
      name: 'Kinanti Rekaan',
      nik: '1674014107929951',
      sex: 'P',
      ageYears: 34,
      phone: '0812-0000-4201',
      regionCode: '16.74.01.1001',
      safeContact: { channel: 'TELEPON', value: '0812-0000-4209', note: 'Telepon tetangga.' },
    },
    { name: 'Anak Rekaan', sex: 'L', ageYears: 7 },
  ],
  reportedPersons: [{ name: 'Suami Umpama', sex: 'L', relation: 'SUAMI_ISTRI' }],
};

describe('cases', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let admin: pg.Client;
  let id: string;
  const worker = () => api.as('pendamping@uptd-ppa');
  const page = (caseId = id) => worker().get<CasePageBody>(`/cases/${caseId}`);
  const open = async (change: object = {}): Promise<string> =>
    (await worker().post<{ caseId: string }>('/reports', { ...report, ...change })).body.caseId;
  const clocks = async (caseId: string): Promise<string[]> =>
    (
      await admin.query<{ slug: string }>(
        `select slug from simpul.deadline where case_id = $1 and status = 'running' order by slug`,
        [caseId],
      )
    ).rows.map((row) => row.slug);

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    admin = new pg.Client(database.urls.admin);
    await admin.connect();
    await database.setClock(NOW);
    id = await open();
  });
  afterAll(async () => {
    await admin?.end();
    await api?.close();
    await database?.drop();
  });

  it('show their page with masked names, tracks of all victims, and what may be done', async () => {
    const { status, body } = await page();
    expect(status).toBe(200);
    expect(body).toMatchObject({
      mandate: 'VIOLENCE',
      tracks: ['KTP', 'KTA'],
      contexts: ['KDRT'],
      stage: 'PENGADUAN',
      owner: { name: 'Dewi Hikayat' },
      gbvims: { type: 'PHYSICAL_ASSAULT', provisional: false },
    });
    expect(body.clients.map(({ maskedName, age, ageBand }) => ({ maskedName, age, ageBand }))).toEqual([
      { maskedName: 'K••• R•••', age: 34, ageBand: '25_44' },
      { maskedName: 'A••• R•••', age: 7, ageBand: '6_12' },
    ]);
    expect(body.clients[0]!.safeContact).toEqual({
      channel: 'TELEPON',
      maskedValue: '•••09',
      window: null,
      note: 'Telepon tetangga.',
      mayLeaveMessage: false,
    });
    expect(body.reportedPersons[0]!.relation).toBe('SUAMI_ISTRI');
    expect(body.availableActs).toEqual(
      expect.arrayContaining(['case.edit', 'screening.record', 'referral.draft']),
    );
    const text = JSON.stringify(body);
    for (const secret of ['Kinanti', '1674014107929951', '0812-0000', 'Cerita'])
      expect(text).not.toContain(secret);
  });

  it('are out of sight for other agencies, partners’ roles and colleagues who are not on the team', async () => {
    for (const mailbox of ['konselor@puspaga', 'pendamping2@uptd-ppa', 'psikolog@uptd-ppa'])
      expect(await api.as(mailbox).get<Problem>(`/cases/${id}`)).toMatchObject({
        status: 404,
        body: { code: 'notFound' },
      });
    for (const mailbox of ['petugas@dinkes', 'admin@diskominfo', 'auditor@inspektorat', 'kepala@dppkbpppa'])
      expect((await api.as(mailbox).get(`/cases/${id}`)).status).toBe(403);
    expect((await api.as('kepala@uptd-ppa').get(`/cases/${id}`)).status).toBe(200);
    expect((await api.as('pendamping2@uptd-ppa').post(`/cases/${id}/notes`, { text: 'x' })).status).toBe(404);
    expect(
      (await api.as('pendamping2@uptd-ppa').post(`/cases/${id}/reveal`, { reason: 'CONTACT', purpose: 'x' }))
        .status,
    ).toBe(404);
  });

  it('are listed for those who work on them, masked, newest first, page by page without a gap', async () => {
    for (let more = 0; more < 27; more++) await open();
    const seen: string[] = [];
    let cursor = '';
    do {
      const { body } = await worker().get<{
        items: { id: string; maskedClient: string }[];
        next: string | null;
      }>(`/cases${cursor}`);
      expect(body.items.every((row) => row.maskedClient === 'K••• R•••')).toBe(true);
      seen.push(...body.items.map((row) => row.id));
      cursor = body.next ? `?cursor=${body.next}` : '';
    } while (cursor);
    expect(seen).toHaveLength(28);
    expect(new Set(seen).size).toBe(28);
    const supervised = await api.as('kepala@uptd-ppa').get<{ items: object[] }>('/cases');
    expect(supervised.body.items).toHaveLength(25);
    expect((await api.as('pendamping2@uptd-ppa').get<{ items: object[] }>('/cases')).body.items).toEqual([]);
    expect((await worker().get<Problem>('/cases?cursor=abc')).body.errors).toEqual([
      expect.objectContaining({ pointer: '/cursor' }),
    ]);
  });

  it('are found by number, and never by name in the list', async () => {
    const { number } = (await page()).body;
    const found = async (q: string) =>
      (await worker().get<{ items: { id: string }[] }>(`/cases?q=${encodeURIComponent(q)}`)).body.items.map(
        (row) => row.id,
      );
    expect(await found(number)).toEqual([id]);
    expect(await found(number.toLowerCase())).toEqual([id]);
    expect(await found(String(Number(number.slice(-4))))).toEqual([id]);
    expect(await found('Kinanti')).toEqual([]);
    expect(await found('%')).toEqual([]);
  });

  it('are found before a second one is opened, by exact name, NIK or telephone, in sight only', async () => {
    const other = await api.as('konselor@puspaga').post<{ caseId: string }>('/reports', {
      ...report,
      victims: [{ ...report.victims[0], name: 'Hanya Di Puspaga' }],
    });
    const match = (sought: object) =>
      worker().post<{ items: { caseId: string; agreed: string[] }[] } & Problem>('/cases/matches', sought);
    const byNik = (await match({ nik: '1674.0141.0792.9951' })).body.items;
    expect(byNik.length).toBe(20);
    expect(byNik.map((one) => one.caseId)).not.toContain(other.body.caseId);
    expect(byNik.every((one) => one.agreed.join() === 'nik')).toBe(true);
    expect(
      (await match({ name: 'ny. KINANTI  rekaan', phone: '+62 812 0000 4201' })).body.items[0]!.agreed,
    ).toEqual(['name', 'phone']);
    expect((await match({ name: 'Hanya Di Puspaga' })).body).toEqual({ items: [] });
    expect((await match({ name: 'Kinan' })).body).toEqual({ items: [] });
    expect((await match({})).status).toBe(422);
    const { rows } = await admin.query<{ facts: object; leaf: Buffer }>(
      `select facts, leaf from ledger.entry where act = 'case.matched' order by seq`,
    );
    expect(rows.length).toBe(5 - 1);
    expect(rows.map((row) => row.leaf.toString()).join()).not.toMatch(/kinan/i);
  });

  it('open identities for a purpose only, and show the purpose in their history', async () => {
    expect((await worker().post<Problem>(`/cases/${id}/reveal`, {})).body.errors![0]!.pointer).toBe(
      '/reason',
    );
    for (const purpose of [undefined, ' '])
      expect(
        (await worker().post<Problem>(`/cases/${id}/reveal`, { reason: 'OTHER', purpose })).body.errors![0]!
          .pointer,
      ).toBe('/purpose');
    // To ring somebody up nobody has to read the story.
    const contact = await worker().post<{ clients: object[]; shownSeconds: number }>(`/cases/${id}/reveal`, {
      reason: 'CONTACT',
      part: 'SAFE_CONTACT',
    });
    expect(contact.body.shownSeconds).toBe(60);
    expect(JSON.stringify(contact.body)).not.toMatch(/Kinanti|1674|Jalan/);
    const revealed = await worker().post<{
      clients: { name: string; nik: string; phone: string }[];
      narrative: string;
    }>(`/cases/${id}/reveal`, { reason: 'CONTACT', purpose: 'Menelepon klien' });
    expect(revealed.body.clients[0]).toMatchObject({
      name: 'Kinanti Rekaan',
      nik: '1674014107929951',
      phone: '0812-0000-4201',
    });
    expect(revealed.body.narrative).toBe('Cerita yang panjang.');
    const history = await api
      .as('kepala@uptd-ppa')
      .get<{ items: { act: string; sentence: string; actorName: string; purpose?: string }[] }>(
        `/cases/${id}/history`,
      );
    expect(history.body.items.find((item) => item.act === 'case.revealed')).toMatchObject({
      actorName: 'Dewi Hikayat',
      sentence: 'membuka identitas untuk menghubungi klien',
      purpose: 'Menelepon klien',
    });
    expect(history.body.items.map((item) => item.act)).toEqual(
      expect.arrayContaining(['case.opened', 'report.received', 'case.read']),
    );
  });

  it('take notes for the team, and clinical ones for their author and the owner alone', async () => {
    await admin.query(
      `insert into simpul.case_member (case_id, account_id, agency_id)
         select $1, id, agency_id from simpul.account where email = 'psikolog@uptd-ppa.simpul.example'`,
      [id],
    );
    const psychologist = api.as('psikolog@uptd-ppa');
    expect(
      (await psychologist.post(`/cases/${id}/notes`, { text: 'Catatan klinis.', audience: 'CLINICAL' }))
        .status,
    ).toBe(201);
    expect((await worker().post(`/cases/${id}/notes`, { text: 'Catatan tim.' })).status).toBe(201);
    const texts = async (mailbox: string) =>
      (await api.as(mailbox).get<{ items: { text: string }[] }>(`/cases/${id}/notes`)).body.items.map(
        (note) => note.text,
      );
    expect((await texts('psikolog@uptd-ppa')).sort()).toEqual(['Catatan klinis.', 'Catatan tim.']);
    expect((await texts('pendamping@uptd-ppa')).sort()).toEqual(['Catatan klinis.', 'Catatan tim.']);
    expect(await texts('kepala@uptd-ppa')).toEqual(['Catatan tim.']);
    expect((await psychologist.post(`/cases/${id}/milestones`, { kind: 'protection.given' })).status).toBe(
      403,
    );
  });

  it('record what happens outside, never in the future, and start and end the clocks of the law', async () => {
    const caseId = await open();
    const milestone = (body: object) => worker().post<Problem>(`/cases/${caseId}/milestones`, body);
    expect(
      (await milestone({ kind: 'report.received_by_police', at: '2026-06-08T10:00:00+07:00' })).status,
    ).toBe(201);
    expect(await clocks(caseId)).toContain('police-temporary-protection-kdrt');
    expect((await milestone({ kind: 'protection.given' })).status).toBe(201);
    const running = await clocks(caseId);
    expect(running).not.toContain('police-temporary-protection-kdrt');
    expect(running).toEqual(
      expect.arrayContaining(['police-protection-max-kdrt', 'police-request-protection-order-kdrt']),
    );
    expect((await milestone({ kind: 'nothing.known' })).body.errors).toEqual([
      expect.objectContaining({ pointer: '/kind', code: 'milestone.unknown' }),
    ]);
    expect(
      (await milestone({ kind: 'protection.given', at: '2026-06-08T10:16:00+07:00' })).body.errors,
    ).toEqual([expect.objectContaining({ pointer: '/at', code: 'time.inTheFuture' })]);
    expect((await milestone({ kind: 'assessment.done' })).status).toBe(201);
    expect((await page(caseId)).body.stage).toBe('ASESMEN');
  });

  it('become a case of sexual violence when that is told later, with the duty counted from then', async () => {
    const caseId = await open();
    const edited = await worker().patch<CasePageBody>(`/cases/${caseId}`, {
      violenceTypes: ['FISIK', 'SEKSUAL'],
    });
    expect(edited.body).toMatchObject({ contexts: ['TPKS', 'KDRT'], violenceTypes: ['FISIK', 'SEKSUAL'] });
    expect(await clocks(caseId)).toContain('uptd-police-report-tpks');
  });

  it('change hands to a colleague who may have them, and to nobody else', async () => {
    const caseId = await open();
    const account = async (email: string): Promise<string> =>
      (
        await admin.query<{ id: string }>('select id from simpul.account where email = $1', [
          `${email}.simpul.example`,
        ])
      ).rows[0]!.id;
    for (const email of ['konselor@puspaga', 'psikolog@uptd-ppa', 'admin@diskominfo'])
      expect(
        (await worker().patch<Problem>(`/cases/${caseId}`, { ownerAccountId: await account(email) })).body
          .errors,
      ).toEqual([expect.objectContaining({ pointer: '/ownerAccountId', code: 'owner.notPossible' })]);
    const handed = await worker().patch<CasePageBody>(`/cases/${caseId}`, {
      ownerAccountId: await account('pendamping2@uptd-ppa'),
    });
    expect(handed.body.owner.name).toBe('Lestari Contoh');
    expect(handed.body.team.map((member) => member.name)).toEqual(['Dewi Hikayat', 'Lestari Contoh']);
    expect((await api.as('pendamping2@uptd-ppa').get(`/cases/${caseId}`)).status).toBe(200);
  });

  it('come into the sight of a colleague who joins the team, and leave it again', async () => {
    const caseId = await open();
    const { rows } = await admin.query<{ id: string; email: string }>('select id, email from simpul.account');
    const account = (mailbox: string) => rows.find((row) => row.email === `${mailbox}.simpul.example`)!.id;
    const psychologist = account('psikolog@uptd-ppa');
    const sees = async () => (await api.as('psikolog@uptd-ppa').get(`/cases/${caseId}`)).status;
    const join = (accountId: string) => worker().post<Problem>(`/cases/${caseId}/members`, { accountId });
    const leave = (accountId: string) =>
      worker().post<Problem>(`/cases/${caseId}/members/${accountId}/ending`);
    expect(await sees()).toBe(404);
    expect((await join(psychologist)).status).toBe(204);
    expect(await sees()).toBe(200);
    expect((await join(psychologist)).body.code).toBe('case.alreadyOnTeam');
    expect((await join(account('konselor@puspaga'))).body.errors![0]).toMatchObject({
      pointer: '/accountId',
    });
    expect((await leave(account('pendamping@uptd-ppa'))).body.code).toBe('case.ownerStays');
    expect((await leave(psychologist)).status).toBe(204);
    expect(await sees()).toBe(404);
    expect((await leave(psychologist)).status).toBe(404);
  });

  it('learn of more people, and of more about them', async () => {
    const caseId = await open({ victims: [{ sex: 'P' }], reportedPersons: [] });
    expect((await page(caseId)).body).toMatchObject({
      tracks: [],
      clients: [{ maskedName: '•••', age: null }],
    });
    const clientId = (await page(caseId)).body.clients[0]!.id;
    const corrected = await worker().patch(`/cases/${caseId}/persons/${clientId}`, {
      name: 'Tari Rekaan',
      birthDate: '2010-01-02',
    });
    expect(corrected.status).toBe(204);
    expect((await worker().patch(`/cases/${id}/persons/${clientId}`, { name: 'X' })).status).toBe(404);
    const { rows } = await admin.query<{ id: string }>(
      `select id from simpul.agency where code = 'polres-ppa'`,
    );
    const added = await worker().post(`/cases/${caseId}/persons`, {
      kind: 'REPORTED',
      name: 'Terlapor Umpama',
      relationToFirstVictim: 'TETANGGA',
      employerAgencyId: rows[0]!.id,
    });
    expect(added.status).toBe(201);
    expect((await page(caseId)).body).toMatchObject({
      tracks: ['KTA'],
      clients: [{ maskedName: 'T••• R•••', age: 16 }],
      reportedPersons: [{ relation: 'TETANGGA', conflictAgencyId: rows[0]!.id }],
    });
    expect(
      (await worker().post<Problem>(`/cases/${caseId}/persons`, { kind: 'WITNESS', nik: '1' })).body.errors,
    ).toEqual([expect.objectContaining({ pointer: '/nik', code: 'nik.wrongLength' })]);
  });

  it('give numbers to cases opened at the same time without two being equal', async () => {
    const ids = await Promise.all(Array.from({ length: 8 }, () => open()));
    const { rows } = await admin.query('select distinct number from simpul.case_file where id = any ($1)', [
      ids,
    ]);
    expect(rows).toHaveLength(8);
  });
});
