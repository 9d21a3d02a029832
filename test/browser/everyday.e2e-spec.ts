import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { play } from '../journeys/story-player.js';
import { STORIES } from '../vignettes/stories.js';
import { connected } from '../harness/cluster.js';
import { readQr } from '../harness/read-qr.mjs';
import { accessFaults, inBrowser, keepPicture, Stage, type Size } from './stage.js';

const COUNSELOR = 'pendamping@uptd-ppa';

/** What people need every day beside the journey: a person heard of later, a filter, the next page, another language. */
inBrowser('everyday work on the screens', () => {
  let stage: Stage;
  let casePath = '';
  let asWritten: string[] = [];

  beforeAll(async () => {
    stage = await Stage.open();
    const { caseId } = await play(
      stage.api,
      stage.database,
      STORIES.find(({ id }) => id === 'V02')!,
    );
    casePath = `/kasus/${caseId}`;
    await stage.database.setClock(null);
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
  });

  it.each<Size>(['desktop', 'phone'])('adds a person to a case (%s)', async (size) => {
    const page = await stage.signIn(COUNSELOR, size);
    await page.goto(`${stage.address}${casePath}?bagian=data`);
    await page.getByRole('button', { name: 'Tambah orang' }).click();
    const dialog = page.getByRole('dialog', { name: 'Tambah orang' });
    await dialog.getByRole('button', { name: 'Tambahkan' }).click();
    await dialog.getByText('Wajib diisi.').first().waitFor();
    await dialog.getByLabel('Terlapor', { exact: true }).check();
    await dialog.getByLabel(/^Nama/).fill('Umpama Kedua');
    await dialog.getByLabel('Hubungan terlapor dengan klien').selectOption({ label: 'Tetangga' });
    await keepPicture(page, 'person-dialog');
    expect(await accessFaults(page, `person ${size}`)).toEqual([]);
    await dialog.getByRole('button', { name: 'Tambahkan' }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page
      .getByText(/Suami\/istri.*Tetangga/)
      .first()
      .waitFor();
    expect(await page.locator('main').innerText()).not.toContain('Umpama Kedua');
    await page.context().close();
  });

  it('the trail narrows by kind of act, by day and by person', async () => {
    const page = await stage.signIn('kepala@uptd-ppa');
    await page.goto(`${stage.address}/audit`);
    const rows = page.locator('.audit-table tbody tr');
    await rows.first().waitFor();
    await page.getByRole('combobox', { name: 'Jenis tindakan' }).selectOption({ label: 'Dasar berbagi' });
    await rows.filter({ hasText: 'Mencatat dasar berbagi data' }).first().waitFor();
    await page.waitForTimeout(500);
    for (const row of await rows.allInnerTexts()) expect(row).toMatch(/dasar berbagi|persetujuan/i);
    await page.getByLabel('Sampai').fill('2026-04-13');
    await page.getByText('Tidak ada catatan pada saringan ini.').waitFor();
    await page.getByLabel('Sampai').fill('2026-04-14');
    await rows.first().waitFor();
    await rows.first().getByRole('button').first().click();
    await page.getByRole('button', { name: 'Hanya orang ini' }).click();
    await page.getByRole('button', { name: /Dewi Hikayat · Hapus saringan/ }).waitFor();
    await keepPicture(page, 'audit-filtered');
    expect(await accessFaults(page, 'audit filtered')).toEqual([]);
    await page.context().close();
  });

  it('the seal of the day is printed with a code that gives back its note, and a forged entry is named', async () => {
    const page = await stage.signIn('kepala@uptd-ppa');
    await page.goto(`${stage.address}/audit`);
    await page.getByText('Belum pernah dicetak.').waitFor();
    await page.getByRole('link', { name: 'Lembar hari ini' }).click();
    await page.getByRole('button', { name: 'Buat dan cetak' }).click();
    const code = page.locator('.sheet .qr');
    await code.waitFor();
    const drawn = await code.evaluate((qr: unknown) => (qr as { outerHTML: string }).outerHTML);
    expect(readQr(drawn)?.toString('utf8')).toBe(await page.locator('.sheet pre').textContent());
    await keepPicture(page, 'audit-sheet');
    expect(await accessFaults(page, 'audit sheet')).toEqual([]);
    await page.getByRole('link', { name: 'Jejak audit' }).first().click();
    await page.getByText(/^Sudah dicetak hari ini pukul .* oleh Herlina Fiksi\.$/).waitFor();

    const forge = (change: string): Promise<unknown> =>
      connected(stage.database.urls.admin, (client) =>
        client.query(
          `alter table ledger.entry disable trigger append_only;
           update ledger.entry set facts = ${change} where id = (select entry_id from ledger.leaf where index = 2);
           alter table ledger.entry enable always trigger append_only`,
        ),
      );
    await forge(`facts || '{"forged": true}'`);
    await page.getByRole('button', { name: 'Periksa sekarang' }).click();
    await page.getByText('Tidak utuh: catatan 3: isinya diubah setelah dicatat.').waitFor();
    await page.getByRole('button', { name: 'Unduh bukti' }).waitFor();
    await keepPicture(page, 'audit-forged');
    expect(await accessFaults(page, 'audit forged')).toEqual([]);
    await forge(`facts - 'forged'`);
    await page.getByRole('button', { name: 'Periksa sekarang' }).click();
    await page.getByText(/^Utuh: \d+ catatan cocok/).waitFor();
    await page.context().close();
  });

  it('in English, no sentence of a main screen stays Indonesian', async () => {
    const left: string[] = [];
    // The register of duties has one language, that of its sources, and a packet stays as it was sent.
    const { body } = await stage.api.as(COUNSELOR).get<{ items: { action: string }[] }>('/deadline-rules');
    asWritten = [
      ...body.items.map(({ action }) => action),
      'Pemeriksaan leher dan suara serak.',
      'Belum ada',
    ];
    const page = await stage.signIn(COUNSELOR);
    await english(page);
    for (const path of [
      '/kerja',
      '/kasus',
      casePath,
      `${casePath}?bagian=tenggat`,
      '/kasus/baru',
      `${casePath}/rujuk`,
      '/pemberitahuan',
    ])
      left.push(...(await indonesian(page, path)));
    await page.context().close();
    const supervisor = await stage.signIn('kepala@uptd-ppa');
    await english(supervisor);
    for (const path of ['/ringkasan', '/tenggat', '/audit', '/audit/arti', '/audit/lembar'])
      left.push(...(await indonesian(supervisor, path)));
    await supervisor.context().close();
    const officer = await stage.signIn('petugas@rsud-igd');
    await english(officer);
    for (const path of ['/masuk', '/berjalan', '/laporan-hasil'])
      left.push(...(await indonesian(officer, path)));
    await officer.context().close();
    expect(left).toEqual([]);
  }, 90_000);

  it('by keyboard alone, in forced colours: the officer accepts, the counsellor fills in the intake and sends', async () => {
    const officer = await stage.signIn('petugas@rsud-igd');
    await officer.emulateMedia({ forcedColors: 'active' });
    await officer.goto(`${stage.address}/masuk`);
    await tabTo(officer, 'Terima rujukan');
    await keepPicture(officer, 'forced-colours-accept');
    expect(await focusIsSeen(officer)).toBe(true);
    await officer.keyboard.press('Enter');
    await officer.getByRole('button', { name: 'Mulai layanan' }).waitFor();
    await officer.context().close();

    const page = await stage.signIn(COUNSELOR);
    await page.emulateMedia({ forcedColors: 'active' });
    await page.goto(`${stage.address}/kasus/baru`);
    await page.getByLabel(/^Ringkas kejadian/).waitFor();
    await tabTo(page, 'Tidak aman|Aman');
    await page.keyboard.press('Space');
    await tabTo(page, 'Ringkas kejadian');
    await page.keyboard.type('Diketik tanpa tetikus.');
    expect(await focusIsSeen(page)).toBe(true);
    await keepPicture(page, 'forced-colours-intake');
    await tabTo(page, 'Buka kasus');
    await page.keyboard.press('Enter');
    // The summary of what is missing takes the focus, and each line of it leads to its field.
    await page.getByRole('alert').getByRole('link').first().waitFor();
    await page.goto(`${stage.address}${casePath}/rujuk`);
    await tabTo(page, 'Kirim ke');
    await keepPicture(page, 'forced-colours-refer');
    expect(await focusIsSeen(page)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByText('Pilih lembaga dan layanan dahulu.').first().waitFor();
    await page.context().close();
  });

  it('and none of it made an error', () => {
    expect(stage.faults).toEqual([]);
  });

  const english = async (page: Page): Promise<void> => {
    await page.goto(`${stage.address}/lainnya`);
    await page.getByRole('button', { name: 'English' }).first().click();
    await page.getByText('Quick exit').first().waitFor();
  };
  /** Lines with words that only Indonesian has. Names of agencies and what people wrote stay as they are. */
  const indonesian = async (page: Page, path: string): Promise<string[]> => {
    await page.goto(stage.address + path);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForTimeout(900);
    await keepPicture(page, `english${path.replaceAll(/[^a-z]+/g, '-').slice(0, 24)}`);
    const lines = (await page.locator('body').innerText()).split('\n');
    return lines
      .filter((line) =>
        /\b(?:dan|yang|dengan|belum|untuk|dari|kepada|tidak|atau|sudah|hari kerja|usulan|tenggat|rujukan|klien)\b/i.test(
          line,
        ),
      )
      .filter(
        (line) =>
          !/^(?:Badan|Dinas|Lembaga|Kantor|Polres|Bahasa|Puskesmas|Penyedia|Penampungan|UPTD|DPPKBPPPA|RSUD)/.test(
            line,
          ),
      )
      .filter(
        (line) => !asWritten.some((words) => line.includes(words)) && !line.includes('RSUD - IGD dan PPT'),
      )
      .map((line) => `${path}: ${line.slice(0, 120)}`);
  };
});

/** Presses Tab until the focus stands on something of that name. */
async function tabTo(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForTimeout(700);
  for (let press = 0; press < 90; press++) {
    await page.keyboard.press('Tab');
    const here = (await page.evaluate(`(() => {
      const at = document.activeElement;
      return at.ariaLabel ?? [...(at.labels ?? [])].map((one) => one.textContent).join(' ') + at.textContent;
    })()`)) as string;
    if (new RegExp(`^(?:${name})`).test(here.trim())) return;
  }
  throw new Error(`No way to "${name}" by Tab`);
}

/** Whether the focus has an outline, its own or of what is drawn for it. */
function focusIsSeen(page: Page): Promise<boolean> {
  return page.evaluate(`(() => {
    const at = document.activeElement;
    const drawn = [at, at.nextElementSibling, at.parentElement].filter(Boolean);
    return drawn.some((one) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(one);
      return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
    });
  })()`);
}
