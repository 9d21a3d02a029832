import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { done } from '../harness/index.js';
import { accessFaults, inBrowser, keepPicture, Stage } from './stage.js';

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
});
