import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessFaults, exitIsOnTop, inBrowser, keepPicture, Stage, type Size } from './stage.js';

const COUNSELOR = 'pendamping@uptd-ppa';
const CLIENT = { name: 'Puri Rekaan Canaria', sex: 'P', ageYears: 40 };
const KEPT = {
  channel: 'TELEPON',
  reporter: { kind: 'TETANGGA' },
  clientSafeNow: 'YES',
  narrative: 'Sering dibentak.',
  violenceTypes: ['PSIKIS'],
  contexts: ['KDRT'],
  victims: [{ ...CLIENT, safeContact: { channel: 'TELEPON', value: '0812-0000-4209', window: 'Pagi' } }],
  reportedPersons: [{ sex: 'L', relation: 'SUAMI_ISTRI' }],
};

inBrowser('a report that is kept first and decided later', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await Stage.open();
    await stage.api.as(COUNSELOR).post('/reports', KEPT);
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
  });

  const keep = async (): Promise<string> => {
    const { body } = await stage.api
      .as(COUNSELOR)
      .post<{ id: string }>('/reports', { ...KEPT, disposition: 'RECEIVE_ONLY' });
    return body.id;
  };
  const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

  it.each<Size>(['desktop', 'phone'])(
    'intake leads to its page, the page to every decision, the list to the page (%s)',
    async (size) => {
      const page = await stage.signIn(COUNSELOR, size);
      const faults: string[] = [];
      await page.goto(`${stage.address}/kasus/baru`);
      const choose = (label: string) => page.getByLabel(label, { exact: true }).check();
      await button(page, 'Simpan dulu').click();
      await page.getByRole('alert').getByRole('link').first().waitFor();
      await choose('Aman');
      await choose('Perempuan');
      await page.getByLabel(/^Ringkas kejadian/).fill('Pelapor menutup telepon.');
      await keepPicture(page, 'kept-intake');
      await button(page, 'Simpan dulu').click();
      await page.waitForURL(/\/laporan\/[0-9a-f-]{36}$/);
      await page.getByText('Menunggu keputusan').waitFor();
      await page.getByText('Putuskan laporan', { exact: false }).waitFor();
      // Nobody asked about violence: the page must not say that there was none.
      expect(await page.getByText('Tanpa kekerasan').count()).toBe(0);
      await keepPicture(page, 'kept-report');
      faults.push(...(await accessFaults(page, 'kept-report')));

      await page.goto(`${stage.address}/kerja`);
      const row = page.locator('.work-row', { hasText: 'Putuskan laporan' }).first();
      await row.waitFor();
      await keepPicture(page, 'kept-work');
      await row
        .getByRole('link', { name: /^Putuskan laporan/ })
        .first()
        .click();
      await page.waitForURL(/\/laporan\//);
      await page.context().close();
      expect(faults).toEqual([]);
    },
    60_000,
  );

  it.each<Size>(['desktop', 'phone'])(
    'masked until a purpose is given; joined to the case that the server found (%s)',
    async (size) => {
      const id = await keep();
      const page = await stage.signIn(COUNSELOR, size);
      await page.goto(`${stage.address}/laporan/${id}`);
      await page.getByText('P••• R••• C•••').waitFor();
      expect(await page.content()).not.toContain('Canaria');
      await button(page, 'Tampilkan nama').click();
      await page.getByLabel('Menghubungi klien').check();
      await page.getByRole('dialog').getByRole('button', { name: 'Tampilkan 60 detik' }).click();
      await page.getByText('Puri Rekaan Canaria').waitFor();
      await keepPicture(page, 'kept-revealed');
      await button(page, 'Samarkan').click();

      await button(page, 'Gabungkan ke kasus').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByText('nama sama').first().waitFor();
      expect(await exitIsOnTop(page)).toBe(true);
      await keepPicture(page, 'kept-join');
      expect(await accessFaults(page, 'kept-join')).toEqual([]);
      await dialog.getByRole('radio').first().check();
      await dialog.getByRole('button', { name: 'Gabungkan ke kasus' }).click();
      await page.waitForURL(/\/kasus\/[0-9a-f-]{36}$/);
      await page.goto(`${stage.address}/laporan/${id}`);
      await page.getByText('Laporan ini sudah menjadi bagian sebuah kasus.').waitFor();
      await page.context().close();
    },
    60_000,
  );

  it('a decision that did not arrive keeps its words; one that a colleague was faster with is told so', async () => {
    const id = await keep();
    const page = await stage.signIn(COUNSELOR);
    await page.goto(`${stage.address}/laporan/${id}`);
    await button(page, 'Di luar kewenangan').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Klien tinggal di kota lain.');
    await page.route('**/outside-mandate', (route) => route.abort());
    await dialog.getByRole('button', { name: 'Nyatakan di luar kewenangan' }).click();
    await dialog.getByRole('alert').waitFor();
    expect(await dialog.getByRole('textbox').inputValue()).toBe('Klien tinggal di kota lain.');
    await dialog.getByRole('button', { name: 'Batal' }).click();
    await page.unroute('**/outside-mandate');
    await button(page, 'Di luar kewenangan').click();
    expect(await dialog.getByRole('textbox').inputValue()).toBe('Klien tinggal di kota lain.');

    await stage.api.as('konselor@uptd-ppa').post(`/reports/${id}/opening`);
    await dialog.getByRole('button', { name: 'Nyatakan di luar kewenangan' }).click();
    await dialog.getByText('Laporan ini sudah dibuka sebagai kasus.').waitFor();
    await page.context().close();
  }, 60_000);

  it('what is outside the mandate says why, and can still be opened', async () => {
    const id = await keep();
    const page = await stage.signIn(COUNSELOR);
    await page.goto(`${stage.address}/laporan/${id}`);
    await button(page, 'Di luar kewenangan').click();
    await page.getByRole('dialog').getByRole('textbox').fill('Klien tinggal di kota lain.');
    await button(page, 'Nyatakan di luar kewenangan').click();
    await page.getByText('Dinyatakan di luar kewenangan.').waitFor();
    await keepPicture(page, 'kept-outside');
    await button(page, 'Buka sebagai kasus').click();
    await page.waitForURL(/\/kasus\/[0-9a-f-]{36}$/);
    await page.context().close();
  }, 60_000);

  it('no page complained, none asked elsewhere, and no address held a name', () => {
    expect(stage.faults.filter((fault) => !/ERR_FAILED|409/.test(fault))).toEqual([]);
    expect(stage.addresses.join(' ')).not.toMatch(/canaria|puri/i);
  });
});
