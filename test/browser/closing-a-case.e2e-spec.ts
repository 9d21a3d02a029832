import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessFaults, choose, inBrowser, keepPicture, Stage, steps } from './stage.js';

const COUNSELOR = 'pendamping@uptd-ppa';
const SUPERVISOR = 'kepala@uptd-ppa';
const SUMMARY = 'Klien tinggal bersama ibunya dan sudah bekerja lagi.';

/** The end of a case by two people, the checks after it, and the way back. */
inBrowser('closing a case', () => {
  let stage: Stage;
  let counselor: Page;
  let supervisor: Page;
  let address = '';
  const step = steps();

  beforeAll(async () => {
    stage = await Stage.open();
    await stage.setClock('2026-04-14T09:00:00+07:00');
    const { caseId } = (
      await stage.api.as(COUNSELOR).post<{ caseId: string }>('/reports', {
        channel: 'TELEPON',
        reporter: { kind: 'KORBAN' },
        clientSafeNow: 'YES',
        narrative: 'Cerita rekaan.',
        violenceTypes: ['PSIKIS'],
        contexts: ['KDRT'],
        victims: [{ name: 'Umpama Rekaan', sex: 'P', ageYears: 30 }],
        reportedPersons: [{ sex: 'L', relation: 'SUAMI_ISTRI' }],
      })
    ).body;
    await stage.api.as(COUNSELOR).post(`/cases/${caseId}/screenings`, { redFlags: [], risk: 'RENDAH' });
    address = `${stage.address}/kasus/${caseId}`;
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
  });

  const rights = async (page: Page): Promise<void> => {
    for (const right of [/^Klien sudah diberi tahu/, /^Klien tahu cara/, /^Rencana aman/, /^Dokumen milik/])
      await page.getByRole('group', { name: right }).getByLabel('Sudah').check();
    await page
      .getByRole('group', { name: /^Hak restitusi/ })
      .getByLabel('Tidak berlaku')
      .check();
  };

  step('an answer too few keeps what was typed and names what is missing', async () => {
    counselor = await stage.signIn(COUNSELOR, 'phone');
    await counselor.goto(`${address}?bagian=data`);
    await counselor.getByRole('button', { name: 'Tutup kasus…' }).click();
    const dialog = counselor.getByRole('dialog', { name: 'Tutup kasus' });
    await dialog.getByLabel(/^Keadaan klien sekarang/).fill(SUMMARY);
    await dialog.getByRole('button', { name: 'Usulkan penutupan' }).click();
    expect(await dialog.getByText('Wajib diisi.').count()).toBeGreaterThan(3);
    await keepPicture(counselor, 'closing-dialog');
    expect(await accessFaults(counselor, 'closing-dialog')).toEqual([]);
    await counselor.reload();
    await counselor.getByRole('button', { name: 'Tutup kasus…' }).click();
    expect(await dialog.getByLabel(/^Keadaan klien sekarang/).inputValue()).toBe(SUMMARY);
    await dialog.getByLabel(/^Alasan/).selectOption({ label: 'Tujuan tercapai' });
    await rights(counselor);
    await dialog.getByRole('button', { name: 'Usulkan penutupan' }).click();
    await counselor.getByRole('region', { name: 'Penutupan kasus diusulkan' }).waitFor();
    await counselor.getByRole('button', { name: 'Tarik usulan' }).waitFor();
    expect(await counselor.getByRole('button', { name: 'Setujui dan tutup kasus' }).count()).toBe(0);
    await keepPicture(counselor, 'closing-proposed');
  });

  step('the supervisor finds it among what waits for them, says no with a reason', async () => {
    supervisor = await stage.signIn(SUPERVISOR);
    await supervisor.getByRole('link', { name: 'Putuskan usulan menutup kasus' }).first().click();
    await supervisor.getByText(SUMMARY).waitFor();
    await supervisor.getByText('Putuskan paling lambat').waitFor();
    await keepPicture(supervisor, 'closing-to-decide');
    expect(await accessFaults(supervisor, 'closing-to-decide')).toEqual([]);
    await supervisor.getByRole('button', { name: 'Tolak…' }).click();
    const dialog = supervisor.getByRole('dialog', { name: 'Tolak penutupan' });
    await dialog.getByLabel(/^Apa yang masih/).fill('Rencana aman belum lengkap.');
    await dialog.getByRole('button', { name: 'Tolak usulan' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await counselor.goto(`${address}?bagian=data`);
    await counselor.getByText('Rencana aman belum lengkap.').waitFor();
  });

  step('proposed again and approved: closed, with the first check to come', async () => {
    await counselor.getByRole('button', { name: 'Tutup kasus…' }).click();
    const dialog = counselor.getByRole('dialog', { name: 'Tutup kasus' });
    await dialog.getByLabel(/^Alasan/).selectOption({ label: 'Tujuan tercapai' });
    await rights(counselor);
    await dialog.getByLabel(/^Keadaan klien sekarang/).fill(SUMMARY);
    await dialog.getByRole('button', { name: 'Usulkan penutupan' }).click();
    await counselor.getByRole('button', { name: 'Tarik usulan' }).waitFor();
    await supervisor.goto(address);
    await supervisor.getByRole('button', { name: 'Setujui dan tutup kasus' }).click();
    await supervisor.getByRole('region', { name: 'Kasus ditutup' }).waitFor();
    await supervisor.getByText('Pemantauan berikutnya paling lambat').waitFor();
    // Screened and closed: what came between never was, and the bar says so in words.
    const bar = supervisor.getByRole('region', { name: 'Tahap kasus' });
    expect(await bar.locator('li.skipped').allInnerTexts()).toEqual(
      ['Asesmen', 'Rencana intervensi', 'Intervensi', 'Monitoring'].map((name) => `${name}\ndilewati`),
    );
    await keepPicture(supervisor, 'closed-case');
    expect(await accessFaults(supervisor, 'closed-case')).toEqual([]);
  });

  step('a check that finds need asks to reopen; reopened, the case works again', async () => {
    await stage.setClock('2026-05-11T09:00:00+07:00');
    counselor = await stage.signIn(COUNSELOR, 'phone');
    await counselor.goto(address);
    await counselor.getByRole('button', { name: 'Catat pemantauan' }).click();
    const dialog = counselor.getByRole('dialog', { name: 'Catat pemantauan' });
    await choose(counselor, 'Perlu bantuan lagi');
    await dialog.getByRole('button', { name: 'Catat' }).click();
    await dialog.getByText('Wajib diisi.').waitFor();
    await dialog.getByLabel(/^Catatan/).fill('Diancam lewat telepon.');
    await dialog.getByRole('button', { name: 'Catat' }).click();
    await counselor.getByText('Klien perlu bantuan lagi. Buka kembali').waitFor();
    await counselor.getByText('dilewati: Asesmen', { exact: false }).waitFor();
    await keepPicture(counselor, 'closed-needs-help');
    expect(await accessFaults(counselor, 'closed-needs-help')).toEqual([]);
    await counselor.getByRole('button', { name: 'Buka kembali…' }).click();
    const reopen = counselor.getByRole('dialog', { name: 'Buka kembali…' });
    await reopen.getByLabel(/^Apa yang terjadi/).fill('Ancaman baru.');
    await reopen.getByRole('button', { name: 'Buka kembali kasus' }).click();
    await counselor.getByRole('link', { name: 'Kirim rujukan' }).first().waitFor();
    expect(stage.faults.filter((fault) => !/status of (409|422)/.test(fault))).toEqual([]);
  });
});
