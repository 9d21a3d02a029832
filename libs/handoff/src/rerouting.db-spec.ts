import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, ReferralStage, type ReferralBody } from '#harness';

interface Page extends ReferralBody {
  chain: { id: string; agencyName: string; status: string; reason: string | null }[];
}

describe('a need that goes on to the next', () => {
  let stage: ReferralStage;
  beforeAll(async () => {
    stage = await ReferralStage.open();
  });
  afterAll(() => stage?.close());
  const page = async (id: string): Promise<Page> => (await stage.page(stage.sender, id)) as Page;
  const reroute = (id: string, code: string) =>
    stage.act(stage.sender, id, 'rerouting', { toAgencyId: stage.agencies.get(code) });
  const owing = async (caseId: string): Promise<string[]> =>
    (
      await stage.admin.query<{ owing: string }>(
        `select a.code || ' ' || d.slug as owing from simpul.deadline d join simpul.referral r on r.id = d.referral_id
           join simpul.agency a on a.id = r.to_agency_id
          where r.case_id = $1 and d.status in ('running', 'missed') and d.slug like 'referral-%'`,
        [caseId],
      )
    ).rows.map((row) => row.owing);

  it('after a refusal: the same words, the basis asked anew, one history, and the wait is over with the sending', async () => {
    const { caseId, id } = await stage.sent();
    for (const early of [id, await stage.draft(caseId)])
      expect((await reroute(early, 'puskesmas-barat')).body.code).toBe('referral.reroute.notYet');
    done(await stage.act(stage.hospital, id, 'rejection', { reason: 'KAPASITAS_PENUH' }));
    expect((await page(id)).alternatives).toContainEqual(
      expect.objectContaining({ code: 'puskesmas-barat', covered: false, answersHere: true }),
    );
    const draft = done(await reroute(id, 'puskesmas-barat'));
    expect((await page(draft.id)).request).toBe('Pemeriksaan leher dan suara serak.');
    expect((await reroute(id, 'puskesmas-timur')).body.code).toBe('referral.reroute.underWay');
    expect((await stage.act(stage.sender, draft.id, 'sending')).body.code).toBe('referral.consentMissing');
    expect(await owing(caseId)).toEqual(['rsud-igd referral-reroute-high']);
    await stage.consent(caseId, 'PUSKESMAS');
    done(await stage.act(stage.sender, draft.id, 'sending'));
    expect(await owing(caseId)).toEqual(['puskesmas-barat referral-ack-high']);
    const chain = (await page(draft.id)).chain.map(({ status, reason }) => [status, reason]);
    expect(chain).toEqual([
      ['rejected', 'KAPASITAS_PENUH'],
      ['requested', null],
    ]);
    expect((await page(id)).chain).toEqual((await page(draft.id)).chain);
    expect(((await stage.page(stage.api.as('petugas@puskesmas-barat'), draft.id)) as Page).chain).toEqual([]);
  });

  it('after silence: the late one keeps it until the other is sent, and keeps it for good if it answers before', async () => {
    const silent = async () => {
      const { caseId, id } = await stage.sent();
      await stage.consent(caseId, 'PUSKESMAS');
      await stage.admin.query(
        `update simpul.deadline set status = 'missed', missed_at = simpul.now() where referral_id = $1 and status = 'running'`,
        [id],
      );
      return { caseId, id, draft: done(await reroute(id, 'puskesmas-barat')).id };
    };
    const gone = await silent();
    expect((await page(gone.id)).status).toBe('requested');
    done(await stage.act(stage.sender, gone.draft, 'sending'));
    expect((await page(gone.id)).status).toBe('cancelled');
    expect(await owing(gone.caseId)).toEqual(['puskesmas-barat referral-ack-high']);

    const late = await silent();
    done(await stage.act(stage.hospital, late.id, 'acceptance', { responsibleName: 'Nanda Umpama' }));
    expect((await stage.act(stage.sender, late.draft, 'sending')).body.code).toBe(
      'referral.reroute.answeredMeanwhile',
    );
    expect(await owing(late.caseId)).toEqual(['rsud-igd referral-first-service-high']);
  });
});
