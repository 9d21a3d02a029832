import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, ReferralStage, type Person, type RefusalBody } from '#harness';

interface Page {
  shortfall: string | null;
  remainder: string | null;
  feedback: { remains: string | null }[];
  deadlines: { ruleId: string; status: string }[];
  alternatives: { id: string; code: string }[];
}
const REMAINS = 'SISA-RAHASIA: kontrol kedua.';

describe('a service that was given in part', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());

  const page = async (person: Person, id: string): Promise<Page> =>
    done(await person.get<Page>(`/referrals/${id}`));
  const remainderClock = async (id: string) =>
    (await page(stage.sender, id)).deadlines.find(({ ruleId }) => ruleId.startsWith('referral-remainder'))
      ?.status;
  const confirm = (id: string, body: object) =>
    stage.sender.post<RefusalBody>(`/referrals/${id}/confirmation`, body);
  async function givenInPart(): Promise<{ caseId: string; id: string }> {
    const { caseId, id } = await stage.sent();
    done(await stage.act(stage.hospital, id, 'acceptance'));
    const body = { outcome: 'SELESAI', text: 'Diperiksa.', shortfall: 'BIAYA', remains: REMAINS };
    done(await stage.act(stage.hospital, id, 'completion', body));
    return { caseId, id };
  }

  it('says why and what remains, both or neither', async () => {
    const { id } = await stage.sent();
    done(await stage.act(stage.hospital, id, 'acceptance'));
    const half = { outcome: 'SELESAI', text: 'Diperiksa.', shortfall: 'BIAYA' };
    const { status, body } = await stage.act(stage.hospital, id, 'completion', half);
    expect([status, body.errors?.[0]?.code]).toEqual([422, 'completion.partlyNeedsBoth']);
    done(await stage.act(stage.hospital, id, 'completion', { outcome: 'SELESAI', text: 'Diperiksa.' }));
    expect(await page(stage.sender, id)).toMatchObject({ shortfall: null });
    const { body: nothing } = await confirm(id, { remainder: 'ENOUGH', enoughReason: 'CUKUP_BAGI_KLIEN' });
    expect(nothing.errors?.[0]?.code).toBe('confirmation.nothingRemains');
  });

  it('is not closed without a word on the rest; what goes on has a clock until a new referral takes it up', async () => {
    const { id } = await givenInPart();
    expect((await page(stage.sender, id)).feedback.at(-1)).toMatchObject({ remains: REMAINS });
    expect((await confirm(id, {})).body.errors?.[0]?.code).toBe('confirmation.remainderOpen');
    const early = await stage.sender.post<RefusalBody>(`/referrals/${id}/rerouting`, {
      toAgencyId: stage.agencies.get('rsud-igd'),
    });
    expect(early.body.code).toBe('referral.reroute.notYet');
    done(await confirm(id, { clientAnswer: 'PARTLY', remainder: 'CONTINUE' }));
    expect(await remainderClock(id)).toBe('running');
    const after = await page(stage.sender, id);
    expect(after.remainder).toBe('CONTINUE');
    // What the sender makes of it is none of the receiver's business.
    expect((await page(stage.hospital, id)).remainder).toBeNull();
    expect(after.alternatives.map(({ code }) => code)).toContain('rsud-igd');
    const draft = done(
      await stage.sender.post<{ id: string }>(`/referrals/${id}/rerouting`, {
        toAgencyId: stage.agencies.get('rsud-igd'),
      }),
    );
    expect((await stage.page(stage.sender, draft.id)).request).toBe(REMAINS);
    expect(await remainderClock(id)).toBe('running');
    done(await stage.sender.post(`/referrals/${draft.id}/sending`));
    expect(await remainderClock(id)).toBe('met');
    const { rows } = await stage.admin.query(`select facts::text from ledger.entry where object_id = $1`, [
      id,
    ]);
    expect(JSON.stringify(rows)).not.toContain('SISA-RAHASIA');
  });

  it('is enough for a coded reason, and then nothing is owed', async () => {
    const { id } = await givenInPart();
    expect((await confirm(id, { remainder: 'ENOUGH' })).body.errors?.[0]?.code).toBe(
      'confirmation.enoughNeedsReason',
    );
    done(await confirm(id, { remainder: 'ENOUGH', enoughReason: 'CUKUP_BAGI_KLIEN' }));
    expect(await remainderClock(id)).toBeUndefined();
    expect((await page(stage.sender, id)).remainder).toBe('ENOUGH');
  });
});
