import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, ReferralStage, type RefusalBody, type ReferralBody } from '#harness';

const NAME = 'Bidan Rekaan';

describe('a slip that came back on paper', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());

  const codeOf = async (id: string): Promise<string> =>
    (await stage.admin.query('select slip_code as code from simpul.referral where id = $1', [id])).rows[0]
      .code;
  const enter = (id: string, body: object, person = stage.sender) =>
    person.post<ReferralBody & RefusalBody>(`/referrals/${id}/returned-slip`, body);
  const clock = (time: string) => stage.database.setClock(`2026-04-${time}:00+07:00`);

  it('is found by its code, however it is typed, by the case’s team and by nobody else', async () => {
    const { id } = await stage.sent();
    const code = await codeOf(id);
    const typed = `${code.slice(0, 5)}-${code.slice(5)}`.toLowerCase();
    expect(done(await stage.sender.get(`/reply-slips/${typed}`))).toMatchObject({
      referralId: id,
      possible: ['ACCEPTED', 'REJECTED', 'ASKED', 'COMPLETED', 'FAILED'],
    });
    for (const other of ['0000000000', 'x', `${code}1`, '%00'])
      expect([400, 404]).toContain((await stage.sender.get(`/reply-slips/${other}`)).status);
    expect((await stage.api.as('konselor@puspaga').get(`/reply-slips/${code}`)).status).toBe(404);
    expect((await stage.hospital.get(`/reply-slips/${code}`)).status).toBe(403);
    const slip = { code, answer: 'ACCEPTED', answeredAt: '2026-04-14T19:30:00+07:00', name: NAME };
    expect((await enter(id, slip, stage.api.as('konselor@puspaga'))).status).toBe(404);
  });

  it('closes the loop as of when the receiver answered, under the receiver’s name, with who wrote it down', async () => {
    const { id } = await stage.sent();
    const code = await codeOf(id);
    // Answered in time, written down the day after: the clock was kept.
    await clock('15T10:00');
    const answeredAt = '2026-04-14T20:10:00+07:00';
    const accepted = done(await enter(id, { code, answer: 'ACCEPTED', answeredAt, name: NAME }));
    expect(accepted).toMatchObject({ status: 'accepted', responsible: { name: NAME } });
    expect(accepted.acceptedAt).toBe('2026-04-14T13:10:00.000Z');
    const slip = { code, answer: 'COMPLETED', answeredAt: '2026-04-15T09:00:00+07:00', name: NAME };
    const ended = done(await enter(id, { ...slip, outcome: 'SELESAI', text: 'Sudah diperiksa.' }));
    expect(ended).toMatchObject({ status: 'completed', availableActs: ['confirm'] });
    const page = await stage.page(stage.sender, id);
    expect(page.moves.map(({ actorName }) => actorName)).toContain(`${NAME} (lembar balasan)`);
    expect(page.feedback).toMatchObject([{ kind: 'OUTCOME', text: 'Sudah diperiksa.' }]);
    const first = page.deadlines.find(({ owes }) => owes.agencyName?.includes('RSUD'))!;
    expect(first.status).toBe('met');
    const { rows } = await stage.admin.query<{ act: string; role: string; facts: Record<string, string> }>(
      `select act, actor_role as role, facts from ledger.entry where object_id = $1
          and act in ('referral.slipEntered', 'referral.accepted') order by seq`,
      [id],
    );
    expect(rows.map(({ act, role }) => [act, role])).toEqual([
      ['referral.slipEntered', 'case_worker'],
      ['referral.accepted', 'link_holder'],
      ['referral.slipEntered', 'case_worker'],
    ]);
    expect(rows[1]!.facts.happenedAt).toBe('2026-04-14T13:10:00.000Z');
    done(await stage.act(stage.sender, id, 'confirmation', { clientAnswer: 'HELPED' }));
    await clock('14T19:30');
  });

  it('is refused with nothing changed: another slip’s code, an odd time, a missing reason, an answer that came too late', async () => {
    const { id } = await stage.sent();
    const other = await codeOf((await stage.sent()).id);
    const slip = {
      code: await codeOf(id),
      answer: 'ACCEPTED',
      answeredAt: '2026-04-14T19:30:00+07:00',
      name: NAME,
    };
    const refusal = async (change: object) => {
      const { status, body } = await enter(id, { ...slip, ...change });
      return [status, body.errors?.[0]?.code ?? body.code];
    };
    expect(await refusal({ code: other })).toEqual([409, 'slip.unknown']);
    expect(await refusal({ answeredAt: '2026-04-14T19:31:00+07:00' })).toEqual([422, 'time.inTheFuture']);
    expect(await refusal({ answeredAt: '2026-04-14T19:29:00+07:00' })).toEqual([422, 'time.beforeSending']);
    expect(await refusal({ answer: 'REJECTED' })).toEqual([422, 'field.required']);
    expect(await refusal({ answer: 'REJECTED', reason: 'LAINNYA' })).toEqual([
      422,
      'referral.reasonNeedsWords',
    ]);
    expect((await stage.page(stage.sender, id)).status).toBe('requested');
    done(await enter(id, { ...slip, answer: 'REJECTED', reason: 'KAPASITAS_PENUH' }));
    expect(await refusal({})).toEqual([409, 'referral.accept.not-from-rejected']);
    expect((await stage.page(stage.sender, id)).alternatives).toBeDefined();
  });

  it('can say in one that it was accepted and what came of it', async () => {
    const { id } = await stage.sent();
    const slip = { code: await codeOf(id), answeredAt: '2026-04-14T19:30:00+07:00', name: NAME };
    done(
      await enter(id, { ...slip, answer: 'FAILED', reason: 'KAPASITAS_KURANG', text: 'Tidak ada dokter.' }),
    );
    expect((await stage.page(stage.sender, id)).moves.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['accept', 'fail']),
    );
  });
});
