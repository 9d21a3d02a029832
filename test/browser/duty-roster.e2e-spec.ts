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

  it('the data office finds an agency by what it gives, checks it, changes it; a secret place takes no address', async () => {
    const data = await stage.signIn('data@dppkbpppa');
    await data.goto(`${stage.address}/direktori`);
    await data.getByRole('link', { name: 'RSUD - IGD dan PPT' }).waitFor();
    await keepPicture(data, 'directory');
    expect(await accessFaults(data, 'directory')).toEqual([]);
    await data.getByLabel('Layanan', { exact: true }).selectOption('VISUM');
    await data.getByRole('link', { name: 'RSUD - IGD dan PPT' }).click();
    await data.getByRole('button', { name: 'Data benar hari ini' }).click();
    await data.getByText(/Data diperiksa pada/).waitFor();
    await data.getByRole('button', { name: 'Ubah keterangan' }).click();
    await data.getByRole('dialog').getByLabel('Keterangan jam buka').fill('IGD selalu buka.');
    await keepPicture(data, 'directory-edit');
    expect(await accessFaults(data, 'changing an agency')).toEqual([]);
    await data.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
    await data.getByText('kosong → IGD selalu buka.').waitFor();
    await keepPicture(data, 'directory-agency');
    const phone = await stage.signIn('data@dppkbpppa', 'phone');
    await phone.goto(`${stage.address}/direktori`);
    await phone.getByLabel('Jenis lembaga').selectOption('RUMAH_AMAN');
    await keepPicture(phone, 'directory-phone');
    await phone.getByRole('link', { name: /rumah aman/i }).click();
    await phone.getByText('Rahasia. Tidak tertulis di Simpul.').waitFor();
    await phone.getByRole('button', { name: 'Ubah keterangan' }).click();
    await phone.getByRole('dialog').getByLabel('Keterangan jam buka').fill('Belakang Masjid Contoh');
    await phone.getByRole('dialog').getByRole('button', { name: 'Simpan' }).click();
    await phone.getByText(/dapat menunjukkan letak tempat/).waitFor();
    await keepPicture(phone, 'directory-secret-phone');
    expect(await accessFaults(phone, 'a secret place on a phone')).toEqual([]);
  });
});
