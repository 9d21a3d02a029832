import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { done } from '../harness/index.js';
import { accessFaults, inBrowser, keepPicture, Stage, textOf } from './stage.js';

const REPORT = {
  channel: 'TELEPON',
  reporter: { kind: 'KORBAN' },
  clientSafeNow: 'YES',
  narrative: 'Cerita.',
  violenceTypes: ['PSIKIS'],
  contexts: ['KDRT'],
  victims: [{ name: 'Puri Rekaan', sex: 'P', ageYears: 41 }],
  reportedPersons: [{ relation: 'SUAMI_ISTRI' }],
};

inBrowser('a lower level of risk, by two people in two browsers', () => {
  let stage: Stage;
  let caseId: string;

  beforeAll(async () => {
    stage = await Stage.open();
    const worker = stage.api.as('pendamping@uptd-ppa');
    ({ caseId } = done(await worker.post<{ caseId: string }>('/reports', REPORT)));
    done(await worker.post(`/cases/${caseId}/screenings`, { redFlags: ['CEKIKAN'], risk: 'TINGGI' }));
  }, 120_000);
  afterAll(() => stage?.close());

  it('one proposes it, the other finds it on the worklist and approves it', async () => {
    const proposer = await stage.signIn('pendamping@uptd-ppa');
    await proposer.goto(`${stage.address}/kasus/${caseId}/asesmen`);
    await proposer.getByLabel('Sedang', { exact: true }).check({ force: true });
    await proposer.getByText('Ini menjadi usulan').waitFor();
    await proposer.getByLabel('Alasan').fill('Suami sudah pindah ke kota lain.');
    await keepPicture(proposer, 'lowering-asked');
    await proposer.getByRole('button', { name: 'Simpan dan usulkan' }).click();
    const proposal = { name: 'Usulan menurunkan tingkat: Sedang' };
    await proposer.getByRole('region', proposal).waitFor();
    await keepPicture(proposer, 'lowering-waits');
    expect(await proposer.getByRole('region', proposal).getByRole('button').count()).toBe(0);
    expect(await accessFaults(proposer, 'proposal')).toEqual([]);

    const faults: string[] = [];
    const other = await stage.signIn('kepala@uptd-ppa', 'phone');
    // A supervisor begins on the overview.
    await other.getByRole('link', { name: 'Tinjau usulan menurunkan tingkat risiko', exact: true }).waitFor();
    await keepPicture(other, 'lowering-on-the-list');
    faults.push(...(await accessFaults(other, 'worklist')));
    await other.getByRole('link', { name: 'Tinjau usulan menurunkan tingkat risiko', exact: true }).click();
    await other.getByRole('button', { name: 'Setujui: Sedang' }).waitFor();
    await keepPicture(other, 'lowering-to-approve');
    faults.push(...(await accessFaults(other, 'approval')));
    expect(faults).toEqual([]);
    const wide = await stage.signIn('kepala@uptd-ppa');
    await wide.goto(`${stage.address}/kasus/${caseId}`);
    await wide.getByRole('region', proposal).waitFor();
    await keepPicture(wide, 'lowering-on-the-case');

    await other.getByRole('button', { name: 'Setujui: Sedang' }).click();
    await other.getByRole('region', proposal).waitFor({ state: 'detached' });
    // The page of whoever had it open follows by itself; whoever comes late is told why.
    await proposer.getByText('Risiko sedang').first().waitFor();
    expect(stage.faults).toEqual([]);
  });

  it('what changed after the sending is reviewed by one, and read as news by the other', async () => {
    const worker = stage.api.as('pendamping@uptd-ppa');
    const { id, of } = await sent('rsud-igd', 'RSUD');
    done(await worker.post(`/cases/${of}/screenings`, { redFlags: ['CEKIKAN'], risk: 'TINGGI' }));
    const sender = await stage.signIn('pendamping@uptd-ppa');
    await sender.goto(`${stage.address}/rujukan/${id}`);
    const panel = sender.getByRole('region', { name: 'Pembaruan untuk penerima' });
    await panel.getByText(/Tingkat risiko/).waitFor();
    await keepPicture(sender, 'update-panel');
    await panel.getByRole('button', { name: 'Tinjau pembaruan' }).click();
    const dialog = sender.getByRole('dialog', { name: /^Pembaruan untuk/ });
    await dialog.getByLabel(/^Ringkasan perlu-tahu/).fill('Keadaan memburuk sejak kemarin.');
    await dialog.locator('.update-whole').getByText('Keadaan memburuk sejak kemarin.').waitFor();
    await dialog.getByLabel(/^Saya sudah membacakan/).check({ force: true });
    const preview = await textOf(dialog.locator('.packet'));
    await keepPicture(sender, 'update-dialog');
    const faults = await accessFaults(sender, 'update');
    const narrow = await stage.signIn('pendamping@uptd-ppa', 'phone');
    await narrow.goto(`${stage.address}/rujukan/${id}`);
    await narrow.getByRole('button', { name: 'Tinjau pembaruan' }).click();
    await narrow.getByRole('dialog', { name: /^Pembaruan untuk/ }).waitFor();
    await keepPicture(narrow, 'update-dialog');
    faults.push(...(await accessFaults(narrow, 'update on a phone')));
    await dialog.getByRole('button', { name: 'Kirim pembaruan' }).click();
    await dialog.waitFor({ state: 'hidden' });

    const officer = await stage.signIn('petugas@rsud-igd');
    await officer.goto(`${stage.address}/rujukan/${id}`);
    await officer.getByText(/^Diperbarui/).waitFor();
    expect(await textOf(officer.locator('.packet'))).toBe(preview);
    await keepPicture(officer, 'update-received');
    faults.push(...(await accessFaults(officer, 'update received')));
    await sender.goto(`${stage.address}/kasus/${of}/penerima`);
    await sender.getByText('Diperbarui').waitFor();
    await keepPicture(sender, 'shared-with');
    faults.push(...(await accessFaults(sender, 'who received what')));
    await narrow.goto(`${stage.address}/kasus/${of}/penerima`);
    await narrow.getByText('Diperbarui').waitFor();
    await keepPicture(narrow, 'shared-with');
    faults.push(...(await accessFaults(narrow, 'who received what on a phone')));
    expect([...faults, ...stage.faults]).toEqual([]);
  });

  /** A referral of a case of its own that has just gone out, with the client's agreement. */
  const sent = async (agency: string, receiverKind: string): Promise<{ id: string; of: string }> => {
    const worker = stage.api.as('pendamping@uptd-ppa');
    const { caseId: of } = done(await worker.post<{ caseId: string }>('/reports', REPORT));
    done(await worker.post(`/cases/${of}/screenings`, { redFlags: [], risk: 'SEDANG', reason: 'Sebab.' }));
    const scopes = ['IDENTITY', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'];
    const consent = { basis: 'PERSETUJUAN', answer: 'GIVEN', receiverKind, scopes, givenBy: 'SELF' };
    const asked = { textVersion: 'persetujuan/2026-1', language: 'INDONESIA', noWitness: 'ALONE' };
    done(await worker.post(`/cases/${of}/consents`, { ...consent, ...asked, howRecorded: 'LISAN' }));
    const { items } = done(await worker.get<{ items: { id: string; code: string }[] }>('/agencies'));
    const draft = {
      toAgencyId: items.find(({ code }) => code === agency)!.id,
      ...{ serviceCode: 'KESEHATAN', urgency: 'SEGERA', request: 'Pemeriksaan leher.' },
    };
    const { id } = done(await worker.post<{ id: string }>(`/cases/${of}/referrals`, draft));
    done(await worker.post(`/referrals/${id}/sending`));
    return { id, of };
  };
});
