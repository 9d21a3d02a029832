import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessFaults, inBrowser, keepPicture, Stage, type Size } from './stage.js';

inBrowser('accounts, on a desk and on a phone', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
  });
  afterAll(() => stage?.close());

  const seen = async (page: Page, name: string) => {
    await keepPicture(page, name);
    expect(await accessFaults(page, name)).toEqual([]);
  };

  it.each<Size>(['desktop', 'phone'])(
    'an administrator lets somebody in, who first makes a password of their own (%s)',
    async (size) => {
      const office = await stage.signIn('admin@diskominfo', size);
      await office.goto(`${stage.address}/akun`);
      await office.getByRole('cell', { name: /Reza Hikayat/ }).waitFor();
      await seen(office, 'accounts');
      await office.getByRole('button', { name: 'Tambah akun' }).click();
      const form = office.getByRole('dialog');
      await form.getByLabel('Nama').fill('Baru Umpama');
      await form.getByLabel('Surel').fill(`baru-${size}@kota.example`);
      await form.getByLabel('Instansi').selectOption({ label: 'Bappeda' });
      await form.getByLabel('Peran').selectOption('agency_officer');
      await form.getByRole('button', { name: 'Tambah akun' }).click();
      await form.getByText('Peran ini tidak bekerja di instansi itu.').waitFor();
      await seen(office, 'new-account');
      await form.getByLabel('Peran').selectOption('planner');
      await form.getByRole('button', { name: 'Tambah akun' }).click();
      const password = (await office.locator('.first-password').textContent())!;
      expect(password).toMatch(/^(?:[a-z2-8]{4}-){3}[a-z2-8]{4}$/);
      await seen(office, 'first-password');
      await office.getByRole('button', { name: 'Sudah saya sampaikan' }).click();
      expect(await office.content()).not.toContain(password);

      const page = await stage.page(size);
      await page.goto(`${stage.address}/masuk-akun`);
      await page.getByLabel('Surel').fill(`baru-${size}@kota.example`);
      await page.getByLabel('Kata sandi').fill(password);
      await page.getByRole('button', { name: 'Masuk' }).click();
      await page.getByRole('heading', { name: 'Buat kata sandi Anda' }).waitFor();
      await seen(page, 'must-change');
      const change = async (fresh: string) => {
        await page.getByLabel('Kata sandi sekarang').fill(password);
        await page.getByLabel('Kata sandi baru').fill(fresh);
        await page.getByLabel('Sekali lagi').fill(fresh);
        await page.getByRole('button', { name: 'Ganti kata sandi' }).click();
      };
      await change('katasandi-1234567');
      await page.getByText('mudah ditebak').waitFor();
      await change('hujan di kebun karet');
      await page.getByRole('heading', { name: 'Menunggu pimpinan Anda' }).waitFor();

      // Nobody heads that office: the head of the lead office asks the person, and opens the account.
      const head = await stage.signIn('kepala@dppkbpppa', size);
      await head.goto(`${stage.address}/rekan-baru`);
      await head.getByText('Baru Umpama').waitFor();
      await seen(head, 'newcomers');
      await head.getByRole('button', { name: 'Buka akun…' }).click();
      await keepPicture(head, 'newcomers-letting-in');
      await head.getByRole('dialog').getByRole('button', { name: 'Buka akun ini' }).click();
      await head.getByText('Tidak ada yang menunggu.').waitFor();
      await head.context().close();
      await page.getByRole('button', { name: 'Periksa lagi' }).click();
      await page.getByRole('heading', { name: /Selamat datang, Baru Umpama/ }).waitFor();
      await page.context().close();
      await office.context().close();
      expect(stage.faults).toEqual([]);
    },
  );
});
