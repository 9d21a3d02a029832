import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ReviewPicking } from '#oversight';
import { play } from '../journeys/story-player.js';
import { STORIES } from '../vignettes/stories.js';
import { accessFaults, inBrowser, keepPicture, Stage, type Size } from './stage.js';

const SUPERVISOR = 'kepala@uptd-ppa';

/** A supervisor looks after the looking: who saw a case, who did what. */
inBrowser('the supervisor’s review on the screens', () => {
  let stage: Stage;
  let casePath = '';

  beforeAll(async () => {
    stage = await Stage.open();
    const { caseId } = await play(
      stage.api,
      stage.database,
      STORIES.find(({ id }) => id === 'V02')!,
    );
    casePath = `/kasus/${caseId}`;
    await stage.setClock('2026-04-20T23:10:00+07:00');
    const worker = stage.api.as('pendamping@uptd-ppa');
    for (let index = 0; index < 3; index++) {
      await worker.get(`/cases/${caseId}`);
      await stage.api.as('pendamping2@uptd-ppa').get(`/cases/${caseId}`);
    }
    await stage.setClock('2026-04-20T23:40:00+07:00');
    await stage.api
      .as(SUPERVISOR)
      .post(`/cases/${caseId}/reveal`, { reason: 'CONTACT', purpose: 'Memeriksa.' });
    await stage.setClock('2026-04-21T07:00:00+07:00');
    await stage.worker.get(ReviewPicking).pass();
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
  });

  it.each<Size>(['desktop', 'phone'])(
    'from a case to everybody who saw it, and to what one of them did (%s)',
    async (size) => {
      const page = await stage.signIn(SUPERVISOR, size);
      await page.goto(`${stage.address}${casePath}?bagian=data`);
      await page.getByRole('link', { name: 'Siapa melihat kasus ini' }).click();
      await page.getByRole('heading', { level: 1, name: 'Siapa melihat kasus ini' }).waitFor();
      const first = page.locator('.viewers > li').first();
      await first.getByText('Di luar tim').waitFor();
      await keepPicture(page, 'viewers');
      expect(await accessFaults(page, `viewers ${size}`)).toEqual([]);
      await first.getByRole('link', { name: 'Lihat catatannya' }).click();
      await page.getByRole('button', { name: /Lestari Contoh · Hapus saringan/ }).waitFor();
      const row = page.locator('.audit-table tbody tr').first();
      await row.getByText('Ditolak', { exact: true }).waitFor();
      await row.getByRole('button').first().click();
      await keepPicture(page, 'trail-of-a-person');
      expect(await accessFaults(page, `trail ${size}`)).toEqual([]);
      await page.getByRole('button', { name: /Lestari Contoh · Hapus saringan/ }).click();
      await page.getByLabel('Membuka nama').click();
      await page.waitForURL(/jenis=revealed/);
      await page
        .getByText(/Membuka identitas|Tidak ada catatan/)
        .first()
        .waitFor();
      await keepPicture(page, 'trail-of-a-case');
      await page.goto(`${stage.address}/audit?kasus=${casePath.split('/').at(-1)}`);
      await page.getByRole('button', { name: 'Ekspor jejak kasus ini' }).click();
      const dialog = page.getByRole('dialog', { name: 'Ekspor jejak satu kasus' });
      await dialog.getByRole('button', { name: 'Buat dokumen' }).click();
      await dialog.getByText('Wajib diisi').waitFor();
      await dialog.getByLabel('Diminta pengadilan atau penyidik').check();
      await keepPicture(page, 'trail-export-reason');
      await dialog.getByRole('button', { name: 'Buat dokumen' }).click();
      const paper = page.getByRole('article', { name: 'Ekspor jejak satu kasus' });
      await paper.getByText('Membuka halaman kasus').first().waitFor();
      await keepPicture(page, 'trail-export');
      expect(await accessFaults(page, `trail export ${size}`)).toEqual([]);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Unduh berkas pemeriksaan' }).click();
      expect((await download).suggestedFilename()).toMatch(/^jejak-[0-9a-f]{8}[.]ndjson$/);
      await page.context().close();
    },
  );

  it.each<Size>(['desktop', 'phone'])(
    'from the overview to what was picked, and its end (%s)',
    async (size) => {
      const page = await stage.signIn(SUPERVISOR, size);
      await page.goto(`${stage.address}/ringkasan`);
      await page.getByRole('link', { name: 'Tinjau akses yang terpilih' }).first().click();
      await page.getByRole('heading', { level: 1, name: 'Tinjauan' }).waitFor();
      const rows = page.locator('.reviews > li');
      await rows.first().waitFor();
      await keepPicture(page, 'reviews');
      expect(await accessFaults(page, `reviews ${size}`)).toEqual([]);
      const before = await rows.count();
      await rows.first().getByRole('button', { name: 'Tinjau' }).click();
      const dialog = page.getByRole('dialog', { name: 'Tinjau akses' });
      await dialog.getByRole('button', { name: 'Simpan tinjauan' }).click();
      await dialog.getByText('Wajib diisi.').waitFor();
      await dialog.getByLabel('Wajar').check();
      await keepPicture(page, 'review-dialog');
      expect(await accessFaults(page, `review ${size}`)).toEqual([]);
      await dialog.getByRole('button', { name: 'Simpan tinjauan' }).click();
      await dialog.waitFor({ state: 'hidden' });
      await rows.nth(before - 1).waitFor({ state: 'detached' });
      await page.getByLabel('Selesai', { exact: true }).click();
      await page
        .getByText(/Ditinjau oleh Herlina Fiksi/)
        .first()
        .waitFor();
      await keepPicture(page, 'reviews-done');
      await page.context().close();
    },
  );

  it('the integrity officer sees what concerns the supervisor, and no case number', async () => {
    const page = await stage.signIn('integritas@inspektorat');
    await page.goto(`${stage.address}/tinjauan`);
    const row = page.locator('.reviews > li').filter({ hasText: 'Herlina Fiksi' });
    await row.getByRole('button', { name: 'Tinjau' }).waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/PBM-/);
    await keepPicture(page, 'reviews-integrity');
    await page.context().close();
  });

  it('the whole ledger leaves the house for a reason', async () => {
    const page = await stage.signIn('auditor@inspektorat', 'phone');
    // Why somebody can see a case, asked by the only name that an auditor has for it.
    const { items } = (
      await stage.api.as('auditor@inspektorat').get<{ items: { caseRef?: string }[] }>('/audit/entries')
    ).body;
    const ref = items.find(({ caseRef }) => caseRef)!.caseRef!;
    await page.goto(`${stage.address}/audit?rujukan-kasus=${ref}`);
    await page.getByRole('button', { name: 'Tanyakan tentang seseorang…' }).click();
    const herlina = page.getByRole('option', { name: /^Herlina Fiksi/ });
    await page.getByLabel(/^Tentang siapa/).selectOption(await herlina.getAttribute('value'));
    await page.getByText('Herlina Fiksi dapat melihat.').waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/PBM-/);
    await keepPicture(page, 'audit-sight');
    expect(await accessFaults(page, 'audit sight')).toEqual([]);
    await page.setViewportSize({ width: 1366, height: 768 });
    await keepPicture(page, 'audit-sight');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${stage.address}/audit/arti`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.getByRole('button', { name: /[Uu]nduh/ }).click();
    const dialog = page.getByRole('dialog', { name: 'Unduh seluruh buku catatan' });
    await dialog.getByLabel('Diperiksa di luar Simpul').check();
    await keepPicture(page, 'whole-ledger');
    expect(await accessFaults(page, 'whole ledger')).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog.getByRole('button', { name: /[Uu]nduh/ }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('ledger.ndjson');
    await dialog.waitFor({ state: 'hidden' });
    await keepPicture(page, 'audit-meaning');
    await page.context().close();
  });

  it('left no fault in any console', () => expect(stage.faults).toEqual([]));
});
