import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { CHROMIUM, keepPicture, Stage } from './stage.js';

const CLIENT = 'Puri Rekaan';
const PHONE = '0812-0000-4301';
const STORY = 'Klien sering dibentak dan didiamkan berhari-hari. Tidak takut pulang, ingin tahu haknya.';

/** Vignette V03, "Ingin didengar dulu", from the first report to the supervisor's verdict, by three people in turn. */
(CHROMIUM ? describe : describe.skip)('one referral through three hands, in a browser', () => {
  let stage: Stage;
  let counselor: Page;
  let officer: Page;
  let supervisor: Page;
  let casePath = '';
  let caseNumber = '';
  let preview: string[] = [];

  beforeAll(async () => {
    stage = await Stage.open();
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
  });

  it('the counsellor opens the case with at most twelve required fields', async () => {
    counselor = await stage.signIn('pendamping@uptd-ppa');
    await keepPicture(counselor, 'work-empty');
    await counselor.getByRole('link', { name: 'Kasus baru' }).first().click();
    await counselor.getByRole('button', { name: 'Buka kasus' }).click();
    const required = counselor.getByRole('alert').getByRole('link');
    await required.first().waitFor();
    expect(await required.count()).toBeGreaterThan(3);
    expect(await required.count()).toBeLessThanOrEqual(12);
    await keepPicture(counselor, 'new-case-faults');

    await counselor.getByLabel('Aman', { exact: true }).check({ force: true });
    await counselor.getByLabel('Psikis').check({ force: true });
    await counselor.getByLabel('Kekerasan dalam rumah tangga').check({ force: true });
    await counselor.getByLabel(/^Ringkas kejadian/).fill(STORY);
    await counselor.getByLabel(/^Nama ?boleh kosong/).fill(CLIENT);
    await counselor.getByLabel(/^Usia ?perkiraan/).fill('41');
    await counselor.getByLabel('Perempuan', { exact: true }).check({ force: true });
    await counselor.getByLabel('Telepon', { exact: true }).check({ force: true });
    await counselor.getByLabel(/Nomor yang aman/).fill(PHONE);
    await counselor.getByLabel(/Jam aman/).fill('12.00-13.00');
    await counselor.getByLabel('Hubungan terlapor dengan klien').selectOption({ label: 'Suami/istri' });
    await counselor.getByRole('button', { name: 'Buka kasus' }).click();
    await counselor.waitForURL(/\/kasus\/[0-9a-f-]{36}$/);
    casePath = new URL(counselor.url()).pathname;
    const heading = counselor.getByRole('heading', { level: 1, name: /^PBM-/ });
    await heading.waitFor();
    caseNumber = (await heading.textContent())!.trim();
    expect(caseNumber).toMatch(/^PBM-\d{4}-\d{4}$/);
    // Masked by default; the name is shown only when somebody says why.
    expect(await counselor.locator('main').innerText()).not.toContain(CLIENT);
  });

  it('and screens the risk', async () => {
    await counselor.getByRole('link', { name: 'Tapis risiko' }).click();
    await counselor.getByLabel('Rendah', { exact: true }).check({ force: true });
    await keepPicture(counselor, 'screening');
    await counselor.getByRole('button', { name: 'Simpan tapisan' }).click();
    await counselor.waitForURL(`**${casePath}`);
    await counselor.getByText('Risiko rendah').first().waitFor();
    await keepPicture(counselor, 'case');
  });

  it('and sends a referral in at most six clicks, having seen exactly what will cross', async () => {
    let clicks = 0;
    const click = async (act: Promise<unknown>): Promise<void> => {
      clicks += 1;
      await act;
    };
    await click(counselor.getByRole('link', { name: 'Kirim rujukan' }).first().click());
    await click(
      counselor.getByRole('combobox', { name: 'Lembaga lain' }).selectOption({ label: 'Dinas Kesehatan' }),
    );
    const seen = counselor.getByRole('complementary', { name: /Yang akan dilihat/ });
    await seen.getByText(CLIENT).waitFor();
    preview = await pairs(seen);
    expect(preview.join()).not.toContain(STORY);
    await keepPicture(counselor, 'refer');
    await click(counselor.getByRole('button', { name: 'Klien setuju, lisan' }).click());
    await click(counselor.getByLabel(/^Saya sudah membacakan/).check({ force: true }));
    await click(counselor.getByRole('button', { name: 'Kirim ke Dinas Kesehatan' }).click());
    await counselor.getByRole('dialog', { name: 'Rujukan terkirim' }).waitFor();
    await keepPicture(counselor, 'refer-sent');
    expect(clicks).toBeLessThanOrEqual(6);
  });

  it('Keluar cepat stays reachable above an open dialog', async () => {
    const onTop = await counselor.evaluate(`(() => {
      const buttons = [...document.querySelectorAll('button')].filter((button) => /Keluar cepat$/.test(button.textContent.trim()));
      return buttons.some((button) => {
        const box = button.getBoundingClientRect();
        const top = box.width > 0 && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
        return top && button.contains(top);
      });
    })()`);
    expect(onTop).toBe(true);
    await counselor.getByRole('button', { name: 'Kembali ke kasus' }).click();
  });

  it('the officer of Dinas Kesehatan is told, sees the same, and accepts in at most two clicks', async () => {
    officer = await stage.signIn('petugas@dinkes');
    await officer.getByText(CLIENT).first().waitFor();
    expect(await pairs(officer.locator('main'))).toEqual(expect.arrayContaining(preview));
    const page = await officer.content();
    expect(page).not.toContain(STORY);
    expect(page).not.toContain(casePath.split('/').pop());
    await keepPicture(officer, 'inbox');
    await officer.getByRole('button', { name: 'Terima rujukan' }).click();
    await officer
      .getByText(/^Diterima/)
      .first()
      .waitFor();
    await keepPicture(officer, 'inbox-accepted');
  });

  it('and starts the service and reports back', async () => {
    await officer.getByRole('button', { name: 'Mulai layanan' }).first().click();
    const dialog = officer.getByRole('dialog');
    if (await dialog.isVisible().catch(() => false))
      await dialog
        .getByRole('button', { name: /Mulai|Simpan|Catat/ })
        .first()
        .click();
    await officer.getByRole('button', { name: 'Lapor hasil' }).first().click();
    await officer
      .getByLabel(/^Selesai/)
      .first()
      .check({ force: true });
    await officer.getByLabel(/^Apa yang dilakukan/).fill('Klien diperiksa dan mendapat konseling tidur.');
    await keepPicture(officer, 'report');
    await officer.getByRole('button', { name: 'Kirim laporan' }).click();
    await officer
      .getByText(/Selesai/)
      .first()
      .waitFor();
  });

  it('the counsellor hears of it and closes the loop', async () => {
    await counselor.goto(stage.address + casePath);
    await counselor
      .getByRole('link', { name: /Layanan kesehatan|Dinas Kesehatan|PBM-R-/ })
      .first()
      .click();
    await counselor.getByText('Klien diperiksa dan mendapat konseling tidur.').waitFor();
    await counselor
      .getByRole('button', { name: /^Tutup rujukan/ })
      .first()
      .click();
    const dialog = counselor.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByLabel('Terbantu').check({ force: true });
    await keepPicture(counselor, 'confirm');
    await dialog.getByRole('button', { name: 'Tutup rujukan' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await counselor.goto(`${stage.address}/pemberitahuan`);
    await counselor.getByText('Rujukan diterima oleh instansi tujuan.').first().waitFor({ timeout: 20_000 });
    await keepPicture(counselor, 'notices');
  });

  it('the supervisor reads who did what, and has the trail verified', async () => {
    supervisor = await stage.signIn('kepala@uptd-ppa');
    await keepPicture(supervisor, 'overview');
    await supervisor.getByRole('link', { name: 'Jejak audit' }).first().click();
    await supervisor.getByText('Sri Contoh').first().waitFor();
    await supervisor.getByRole('button', { name: 'Periksa sekarang' }).click();
    await supervisor
      .getByText(/^Utuh:/)
      .first()
      .waitFor({ timeout: 20_000 });
    expect(await supervisor.locator('main').innerText()).not.toContain(CLIENT);
    await keepPicture(supervisor, 'audit');
  });

  it('all along: one neutral title, nobody in an address, nothing from elsewhere, no error', async () => {
    for (const page of [counselor, officer, supervisor]) expect(await page.title()).toBe('Simpul');
    for (const address of stage.addresses)
      expect(decodeURIComponent(address)).not.toMatch(/Puri|Rekaan|0812|4301|kekerasan|korban/i);
    expect(stage.faults).toEqual([]);
  });

  it('leaving quickly ends the session, and Back shows no case', async () => {
    await counselor.goto(stage.address + casePath);
    await counselor.getByRole('heading', { level: 1, name: caseNumber }).waitFor();
    // The dull page is elsewhere, where this test has no network: only that the case is gone matters here.
    await counselor.route(/^https:/, (route) =>
      route.fulfill({ body: '<title>Cuaca</title>', contentType: 'text/html' }),
    );
    for (let press = 0; press < 3; press++) await counselor.keyboard.press('Shift');
    await counselor.waitForURL((url) => !url.href.startsWith(stage.address));
    await counselor.goBack().catch(() => undefined);
    await counselor.waitForTimeout(500);
    expect(await counselor.content()).not.toContain(caseNumber);
  });
});

/** "label: value" of every pair on a packet. */
async function pairs(place: ReturnType<Page['locator']>): Promise<string[]> {
  return place
    .locator('dt')
    .evaluateAll((terms) =>
      (terms as unknown as { textContent: string; nextElementSibling: { textContent: string } | null }[]).map(
        (term) => `${term.textContent.trim()}: ${term.nextElementSibling?.textContent.trim() ?? ''}`,
      ),
    );
}
