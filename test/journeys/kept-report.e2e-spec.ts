import { loadConfig } from '#config';
import { AuditModule } from '#audit';
import { DatabaseModule } from '#database';
import { DeadlinesJobsModule, DeadlinesModule, DeadlineSweep } from '#deadlines';
import { done, ReferralStage, type RefusalBody } from '#harness';
import { NotificationsJobsModule } from '#notifications';
import { OutboxRelay, QueueJobsModule } from '#queue';
import { VaultModule } from '#vault';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

@Module({})
class TestWorker {}

interface Page {
  id: string;
  status: string;
  caseId?: string;
  clients: { maskedName: string; age: number | null }[];
  deadlines: {
    ruleId: string;
    status: string;
    dueAt: string;
    owes: { words: string };
    availableActs: string[];
  }[];
  reason: string | null;
  availableActs: string[];
}

interface Rows {
  items: { id: string; maskedClient: string; deadline: { dueAt: string } | null }[];
  next: string | null;
}

interface Work {
  groups: { key: string; items: { reportId?: string; verb: string; title: string }[] }[];
}

const COUNSELOR = 'konselor@uptd-ppa';
const WORKER = 'pendamping@uptd-ppa';
const SUPERVISOR = 'kepala@uptd-ppa';
const LEAD_OFFICE = 'kepala@dppkbpppa';

/** A Thursday evening: the time to decide runs over the night. */
const TAKEN = '2026-06-11T16:00:00+07:00';
const KEPT = {
  channel: 'TELEPON',
  reporter: { kind: 'TETANGGA', name: 'Tetangga Canaria', phone: '0812-0000-7001' },
  clientSafeNow: 'YES',
  narrative: 'CANARIA sering dibentak.',
  violenceTypes: ['PSIKIS'],
  contexts: ['KDRT'],
  victims: [{ name: 'Puri Canaria', nik: '1674014107859951', sex: 'P', birthDate: '1985-07-01' }],
  reportedPersons: [{ name: 'Canarius Umpama', sex: 'L', relation: 'SUAMI_ISTRI' }],
  disposition: 'RECEIVE_ONLY',
};

describe('a report that was only kept', () => {
  let stage: ReferralStage;
  let worker: INestApplicationContext;

  beforeAll(async () => {
    stage = await ReferralStage.open();
    const imports = [
      DatabaseModule.forRole(stage.database.urls.worker),
      VaultModule.withKeyFile(stage.database.env.SIMPUL_MASTER_KEY_FILE),
      AuditModule,
      QueueJobsModule,
      DeadlinesModule.inZone('Asia/Jakarta'),
      DeadlinesJobsModule,
      NotificationsJobsModule.forConfig(loadConfig(stage.database.env)),
    ];
    worker = await NestFactory.createApplicationContext({ module: TestWorker, imports }, { logger: false });
  });
  afterAll(async () => {
    await worker?.close();
    await stage?.close();
  });
  beforeEach(() => stage.database.setClock(TAKEN));

  const as = (mailbox: string) => stage.api.as(mailbox);
  const keep = async (mailbox = WORKER, change: object = {}): Promise<string> =>
    done(await as(mailbox).post<{ id: string }>('/reports', { ...KEPT, ...change })).id;
  const page = async (mailbox: string, id: string): Promise<Page> =>
    done(await as(mailbox).get<Page>(`/reports/${id}`));
  const listed = async (mailbox: string, query = ''): Promise<Rows> =>
    done(await as(mailbox).get<Rows>(`/reports?status=received${query}`));
  const decide = (mailbox: string, id: string, noun: string, body: object = {}) =>
    as(mailbox).post<Page & RefusalBody>(`/reports/${id}/${noun}`, body);
  const workItem = async (mailbox: string, id: string) => {
    const { groups } = done(await as(mailbox).get<Work>('/worklist'));
    return groups
      .flatMap(({ key, items }) => items.map((item) => ({ key, ...item })))
      .find((one) => one.reportId === id);
  };
  const clock = async (id: string) =>
    (
      await stage.admin.query<{ slug: string; status: string }>(
        'select slug, status from simpul.deadline where report_id = $1 order by created_at',
        [id],
      )
    ).rows;
  /** Everything the worker does at a moment: fires what is due, tells whom it concerns. */
  const at = async (time: string): Promise<void> => {
    await stage.database.setClock(time);
    await worker.get(DeadlineSweep).pass();
    while ((await worker.get(OutboxRelay).pass()) > 0);
  };
  const told = async (id: string) =>
    (
      await stage.admin.query<{ who: string; rung: string; message: string }>(
        `select replace(a.email, '.simpul.example', '') as who, s.rung, n.message
           from simpul.notification n join simpul.account a on a.id = n.account_id
           join simpul.deadline_step s on s.id = n.step_id
          where n.report_id = $1 order by s.fire_at, 1`,
        [id],
      )
    ).rows;

  it('is owed a decision by its office, in the time of the register, counted from its receipt', async () => {
    const id = await keep(WORKER, { receivedAt: '2026-06-11T15:00:00+07:00' });
    const [owed, ...more] = (await page(COUNSELOR, id)).deadlines;
    expect(more).toEqual([]);
    expect(owed).toMatchObject({
      ruleId: 'report-decision',
      status: 'running',
      dueAt: '2026-06-12T08:00:00.000Z',
      basis: 'PROPOSAL',
      clock: 'RUNNING',
      reportId: id,
    });
    expect(owed!.owes.words).toContain('UPTD PPA');
  });

  it('stands on the worklist of everybody in the office who can decide it, and of nobody else', async () => {
    const id = await keep();
    for (const mailbox of [WORKER, COUNSELOR, SUPERVISOR])
      expect(await workItem(mailbox, id)).toMatchObject({ key: 'WEEK', verb: 'decide' });
    for (const mailbox of ['psikolog@uptd-ppa', 'konselor@puspaga', 'petugas@rsud-igd', LEAD_OFFICE])
      expect(await workItem(mailbox, id)).toBeUndefined();
    await stage.database.setClock('2026-06-12T09:00:00+07:00');
    expect(await workItem(COUNSELOR, id)).toMatchObject({ key: 'TODAY' });
    await stage.database.setClock('2026-06-13T09:00:00+07:00');
    expect(await workItem(COUNSELOR, id)).toMatchObject({ key: 'OVERDUE' });
  });

  it('calls: the office before and at its time, then the supervisor, then the head of the lead office', async () => {
    const id = await keep();
    await at('2026-06-12T07:59:00+07:00');
    expect(await told(id)).toEqual([]);
    await at('2026-06-12T08:00:00+07:00');
    expect(await told(id)).toEqual([
      { who: COUNSELOR, rung: 'reminder', message: 'deadline.soon' },
      { who: WORKER, rung: 'reminder', message: 'deadline.soon' },
    ]);
    await at('2026-06-13T04:00:00+07:00');
    const rungs = await told(id);
    for (const [rung, who, message] of [
      ['due', WORKER, 'deadline.due'],
      ['overdue', COUNSELOR, 'deadline.overdue'],
      ['supervisor', SUPERVISOR, 'deadline.escalated'],
      ['headOfLeadOffice', LEAD_OFFICE, 'deadline.escalated'],
    ])
      expect(rungs).toContainEqual({ who, rung, message });
    expect(await clock(id)).toEqual([{ slug: 'report-decision', status: 'missed' }]);
    // The same moment again, with nothing kept by the queue: everything was told once.
    await at('2026-06-13T04:00:00+07:00');
    expect(await told(id)).toEqual(rungs);
    const notices = done(
      await as(COUNSELOR).get<{ items: { reportId?: string; words: string }[] }>('/notifications'),
    );
    const own = notices.items.filter(({ reportId }) => reportId === id);
    expect(own.length).toBeGreaterThan(1);
    expect(JSON.stringify(own)).not.toMatch(/canaria/i);

    const board = done(await as(SUPERVISOR).get<object>('/worklist/overdue-board'));
    expect(JSON.stringify(board)).toContain(id);
    const above = JSON.stringify(done(await as(LEAD_OFFICE).get<object>('/worklist/overdue-board')));
    expect(above).toContain('Putuskan laporan');
    expect(above).not.toContain(id);

    done(await decide(COUNSELOR, id, 'opening'));
    await at('2026-07-13T04:00:00+07:00');
    expect(await told(id)).toEqual(rungs);
  });

  it('an office whose taker has left and that has no counsellor: the supervisor hears it, as an alarm', async () => {
    const id = await keep();
    // Nobody ends like this any more; what was so before must still reach somebody.
    await stage.admin.query('alter table simpul.account disable trigger work_has_somebody');
    await stage.admin.query(
      `update simpul.account set active = false
        where agency_id = (select agency_id from simpul.account where email = $1) and role in ('intake_counselor', 'case_worker')`,
      [`${WORKER}.simpul.example`],
    );
    await at('2026-06-12T08:00:00+07:00');
    await stage.admin.query('update simpul.account set active = true where not active');
    await stage.admin.query('alter table simpul.account enable trigger work_has_somebody');
    expect(await told(id)).toEqual([{ who: SUPERVISOR, rung: 'reminder', message: 'deadline.soon' }]);
  });

  it.each([
    ['opening', {}, 'OPENED'],
    ['outside-mandate', { reason: 'Kota lain.' }, 'OUTSIDE_MANDATE'],
  ])('%s ends what was owed', async (noun, body, status) => {
    const id = await keep();
    done(await decide(COUNSELOR, id, noun, body));
    expect(await clock(id)).toEqual([{ slug: 'report-decision', status: 'met' }]);
    expect(await workItem(COUNSELOR, id)).toBeUndefined();
    expect((await listed(COUNSELOR)).items.map((row) => row.id)).not.toContain(id);
    expect(await page(COUNSELOR, id)).toMatchObject({ status });
  });

  it('is found to be the same as an open case without opening a name, and joined to it', async () => {
    const caseId = done(
      await as(COUNSELOR).post<{ caseId: string }>('/reports', { ...KEPT, disposition: 'OPEN_CASE' }),
    ).caseId;
    const id = await keep(COUNSELOR);
    const { items } = done(
      await as(COUNSELOR).post<{ items: { caseId: string; agreed: string[] }[] }>(`/reports/${id}/matches`),
    );
    expect(items.find((match) => match.caseId === caseId)).toMatchObject({ agreed: ['nik', 'name'] });
    expect(JSON.stringify(items)).not.toMatch(/canaria/i);
    expect((await decide(COUNSELOR, id, 'joining', { caseId })).body).toMatchObject({
      status: 'JOINED',
      caseId,
    });
    expect(await clock(id)).toEqual([{ slug: 'report-decision', status: 'met' }]);
  });

  it('a family without violence is owed a decision too, and still no clock of violence work', async () => {
    const id = await keep('konselor@puspaga', {
      channel: 'PUSPAGA',
      violenceTypes: [],
      contexts: ['KELUARGA_TANPA_KEKERASAN'],
      reportedPersons: [],
    });
    expect(await clock(id)).toEqual([{ slug: 'report-decision', status: 'running' }]);
    await at('2026-06-12T08:00:00+07:00');
    expect(await told(id)).toEqual([{ who: 'konselor@puspaga', rung: 'reminder', message: 'deadline.soon' }]);
  });

  it('no pause and no waiver takes the decision away', async () => {
    const id = await keep();
    const { rows } = await stage.admin.query<{ id: string }>(
      'select id from simpul.deadline where report_id = $1',
      [id],
    );
    for (const noun of ['pause', 'waiver'])
      expect(
        await as(SUPERVISOR).post<RefusalBody>(`/deadlines/${rows[0]!.id}/${noun}`, {
          reason: 'Nanti saja.',
        }),
      ).toMatchObject({ status: 409, body: { code: 'deadline.onlyADecisionEnds' } });
    expect((await page(SUPERVISOR, id)).deadlines[0]!.availableActs).not.toContain('waive');
  });

  it('of two colleagues at once one decides; the other hears 409, then and ever after', async () => {
    for (const [first, second] of [
      ['opening', 'opening'],
      ['opening', 'outside-mandate'],
    ] as const) {
      const id = await keep();
      const answers = await Promise.all([
        decide(COUNSELOR, id, first),
        decide('pendamping2@uptd-ppa', id, second, second === 'opening' ? {} : { reason: 'Kota lain.' }),
      ]);
      const [won, lost] = answers.sort((a, b) => a.status - b.status);
      expect(won!.status).toBe(200);
      // Outside the mandate a report may still be opened: then both were right, one after the other.
      if (second === 'opening' || lost!.status !== 200)
        expect([lost!.status, lost!.body.code]).toEqual([409, expect.stringMatching(/^report\.already/)]);
      expect((await clock(id)).map(({ status }) => status)).toEqual(['met']);
    }
    const id = await keep();
    done(await decide(COUNSELOR, id, 'opening'));
    expect(await decide('pendamping2@uptd-ppa', id, 'joining', { caseId: id })).toMatchObject({
      status: 409,
      body: { code: 'report.alreadyDecided' },
    });
    expect((await as('pendamping2@uptd-ppa').get(`/reports/${id}`)).status).toBe(409);
    // A report that was opened at once was never the office's to decide: it looks like none.
    const atOnce = done(
      await as(COUNSELOR).post<{ id: string }>('/reports', { ...KEPT, disposition: 'OPEN_CASE' }),
    );
    expect((await decide('pendamping2@uptd-ppa', atOnce.id, 'opening')).status).toBe(404);
  });

  it('another agency, a partner and an auditor see nothing of it', async () => {
    const id = await keep();
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['POST', '/reveal', { reason: 'CONTACT', purpose: 'Ingin tahu.' }],
      ['POST', '/matches', {}],
      ['POST', '/opening', {}],
      ['POST', '/outside-mandate', { reason: 'x' }],
    ] as const)
      expect((await as('konselor@puspaga').send(method, `/reports/${id}${path}`, body)).status).toBe(404);
    expect((await listed('konselor@puspaga')).items.map((row) => row.id)).not.toContain(id);
    const blind = await stage.asRole(
      'konselor@puspaga',
      'select id from simpul.deadline where report_id = $1',
      [id],
    );
    expect(blind).toEqual([]);
  });

  it('is masked in list and page; names and story are opened for a purpose, and every look is in the ledger', async () => {
    const id = await keep();
    const rows = await listed(COUNSELOR);
    const seen = await page(COUNSELOR, id);
    expect(JSON.stringify([rows, seen])).not.toMatch(/canari|1674014107859951|7001/i);
    expect(rows.items.find((row) => row.id === id)).toMatchObject({ maskedClient: 'P••• C•••', age: 40 });
    expect(seen).toMatchObject({
      clients: [{ maskedName: 'P••• C•••', age: 40 }],
      availableActs: ['report.open', 'report.join', 'report.outsideMandate', 'report.reveal'],
    });
    expect(await decide(COUNSELOR, id, 'reveal', {})).toMatchObject({ status: 400 });
    const opened = await decide(COUNSELOR, id, 'reveal', { reason: 'CONTACT', purpose: 'Menelepon klien' });
    expect(opened.body).toMatchObject({ clients: [{ name: 'Puri Canaria' }], narrative: KEPT.narrative });
    const { rows: acts } = await stage.admin.query<{ act: string }>(
      `select act from ledger.entry where object_id::text = $1 or act = 'report.listed' order by act`,
      [id],
    );
    expect(acts.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['report.listed', 'report.read', 'report.received', 'report.revealed']),
    );
  });

  it('lists the longest waiting first, page by page', async () => {
    for (let n = 0; n < 27; n += 1) await keep('konselor@puspaga');
    const first = await listed('konselor@puspaga');
    expect(first.items).toHaveLength(25);
    const rest = await listed('konselor@puspaga', `&cursor=${encodeURIComponent(first.next!)}`);
    expect(rest.next).toBeNull();
    const ids = [...first.items, ...rest.items].map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(27);
    expect((await as(COUNSELOR).get('/reports?cursor=zz')).status).toBe(422);
    expect((await as(COUNSELOR).get('/reports?status=opened')).status).toBe(400);
  });
});
