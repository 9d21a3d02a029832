import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessFaults, inBrowser, keepPicture, Stage } from './stage.js';

/** The head writes who is on duty; everybody finds who answers now. */
inBrowser('the duty roster', () => {
  let stage: Stage;
  let head: Page;

  beforeAll(async () => {
    stage = await Stage.open();
    await stage.setClock('2026-04-14T15:00:00+07:00');
    head = await stage.signIn('kepala@uptd-ppa');
    await head.goto(`${stage.address}/piket`);
  }, 60_000);
  afterAll(() => stage?.close());

  it('says that nobody is on duty, and takes a night for some weeks with a stand-in', async () => {
    await head.getByText('Tidak ada yang piket sekarang').waitFor();
    await head.getByRole('button', { name: 'Tambah piket' }).click();
    const dialog = head.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await dialog.getByText('Wajib diisi').first().waitFor();
    await dialog.getByLabel('Siapa').selectOption({ label: 'Dewi Hikayat' });
    await dialog.getByLabel('Pengganti').selectOption({ label: 'Lestari Contoh' });
    await dialog.getByLabel('Berulang').selectOption({ label: 'Setiap minggu, 4 kali' });
    await keepPicture(head, 'roster-add');
    expect(await accessFaults(head, 'roster')).toEqual([]);
    await dialog.getByRole('button', { name: 'Simpan' }).click();
    await head.getByText('pengganti Lestari Contoh').nth(3).waitFor();
  });

  it('names a fallback person, who answers while no shift runs', async () => {
    await head.getByRole('button', { name: 'Orang cadangan' }).click();
    await head.getByRole('dialog').getByLabel('Siapa').selectOption({ label: 'Herlina Fiksi' });
    await head.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
    await head.getByText('orang cadangan, karena tidak ada yang piket').waitFor();
    await keepPicture(head, 'roster');
    expect(await accessFaults(head, 'roster')).toEqual([]);
  });

  it('an officer of another agency reads who is on duty at night, on a phone, and has no pen', async () => {
    await stage.setClock('2026-04-14T21:00:00+07:00');
    const officer = await stage.signIn('petugas@rsud-igd', 'phone');
    await officer.goto(`${stage.address}/piket`);
    const row = officer.locator('li', { hasText: 'DPPKBPPPA - UPTD PPA' });
    await row.getByText('Dewi Hikayat').waitFor();
    expect(await officer.getByRole('button', { name: 'Tambah piket' }).count()).toBe(0);
    await keepPicture(officer, 'roster-phone');
    expect(await accessFaults(officer, 'roster on a phone')).toEqual([]);
  });

  it('a shift is taken out', async () => {
    const head = await stage.signIn('kepala@uptd-ppa');
    await head.goto(`${stage.address}/piket`);
    await head
      .getByRole('button', { name: /^Hapus Dewi Hikayat/ })
      .nth(3)
      .click();
    await head.getByRole('dialog').getByRole('button', { name: 'Hapus' }).click();
    await head.getByText('pengganti Lestari Contoh').nth(3).waitFor({ state: 'detached' });
    expect(await head.getByText('pengganti Lestari Contoh').count()).toBe(3);
    expect(stage.faults).toEqual([]);
  });
});
