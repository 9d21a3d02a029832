import { ReferralStage, type Person } from '#harness';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

interface ScreeningBody {
  id: string;
  code: string;
  status: string;
  risk: string;
  availableActs: string[];
}
interface CaseBody {
  risk: string | null;
  mediation: { code: string };
  screening: ScreeningBody | null;
}

/** One adult, so that mediation is a question at all. */
const REPORT = {
  clientSafeNow: 'YES',
  violenceTypes: ['PSIKIS'],
  victims: [{ name: 'Puri Rekaan', sex: 'P', ageYears: 41 }],
};

describe('a lower level of risk', () => {
  let stage: ReferralStage;
  const worker = () => stage.sender;
  const supervisor = () => stage.api.as('kepala@uptd-ppa');
  const open = () => stage.openCase(REPORT, null);
  const screen = (caseId: string, body: object) =>
    worker().post<ScreeningBody>(`/cases/${caseId}/screenings`, body);
  const approve = (person: Person, id: string) => person.post<ScreeningBody>(`/screenings/${id}/approval`);
  const page = async (caseId: string, person = worker()) =>
    (await person.get<CaseBody>(`/cases/${caseId}`)).body;
  const clocks = async (caseId: string) =>
    (
      await stage.admin.query<{ slug: string }>(
        `select slug from simpul.deadline where case_id = $1 and status in ('running', 'missed')
            and slug ~ '^(complaint-service|monitoring-note)' order by slug`,
        [caseId],
      )
    ).rows.map(({ slug }) => slug);
  const forged = (mailbox: string, sql: string, params: unknown[]) =>
    stage.within(mailbox, async (client) => (await client.query(sql, params)).rowCount);

  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  beforeEach(() => stage.database.setClock('2026-06-08T10:15:00+07:00'));
  afterAll(() => stage?.close());

  it('takes a reason and is a proposal, until another one approves it', async () => {
    const caseId = await open();
    await screen(caseId, { redFlags: ['CEKIKAN'], risk: 'TINGGI' });
    const code = 'screening.loweringNeedsReason';
    expect(await screen(caseId, { redFlags: [], risk: 'SEDANG' })).toMatchObject({
      status: 409,
      body: { code, errors: [{ pointer: '/reason', code }] },
    });
    const { status, body } = await screen(caseId, {
      redFlags: ['CEKIKAN', 'KEHAMILAN'],
      risk: 'SEDANG',
      reason: 'Sudah berpisah.',
    });
    expect(status).toBe(201);
    expect(body).toMatchObject({ status: 'PENDING_APPROVAL', risk: 'SEDANG', availableActs: [] });
    // What was told holds at once, the lower level does not.
    expect(await page(caseId)).toMatchObject({
      risk: 'TINGGI',
      screening: {
        status: 'PENDING_APPROVAL',
        redFlags: ['CEKIKAN', 'KEHAMILAN'],
        reason: 'Sudah berpisah.',
        screenedBy: { name: 'Dewi Hikayat' },
        approvedBy: null,
        availableActs: [],
      },
    });
    expect(await clocks(caseId)).toEqual(['complaint-service-high', 'monitoring-note-high']);
    expect(await approve(worker(), body.id)).toMatchObject({
      status: 409,
      body: { code: 'fourEyes.samePerson', current: { risk: 'TINGGI', status: 'PENDING_APPROVAL' } },
    });
    for (const stranger of ['pendamping2@uptd-ppa', 'konselor@puspaga'])
      expect([stranger, (await approve(stage.api.as(stranger), body.id)).status]).toEqual([stranger, 404]);

    expect((await page(caseId, supervisor())).screening!.availableActs).toEqual(['approve']);
    await stage.database.setClock('2026-06-08T11:00:00+07:00');
    expect(await approve(supervisor(), body.id)).toMatchObject({
      status: 200,
      body: { status: 'APPROVED', approvedAt: '2026-06-08T04:00:00.000Z', availableActs: [] },
    });
    expect((await page(caseId)).risk).toBe('SEDANG');
    expect(await clocks(caseId)).toEqual(['complaint-service-medium', 'monitoring-note-medium']);
    expect(await approve(supervisor(), body.id)).toMatchObject({
      status: 409,
      body: { code: 'screening.alreadyApproved' },
    });
    // What two people agreed on holds for what was told then; something new is not covered by it.
    expect((await screen(caseId, { redFlags: ['CEKIKAN'], risk: 'SEDANG' })).body.status).toBe('RECORDED');
    await screen(caseId, { redFlags: ['SENJATA'], risk: 'SEDANG', reason: 'Sudah diambil polisi.' });
    expect((await page(caseId)).risk).toBe('TINGGI');
    const history = (
      await worker().get<{ items: { act: string; sentence: string }[] }>(`/cases/${caseId}/history`)
    ).body.items;
    const sentences = history.map(({ sentence }) => sentence);
    expect(sentences).toContain('menyetujui penurunan tingkat risiko sebagai orang kedua');
    expect(sentences.some((one) => one.includes('mengusulkan tingkat yang lebih rendah'))).toBe(true);
    expect(history.some(({ act }) => act === 'screening.approve')).toBe(true);
  });

  it('a first screening below its flags stands at the flags until somebody agrees', async () => {
    const caseId = await open();
    const { body } = await screen(caseId, {
      redFlags: ['CEKIKAN'],
      risk: 'RENDAH',
      reason: 'Dua tahun lalu.',
    });
    expect(await page(caseId)).toMatchObject({ risk: 'TINGGI', stage: 'IDENTIFIKASI' });
    expect(await clocks(caseId)).toEqual(['complaint-service-high', 'monitoring-note-high']);
    expect((await approve(supervisor(), body.id)).status).toBe(200);
    // Found low once, by two people: mediation still waits for a second time.
    expect(await page(caseId)).toMatchObject({ risk: 'RENDAH', mediation: { code: 'NOT_BEFORE_RESCREEN' } });
  });

  it('a newer screening overtakes a proposal, and a proposal that fell counts for nothing', async () => {
    const caseId = await open();
    await screen(caseId, { redFlags: [], risk: 'SEDANG' });
    const lower = { redFlags: [], risk: 'RENDAH', reason: 'Tenang.' };
    const first = (await screen(caseId, lower)).body;
    const second = (await screen(caseId, lower)).body;
    expect(await approve(supervisor(), first.id)).toMatchObject({
      status: 409,
      body: { code: 'screening.overtaken' },
    });
    expect((await screen(caseId, { redFlags: ['SENJATA'], risk: 'TINGGI' })).body.status).toBe('RECORDED');
    expect((await approve(supervisor(), second.id)).body.code).toBe('screening.overtaken');
    const third = await screen(caseId, lower);
    expect((await page(caseId)).risk).toBe('TINGGI');
    expect((await approve(supervisor(), third.body.id)).status).toBe(200);
    expect(await page(caseId)).toMatchObject({ risk: 'RENDAH', mediation: { code: 'NOT_BEFORE_RESCREEN' } });
    expect(
      (await approve(supervisor(), (await screen(caseId, { ...lower, reason: undefined })).body.id)).body
        .code,
    ).toBe('screening.nothingToApprove');
    expect((await page(caseId)).mediation.code).not.toBe('NOT_BEFORE_RESCREEN');
  });

  describe('whoever comes second', () => {
    const proposed = async (): Promise<{ caseId: string; id: string }> => {
      const caseId = await open();
      await screen(caseId, { redFlags: ['CEKIKAN'], risk: 'TINGGI' });
      const { body } = await screen(caseId, { redFlags: [], risk: 'SEDANG', reason: 'Sudah berpisah.' });
      return { caseId, id: body.id };
    };

    it('loses the race to approve, and a raise at the same moment is never undone by it', async () => {
      const { caseId, id } = await proposed();
      const [account] = (
        await stage.admin.query<{ id: string }>(
          `select id from simpul.account where email = 'pendamping2@uptd-ppa.simpul.example'`,
        )
      ).rows;
      await worker().post(`/cases/${caseId}/members`, { accountId: account!.id });
      const colleague = stage.api.as('pendamping2@uptd-ppa');
      const both = await Promise.all([approve(supervisor(), id), approve(colleague, id)]);
      expect(new Set(both.map(({ status }) => status))).toEqual(new Set([200, 409]));
      expect(both.find(({ status }) => status === 409)!.body.code).toBe('screening.alreadyApproved');

      const again = await proposed();
      const [approval, raise] = await Promise.all([
        approve(supervisor(), again.id),
        screen(again.caseId, { redFlags: ['SENJATA'], risk: 'TINGGI' }),
      ]);
      expect(raise.status).toBe(201);
      expect([200, 409]).toContain(approval.status);
      expect((await page(again.caseId)).risk).toBe('TINGGI');
    });

    it('is no second account of the same human being, in the API and in SQL', async () => {
      const { caseId, id } = await proposed();
      const persons = await stage.admin.query<{ id: string; person_id: string }>(
        `select id, person_id from simpul.account where email = any ($1) order by email`,
        [['kepala@uptd-ppa.simpul.example', 'pendamping@uptd-ppa.simpul.example']],
      );
      const [head, proposer] = persons.rows;
      const become = (person: string) =>
        stage.admin.query('update simpul.account set person_id = $2 where id = $1', [head!.id, person]);
      const APPROVE = `update simpul.screening set status = 'APPROVED', approved_by = ctx.account_id(), approved_at = simpul.now() where id = $1`;
      await become(proposer!.person_id);
      try {
        expect((await page(caseId, supervisor())).screening!.availableActs).toEqual([]);
        expect(await approve(supervisor(), id)).toMatchObject({
          status: 409,
          body: { code: 'fourEyes.samePerson' },
        });
        await expect(forged('kepala@uptd-ppa', APPROVE, [id])).rejects.toMatchObject({ code: '42501' });
      } finally {
        await become(head!.person_id);
      }
      // The proposer, with SQL of their own: neither alone, nor in the name of somebody, nor past the proposal.
      await expect(forged('pendamping@uptd-ppa', APPROVE, [id])).rejects.toMatchObject({
        code: expect.stringMatching(/42501|23514/),
      });
      await expect(
        forged(
          'pendamping@uptd-ppa',
          `update simpul.screening set status = 'APPROVED', approved_by = $2, approved_at = simpul.now() where id = $1`,
          [id, head!.id],
        ),
      ).rejects.toMatchObject({ code: '42501' });
      await expect(
        forged(
          'pendamping@uptd-ppa',
          `insert into simpul.screening (case_id, screened_by, risk, suggested_risk, lowered, trafficking_indicated,
             trafficking_concluded, rule_version, answers_sealed, reason_sealed, at, status, approved_by, approved_at)
           values ($1, ctx.account_id(), 'RENDAH', 'RENDAH', true, false, false, 'x', '', '', simpul.now(), 'APPROVED',
                   $2, simpul.now())`,
          [caseId, head!.id],
        ),
      ).rejects.toMatchObject({ code: '42501' });
      for (const level of ['SEDANG', null])
        await expect(
          forged('pendamping@uptd-ppa', 'update simpul.case_file set risk = $2 where id = $1', [
            caseId,
            level,
          ]),
        ).rejects.toMatchObject({ code: '23514' });
      await expect(
        forged('pendamping@uptd-ppa', `update simpul.screening set risk = 'RENDAH' where id = $1`, [id]),
      ).rejects.toMatchObject({ code: '42501' });
      // And the same statement would find its row, from whoever may.
      expect(await forged('kepala@uptd-ppa', APPROVE, [id])).toBe(1);
      expect((await approve(supervisor(), id)).status).toBe(200);
      // Once approved, it is no way back to the level after somebody raised it.
      await screen(caseId, { redFlags: ['SENJATA'], risk: 'TINGGI' });
      await expect(
        forged('pendamping@uptd-ppa', `update simpul.case_file set risk = 'SEDANG' where id = $1`, [caseId]),
      ).rejects.toMatchObject({ code: '23514' });
    });

    it('finds it among what needs them now; the proposer sees that it waits', async () => {
      const { caseId, id } = await proposed();
      interface List {
        counters: { today: number; waiting: number };
        groups: { key: string; items: { screeningId?: string; caseId?: string; verb: string }[] }[];
      }
      const listed = async (mailbox: string) => {
        const { groups } = (await stage.api.as(mailbox).get<List>('/worklist')).body;
        return groups.flatMap(({ key, items }) =>
          items.filter((item) => item.screeningId === id).map(({ verb }) => `${key} ${verb}`),
        );
      };
      expect(await listed('kepala@uptd-ppa')).toEqual(['TODAY approve']);
      expect(await listed('pendamping@uptd-ppa')).toEqual(['WAITING open']);
      for (const mailbox of [
        'pendamping2@uptd-ppa',
        'konselor@puspaga',
        'psikolog@uptd-ppa',
        'petugas@rsud-igd',
      ])
        expect([mailbox, await listed(mailbox)]).toEqual([mailbox, []]);
      await approve(supervisor(), id);
      expect(await listed('kepala@uptd-ppa')).toEqual([]);
      expect(await listed('pendamping@uptd-ppa')).toEqual([]);
      const { rows } = await stage.admin.query<{ topic: string; ids: object }>(
        `select topic, ids from simpul.outbox where ids ->> 'caseId' = $1 and topic like 'screening.low%' order by topic`,
        [caseId],
      );
      expect(rows.map(({ topic }) => topic)).toEqual(['screening.lowered', 'screening.loweringProposed']);
    });
  });
});
