import { done, ReferralStage, type RefusalBody } from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

const RIGHTS = {
  TOLD_OF_CLOSING: 'DONE',
  KNOWS_HOW_TO_RETURN: 'DONE',
  SAFETY_PLAN: 'DONE',
  RESTITUTION_TOLD: 'NOT_APPLICABLE',
  DOCUMENTS_RETURNED: 'DONE',
};
const CLOSING = { reason: 'TUJUAN_TERCAPAI', rights: RIGHTS, summary: 'RINGKASAN-RAHASIA: klien pulih.' };
const SUPERVISOR = 'kepala@uptd-ppa';

interface Page {
  closedAt: string | null;
  stage: string;
  availableActs: string[];
  closing: {
    workLeft: { openReferrals: number; unconfirmedReferrals: number; drafts: number };
    latest: {
      id: string;
      status: string;
      summary: string;
      decision: string | null;
      reopening: string | null;
      availableActs: string[];
    } | null;
    checks: { outcome: string; note: string | null; by: string }[];
  };
}

describe('the end of a case', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());

  const page = async (caseId: string, who = 'pendamping@uptd-ppa'): Promise<Page> =>
    done(await stage.api.as(who).get<Page>(`/cases/${caseId}`));
  const propose = (caseId: string, change: object = {}) =>
    stage.sender.post<RefusalBody>(`/cases/${caseId}/closings`, { ...CLOSING, ...change });
  const decide = (id: string, noun: string, who = SUPERVISOR, body: object = {}) =>
    stage.api.as(who).post<RefusalBody>(`/closings/${id}/${noun}`, body);
  const proposed = async (): Promise<{ caseId: string; id: string }> => {
    const caseId = await stage.openCase();
    done(await propose(caseId));
    return { caseId, id: (await page(caseId)).closing.latest!.id };
  };
  const ledger = async (caseId: string): Promise<string[]> =>
    done(
      await stage.api.as(SUPERVISOR).get<{ items: { act: string }[] }>(`/cases/${caseId}/history`),
    ).items.map(({ act }) => act);

  it('is proposed by one and decided by another; then it is closed, and one person may open it again', async () => {
    const { caseId, id } = await proposed();
    expect(await page(caseId)).toMatchObject({
      closedAt: null,
      closing: { latest: { status: 'PROPOSED', summary: CLOSING.summary, availableActs: ['withdraw'] } },
    });
    expect((await page(caseId, SUPERVISOR)).closing.latest!.availableActs).toEqual(['approve', 'reject']);
    // Owed by the office: it is just not the owner, who proposed it, that must act.
    const { rows: owed } = await stage.admin.query(
      `select a.code, d.owing_account_id as who from simpul.deadline d join simpul.agency a on a.id = d.owing_agency_id
        where d.case_id = $1 and d.slug = 'closing-approval'`,
      [caseId],
    );
    expect(owed).toEqual([{ code: 'uptd-ppa', who: null }]);
    expect((await decide(id, 'approval', 'pendamping@uptd-ppa')).body.code).toBe('fourEyes.samePerson');
    done(await decide(id, 'approval'));
    const closed = await page(caseId);
    expect(closed).toMatchObject({ stage: 'TERMINASI', closing: { latest: { status: 'CLOSED' } } });
    expect(closed.closedAt).not.toBeNull();
    expect(closed.availableActs).toEqual(
      expect.arrayContaining(['case.reopen', 'case.aftercare', 'case.note']),
    );
    expect(closed.availableActs).not.toContain('referral.draft');
    expect((await decide(id, 'approval')).body.code).toBe('closing.alreadyDecided');
    expect((await propose(caseId)).body.code).toBe('case.notOpen');

    done(
      await stage.sender.post(`/cases/${caseId}/aftercare-checks`, {
        outcome: 'NEEDS_HELP',
        note: 'Diancam.',
      }),
    );
    expect((await page(caseId)).closing.checks).toMatchObject([{ outcome: 'NEEDS_HELP', note: 'Diancam.' }]);
    done(await stage.sender.post(`/cases/${caseId}/reopening`, { reason: 'Ancaman baru.' }));
    expect(await page(caseId)).toMatchObject({
      closedAt: null,
      stage: 'DIBUKA_KEMBALI',
      closing: { latest: { status: 'REOPENED', reopening: 'Ancaman baru.' } },
    });
    const again = await stage.sender.post<RefusalBody>(`/cases/${caseId}/reopening`, { reason: 'x' });
    expect(again.body.code).toBe('case.stillOpen');
    done(await propose(caseId));
    const acts = await ledger(caseId);
    for (const act of [
      'closing.proposed',
      'closing.approved',
      'case.closed',
      'aftercare.recorded',
      'case.reopened',
    ])
      expect(acts).toContain(act);
  });

  it('is refused by another with a reason, or taken back; the case stays open and may be proposed anew', async () => {
    const { caseId, id } = await proposed();
    expect((await propose(caseId)).body.code).toBe('closing.alreadyProposed');
    expect((await decide(id, 'withdrawal')).body.code).toBe('closing.notYours');
    expect((await decide(id, 'rejection', SUPERVISOR, {})).status).toBe(400);
    done(await decide(id, 'rejection', SUPERVISOR, { reason: 'Rencana aman belum ada.' }));
    expect((await page(caseId)).closing.latest).toMatchObject({
      status: 'REJECTED',
      decision: 'Rencana aman belum ada.',
    });
    done(await propose(caseId));
    const next = (await page(caseId)).closing.latest!.id;
    done(await decide(next, 'withdrawal', 'pendamping@uptd-ppa'));
    expect(await page(caseId)).toMatchObject({
      closedAt: null,
      closing: { latest: { status: 'WITHDRAWN' } },
    });
  });

  it('waits for every referral, also for one that was sent after the proposal', async () => {
    const { caseId, id } = await stage.sent();
    const refused = await propose(caseId);
    expect(refused.body).toMatchObject({
      code: 'closing.workLeft',
      current: { openReferrals: 1, unconfirmedReferrals: 0, drafts: 0 },
    });
    done(await stage.act(stage.sender, id, 'cancellation', { reason: 'Tidak jadi.' }));
    done(await propose(caseId));
    await stage.draft(caseId);
    const latest = (await page(caseId)).closing.latest!;
    expect((await decide(latest.id, 'approval')).body).toMatchObject({
      code: 'closing.workLeft',
      current: { openReferrals: 0, drafts: 1 },
    });
    expect((await page(caseId)).closedAt).toBeNull();
  });

  it('tells whoever can be reached, unless nobody is there to tell', async () => {
    const caseId = await stage.openCase();
    // The case is at the highest risk: the safety plan is owed as well.
    const rights = {
      ...RIGHTS,
      TOLD_OF_CLOSING: 'NOT_DONE',
      KNOWS_HOW_TO_RETURN: 'NOT_APPLICABLE',
      SAFETY_PLAN: 'NOT_DONE',
    };
    const refused = await propose(caseId, { rights });
    expect(refused.status).toBe(422);
    expect(refused.body.errors!.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual([
      '/rights/TOLD_OF_CLOSING closing.rightOpen',
      '/rights/KNOWS_HOW_TO_RETURN closing.rightOpen',
      '/rights/SAFETY_PLAN closing.rightOpen',
    ]);
    done(await propose(caseId, { rights, reason: 'TIDAK_DAPAT_DIHUBUNGI' }));
  });

  it('two decisions at once: one wins', async () => {
    const { id } = await proposed();
    const answers = await Promise.all([
      decide(id, 'approval'),
      decide(id, 'rejection', SUPERVISOR, { reason: 'Belum.' }),
      decide(id, 'withdrawal', 'pendamping@uptd-ppa'),
    ]);
    expect(answers.filter(({ status }) => status < 300)).toHaveLength(1);
    expect(answers.filter(({ body }) => body?.code === 'closing.alreadyDecided')).toHaveLength(2);
  });

  it('cannot be had from the database by one person alone', async () => {
    const { caseId, id } = await proposed();
    const alone = (sql: string): Promise<unknown> => stage.asRole('pendamping@uptd-ppa', sql, [id]);
    await expect(
      alone(
        `update simpul.case_closing set status = 'CLOSED', decided_by = ctx.account_id(), decided_at = now() where id = $1`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
    await expect(
      stage.asRole('pendamping@uptd-ppa', 'update simpul.case_file set closed_at = now() where id = $1', [
        caseId,
      ]),
    ).rejects.toMatchObject({ code: '23514' });
    expect(
      await stage.asRole('pendamping2@uptd-ppa', 'select from simpul.case_closing where id = $1', [id]),
    ).toEqual([]);
  });

  it('stays as it was decided: nobody rewrites, backdates or withdraws it for another', async () => {
    const { id } = await proposed();
    const as = (who: string, sql: string) => stage.asRole(who, sql, [id]);
    await expect(
      as(
        SUPERVISOR,
        `update simpul.case_closing set status = 'WITHDRAWN', decided_by = ctx.account_id(), decided_at = now() where id = $1`,
      ),
    ).rejects.toMatchObject({ code: '42501' });
    done(await decide(id, 'approval'));
    for (const change of [
      `decided_at = now() - interval '1 year'`,
      `decision_sealed = 'x'`,
      `status = 'REOPENED', reopened_by = ctx.account_id(), reopened_at = now(), reopening_sealed = 'x', decided_by = ctx.account_id(), decided_at = now()`,
    ])
      await expect(
        as(SUPERVISOR, `update simpul.case_closing set ${change} where id = $1`),
      ).rejects.toMatchObject({ code: expect.stringMatching(/^(23514|42501)$/) });
  });

  it('keeps its words sealed', async () => {
    await proposed();
    const { rows } = await stage.admin.query<{ t: string }>('select t::text from simpul.case_closing t');
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain('RINGKASAN-RAHASIA');
    expect(JSON.stringify(rows)).not.toContain(Buffer.from('RINGKASAN-RAHASIA').toString('hex'));
  });

  it('a family matter ends by one person, and owes no after-care', async () => {
    const caseId = await stage.openCase(
      { violenceTypes: [], contexts: ['KELUARGA_TANPA_KEKERASAN'], reportedPersons: [] },
      null,
    );
    done(await propose(caseId));
    const ended = await page(caseId);
    expect(ended.closing.latest!.status).toBe('CLOSED');
    expect(ended.availableActs).not.toContain('case.aftercare');
  });
});
