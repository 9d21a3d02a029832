import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { done } from '../harness/index.js';
import { accessFaults, choose, inBrowser, keepPicture, Stage, textOf, type Size } from './stage.js';

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
const REASON = 'Klien dirawat di kota lain sampai bulan depan.';

/** What is late is changed where it is seen: stopped with a reason, or waived by two people. */
inBrowser('the board of what is late', () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.open();
    await stage.setClock('2026-04-06T09:00:00+07:00');
    const worker = stage.api.as('pendamping@uptd-ppa');
    const { caseId } = done(await worker.post<{ caseId: string }>('/reports', REPORT));
    done(await worker.post(`/cases/${caseId}/screenings`, { redFlags: [], risk: 'SEDANG' }));
    done(await worker.post(`/cases/${caseId}/milestones`, { kind: 'service.first_given' }));
    await stage.setClock('2026-04-18T09:00:00+07:00');
  }, 120_000);
  afterAll(() => stage?.close());

  const note = (page: Page): Locator => page.getByRole('row', { name: /Catatan pemantauan/ });
  const board = async (mailbox: string, query = '', size?: Size): Promise<Page> => {
    const page = await stage.signIn(mailbox, size);
    await page.goto(`${stage.address}/tenggat${query}`);
    await note(page).waitFor();
    return page;
  };

  it('one that is due soon is stopped with a reason, and let run again', async () => {
    const head = await board('kepala@uptd-ppa', '?keadaan=segera');
    await note(head).getByRole('button', { name: /^Ubah/ }).click();
    const dialog = head.getByRole('dialog');
    await choose(head, 'Jeda');
    await dialog.getByRole('button', { name: 'Jeda' }).click();
    await dialog.getByText('Wajib diisi').waitFor();
    await dialog.getByLabel('Alasan').fill(REASON);
    await keepPicture(head, 'board-pause');
    expect(await accessFaults(head, 'stopping a clock')).toEqual([]);
    await dialog.getByRole('button', { name: 'Jeda' }).click();
    await note(head).getByText('Dijeda').waitFor();
    await note(head).getByRole('button', { name: /^Ubah/ }).click();
    await choose(head, 'Lanjutkan');
    await dialog.getByRole('button', { name: 'Lanjutkan' }).click();
    await note(head).getByText('Dijeda').waitFor({ state: 'detached' });
  });

  it('one that is late is waived by two people: one asks on a phone', async () => {
    await stage.setClock('2026-04-22T09:00:00+07:00');
    const worker = await board('pendamping@uptd-ppa', '', 'phone');
    await note(worker).getByRole('button', { name: /^Ubah/ }).click();
    const dialog = worker.getByRole('dialog');
    await choose(worker, 'Usulkan pengecualian');
    await dialog.getByLabel('Alasan').fill(REASON);
    await keepPicture(worker, 'board-waiver-asked');
    expect(await accessFaults(worker, 'asking for a waiver')).toEqual([]);
    await dialog.getByRole('button', { name: 'Usulkan pengecualian' }).click();
    await dialog.waitFor({ state: 'detached' });
    // Whoever asked is no second person.
    expect(
      await note(worker)
        .getByRole('button', { name: /^Periksa/ })
        .count(),
    ).toBe(0);
  });

  it('the other reads who asks and why, and approves it on the board', async () => {
    const head = await board('kepala@uptd-ppa');
    await keepPicture(head, 'board');
    expect(await accessFaults(head, 'board')).toEqual([]);
    await note(head)
      .getByRole('button', { name: /^Periksa pengecualian/ })
      .click();
    const dialog = head.getByRole('dialog');
    await dialog.getByText(REASON).waitFor();
    expect(await textOf(dialog)).toContain('Dewi Hikayat');
    await keepPicture(head, 'board-waiver');
    expect(await accessFaults(head, 'approving a waiver')).toEqual([]);
    await dialog.getByRole('button', { name: 'Setujui pengecualian' }).click();
    await note(head).waitFor({ state: 'detached' });
    expect(stage.faults).toEqual([]);
  });
});
