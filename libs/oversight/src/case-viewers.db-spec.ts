import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { done, ReferralStage } from '#harness';

interface Viewer {
  name: string;
  relation: string;
  looks: number;
  reveals: number;
  others: number;
  failed: number;
}

describe('who has seen a case', () => {
  let stage: ReferralStage;
  let caseId: string;
  beforeAll(async () => {
    stage = await ReferralStage.open();
    const sent = await stage.sent();
    caseId = sent.caseId;
    done(await stage.hospital.get(`/referrals/${sent.id}`));
    done(
      await stage.api
        .as('kepala@uptd-ppa')
        .post(`/cases/${caseId}/reveal`, { reason: 'CONTACT', purpose: 'Menelepon klien.' }),
    );
    expect((await stage.api.as('pendamping2@uptd-ppa').get(`/cases/${caseId}`)).status).toBe(404);
  });
  afterAll(() => stage.close());

  const viewers = async (who: string): Promise<Map<string, Viewer>> => {
    const { items } = done(await stage.api.as(who).get<{ items: Viewer[] }>(`/cases/${caseId}/viewers`));
    return new Map(items.map((viewer) => [viewer.name, viewer]));
  };

  it('names everybody with how they stand to it, those from outside first', async () => {
    const found = await viewers('kepala@uptd-ppa');
    expect([...found.keys()][0]).toBe('Lestari Contoh');
    expect(found.get('Lestari Contoh')).toMatchObject({ relation: 'outside', looks: 0, failed: 1 });
    expect(found.get('Dewi Hikayat')).toMatchObject({ relation: 'team', failed: 0 });
    expect(found.get('Nanda Umpama')).toMatchObject({ relation: 'receiver' });
    expect(found.get('Nanda Umpama')!.looks).toBeGreaterThan(0);
    expect(found.get('Herlina Fiksi')).toMatchObject({ relation: 'supervisor', reveals: 1 });
  });

  it('is itself recorded, and answered to the team; whoever may not see the case learns nothing', async () => {
    const before = (await viewers('pendamping@uptd-ppa')).get('Dewi Hikayat')!.looks;
    expect((await viewers('pendamping@uptd-ppa')).get('Dewi Hikayat')!.looks).toBe(before + 1);
    expect((await stage.api.as('pendamping2@uptd-ppa').get(`/cases/${caseId}/viewers`)).status).toBe(404);
    expect((await stage.hospital.get(`/cases/${caseId}/viewers`)).status).toBe(403);
  });
});
