import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, ReferralStage, type ReferralBody } from '#harness';

describe('a referral from draft to closed loop', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());
  const clocks = (page: ReferralBody): Record<string, string> =>
    Object.fromEntries(page.deadlines.map((one) => [one.ruleId, one.status]));

  it('is opened, acknowledged, asked, answered, accepted, served, reported, completed and confirmed', async () => {
    const { sender, hospital } = stage;
    // Each act has its own minute: what happened in one instant has no order.
    const clock = (time: string): Promise<void> => stage.database.setClock(`2026-04-14T${time}:00+07:00`);
    const caseId = await stage.openCase();
    await stage.consent(caseId, 'RSUD');
    const id = await stage.draft(caseId);
    await clock('19:31');
    done(await stage.act(sender, id, 'sending'));
    const sent = await stage.page(sender, id);
    expect(sent).toMatchObject({ status: 'requested', openedAt: null, risk: 'TINGGI' });
    expect(sent.number).toMatch(/^PBM-R-2026-\d{4}$/);
    expect(sent.availableActs).toEqual(['cancel', 'update']);
    expect(clocks(sent)).toEqual({ 'referral-ack-high': 'running' });

    const received = await stage.page(hospital, id);
    expect(received.availableActs).toEqual(['acknowledge', 'ask', 'accept', 'reject']);
    expect(received.openedAt).not.toBeNull();
    expect(received).not.toHaveProperty('caseId');
    const openedAt = (await stage.page(sender, id)).openedAt;
    expect(openedAt).toBe(received.openedAt);

    await clock('19:32');
    expect(done(await stage.act(hospital, id, 'receipt')).status).toBe('received');
    expect(clocks(await stage.page(sender, id))).toEqual({
      'referral-ack-high': 'met',
      'referral-answer-high': 'running',
    });

    await clock('19:40');
    expect(done(await stage.act(hospital, id, 'question', { text: 'Apakah ada alergi obat?' })).status).toBe(
      'on-hold',
    );
    const asked = await stage.page(sender, id);
    expect(asked.availableActs).toEqual(['answer', 'cancel', 'update']);
    expect(clocks(asked)).toMatchObject({
      'referral-answer-high': 'paused',
      'referral-question-high': 'running',
    });
    const owed = asked.deadlines.find((one) => one.ruleId === 'referral-question-high')!;
    expect(owed.owes.accountName).toBe('Dewi Hikayat');

    await clock('20:40');
    expect(done(await stage.act(sender, id, 'answer', { text: 'Tidak ada.' })).status).toBe('received');
    const answered = await stage.page(hospital, id);
    expect(clocks(answered)).toMatchObject({ 'referral-answer-high': 'running' });
    // Six hours from the receipt at 19.32, and the hour of the question on top.
    const due = answered.deadlines.find((one) => one.ruleId === 'referral-answer-high')!.dueAt;
    expect(new Date(due).toISOString()).toBe('2026-04-14T19:32:00.000Z');
    expect(answered.messages.map(({ kind, text }) => [kind, text])).toEqual([
      ['QUESTION', 'Apakah ada alergi obat?'],
      ['ANSWER', 'Tidak ada.'],
    ]);

    await clock('20:45');
    const accepted = done(
      await stage.act(hospital, id, 'acceptance', {
        responsibleName: 'Nanda Umpama',
        appointmentAt: '2026-04-15T08:00:00+07:00',
        place: 'Poli 3',
      }),
    );
    expect(accepted).toMatchObject({ status: 'accepted', responsible: { name: 'Nanda Umpama' } });
    expect((await stage.page(sender, id)).appointment).toMatchObject({ place: 'Poli 3' });

    await clock('21:00');
    expect(done(await stage.act(hospital, id, 'service-start', { note: 'Diperiksa.' })).status).toBe(
      'in-progress',
    );
    expect(clocks(await stage.page(sender, id))).toMatchObject({
      'referral-first-service-high': 'met',
      'referral-progress-note': 'running',
    });
    await clock('21:10');
    expect(done(await stage.act(hospital, id, 'progress', { text: 'Suara membaik.' })).status).toBe(
      'in-progress',
    );
    await clock('21:20');
    expect(
      done(await stage.act(hospital, id, 'completion', { outcome: 'SELESAI', text: 'Sembuh.' })).status,
    ).toBe('completed');
    const completed = await stage.page(sender, id);
    expect(completed.availableActs).toEqual(['confirm']);
    expect(completed.feedback.map((one) => one.kind)).toEqual(['START', 'PROGRESS', 'OUTCOME']);
    expect(clocks(completed)).toMatchObject({ 'referral-confirm-completed': 'running' });

    await clock('21:30');
    const closed = done(
      await stage.act(sender, id, 'confirmation', { clientAnswer: 'HELPED', note: 'Merasa aman.' }),
    );
    expect(closed.availableActs).toEqual([]);
    expect(clocks(await stage.page(sender, id))).toMatchObject({ 'referral-confirm-completed': 'met' });
    const again = await stage.act(sender, id, 'confirmation', {});
    expect([again.status, again.body.code]).toEqual([409, 'referral.confirm.already-confirmed']);
    expect((await stage.page(sender, id)).moves.map((move) => move.act)).toEqual([
      'draft',
      'send',
      'acknowledge',
      'ask',
      'answer',
      'accept',
      'start',
      'report',
      'complete',
      'confirm',
    ]);
    // The survivor's answer stays with the team.
    expect(JSON.stringify(await stage.page(hospital, id))).not.toMatch(/Merasa aman|HELPED/);
    expect((await stage.page(hospital, id)).moves.map((move) => move.act)).not.toContain('draft');
  });

  it('has one winner when two officers accept at once; the other is told what is', async () => {
    const { id } = await stage.sent();
    const both = await Promise.all([
      stage.act(stage.hospital, id, 'acceptance', { responsibleName: 'Satu' }),
      stage.act(stage.api.as('kepala@rsud-igd'), id, 'acceptance', { responsibleName: 'Dua' }),
    ]);
    expect(both.map((answer) => answer.status)).toEqual(expect.arrayContaining([200, 409]));
    const loser = both.find((answer) => answer.status === 409)!.body;
    expect(loser).toMatchObject({
      code: 'referral.accept.not-from-accepted',
      current: { status: 'accepted' },
    });
  });

  it('tells a receiver that it came too late for a withdrawn referral', async () => {
    const { id } = await stage.sent();
    done(await stage.act(stage.sender, id, 'cancellation', { reason: 'Klien dijemput keluarga.' }));
    const late = await stage.act(stage.hospital, id, 'acceptance');
    expect([late.status, late.body.code]).toEqual([409, 'referral.accept.not-from-cancelled']);
    const grave = await stage.page(stage.hospital, id);
    expect(grave).toMatchObject({
      status: 'cancelled',
      risk: null,
      availableActs: [],
      tombstone: { reason: 'SENDER' },
    });
    expect(JSON.stringify(grave)).not.toMatch(/Kinanti|Leher|dijemput|TINGGI/);
    expect(grave).not.toHaveProperty('disclosure');
    expect(grave).not.toHaveProperty('request');
  });

  it('is no business of another agency, before or after the act', async () => {
    const { id } = await stage.sent();
    for (const stranger of ['petugas@puskesmas-barat', 'petugas@polres-ppa', 'konselor@puspaga'])
      for (const noun of ['receipt', 'acceptance']) {
        const answer = await stage.act(stage.api.as(stranger), id, noun);
        expect([answer.status, answer.body.code]).toEqual([404, 'notFound']);
      }
    const own = await stage.act(stage.sender, id, 'acceptance');
    expect([own.status, own.body.code]).toEqual([409, 'referral.accept.not-by-case-team']);
  });

  it('starts the sender’s clock and names others to ask when it is declined', async () => {
    const { id } = await stage.sent();
    const bare = await stage.act(stage.hospital, id, 'rejection', { reason: 'SYARAT_KURANG' });
    expect([bare.status, bare.body.errors?.[0]?.pointer]).toEqual([422, '/note']);
    done(await stage.act(stage.hospital, id, 'rejection', { reason: 'KAPASITAS_PENUH', note: 'IGD penuh.' }));
    const page = await stage.page(stage.sender, id);
    expect(page).toMatchObject({
      status: 'rejected',
      rejection: { reason: 'KAPASITAS_PENUH', note: 'IGD penuh.' },
    });
    expect(clocks(page)).toMatchObject({ 'referral-ack-high': 'met', 'referral-reroute-high': 'running' });
    expect(page.alternatives.map((one) => [one.code, one.covered])).toEqual([
      ['dinkes', false],
      ['puskesmas-barat', false],
      ['puskesmas-cambai-rkt', false],
      ['puskesmas-timur', false],
    ]);
  });

  it('fails with a coded reason and leaves the need with the sender', async () => {
    const { id } = await stage.sent();
    done(await stage.act(stage.hospital, id, 'acceptance'));
    done(
      await stage.act(stage.hospital, id, 'failure', {
        reason: 'KORBAN_TIDAK_TERHUBUNG',
        text: 'Tiga kali dicoba.',
      }),
    );
    const page = await stage.page(stage.sender, id);
    expect(page.feedback).toMatchObject([{ kind: 'FAILURE', reason: 'KORBAN_TIDAK_TERHUBUNG' }]);
    expect(clocks(page)).toMatchObject({
      'referral-first-service-high': 'cancelled',
      'referral-confirm-failed-high': 'running',
    });
  });

  it('a replacement that says what it replaces leaves another rejected referral waiting', async () => {
    const caseId = await stage.openCase();
    await stage.consent(caseId, 'RSUD');
    const [first, second] = [await stage.draft(caseId), await stage.draft(caseId)];
    for (const id of [first, second]) done(await stage.act(stage.sender, id, 'sending'));
    for (const [id, at] of [
      [first, '19:30'],
      [second, '19:40'],
    ] as const) {
      await stage.database.setClock(`2026-04-14T${at}:00+07:00`);
      done(await stage.act(stage.hospital, id, 'rejection', { reason: 'KAPASITAS_PENUH' }));
    }
    const reroute = async (id: string): Promise<string | undefined> =>
      clocks(await stage.page(stage.sender, id))['referral-reroute-high'];
    // Named, it does not end the wait of the one that waits longest.
    const named = await stage.draft(caseId, 'rsud-igd', 'KESEHATAN', { followsReferralId: second });
    done(await stage.act(stage.sender, named, 'sending'));
    expect([await reroute(first), await reroute(second)]).toEqual(['running', 'met']);
    const unnamed = await stage.draft(caseId);
    done(await stage.act(stage.sender, unnamed, 'sending'));
    expect(await reroute(first)).toBe('met');
  });

  it('records the police’s receipt as the milestone of the law, once, and starts their clocks', async () => {
    const caseId = await stage.openCase();
    await stage.consent(caseId, 'POLRES', { scopes: ['IDENTITY', 'CHRONOLOGY', 'RISK_SAFETY'] });
    const id = await stage.draft(caseId, 'polres-ppa', 'PENEGAKAN_HUKUM', { purposeFields: {} });
    done(await stage.act(stage.sender, id, 'sending'));
    done(await stage.act(stage.api.as('petugas@polres-ppa'), id, 'acceptance'));
    const { rows } = await stage.admin.query(
      `select d.slug, d.referral_id = $2 as of_referral, a.code as owes
         from simpul.deadline d left join simpul.agency a on a.id = d.owing_agency_id
        where d.case_id = $1 and d.slug like 'police%'`,
      [caseId, id],
    );
    // They hold the referral: what the law asks of them is their own task, not one of the case's people.
    expect(rows).toEqual([
      { slug: 'police-temporary-protection-kdrt', of_referral: true, owes: 'polres-ppa' },
    ]);
    const second = await stage.draft(caseId, 'polres-spkt', 'PENEGAKAN_HUKUM', { purposeFields: {} });
    done(await stage.act(stage.sender, second, 'sending'));
    done(await stage.act(stage.api.as('petugas@polres-spkt'), second, 'receipt'));
    const { rows: marks } = await stage.admin.query(`select kind from simpul.milestone where case_id = $1`, [
      caseId,
    ]);
    expect(marks).toEqual([{ kind: 'report.received_by_police' }]);
  });

  it('meets UPTD’s own duty of UU 12/2022 when the police accept what the law made it send', async () => {
    const caseId = await stage.openCase({ violenceTypes: ['SEKSUAL'], contexts: [] });
    const duty = { basis: 'KEWAJIBAN_HUKUM', answer: undefined, givenBy: 'NONE', toldClient: true };
    await stage.consent(caseId, 'POLRES', { ...duty, scopes: ['IDENTITY', 'CHRONOLOGY', 'RISK_SAFETY'] });
    const id = await stage.draft(caseId, 'polres-ppa', 'PENEGAKAN_HUKUM', { purposeFields: {} });
    done(await stage.act(stage.sender, id, 'sending'));
    done(await stage.act(stage.api.as('petugas@polres-ppa'), id, 'receipt'));
    const { rows } = await stage.admin.query<{ slug: string; status: string }>(
      `select slug, status from simpul.deadline where case_id = $1 and slug like '%tpks' order by slug`,
      [caseId],
    );
    expect(rows).toEqual([
      { slug: 'police-temporary-protection-tpks', status: 'running' },
      { slug: 'uptd-police-report-tpks', status: 'met' },
    ]);
    const received = await stage.page(stage.api.as('petugas@polres-ppa'), id);
    expect(received.disclosure!.fields.find((one) => one.field === 'chronology.full')?.value).toContain(
      'NARASI',
    );
  });

  it.each([
    ['an act from the wrong status', 'answer', { text: 'x' }, 409],
    ['an empty question', 'question', { text: '' }, 400],
    ['a NUL byte', 'question', { text: 'a\u0000b' }, 400],
    ['an unknown reason', 'rejection', { reason: 'MALAS' }, 400],
    ['an unknown field', 'acceptance', { caseId: 'x' }, 400],
    ['an appointment before it was sent', 'acceptance', { appointmentAt: '2026-04-13T08:00:00+07:00' }, 422],
    ['an impossible date', 'acceptance', { appointmentAt: '2026-02-31T08:00:00+07:00' }, 400],
    [
      'a stranger as responsible',
      'acceptance',
      { responsibleAccountId: '00000000-0000-4000-8000-000000000000' },
      422,
    ],
  ])('refuses %s and leaves everything as it was', async (_what, noun, body, status) => {
    const { id } = await stage.sent();
    const person = noun === 'answer' ? stage.sender : stage.hospital;
    expect((await stage.act(person, id, noun, body)).status).toBe(status);
    expect((await stage.page(stage.sender, id)).status).toBe('requested');
  });
});
