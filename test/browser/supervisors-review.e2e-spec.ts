import { afterAll, beforeAll, expect, it } from '@jest/globals';
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
    await stage.database.setClock(null);
    await stage.api.as('pendamping2@uptd-ppa').get(`/cases/${caseId}`);
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
      await page.getByLabel('Membuka nama').click({ force: true });
      await page.waitForURL(/jenis=revealed/);
      await page
        .getByText(/Membuka identitas|Tidak ada catatan/)
        .first()
        .waitFor();
      await keepPicture(page, 'trail-of-a-case');
      await page.context().close();
    },
  );

  it('left no fault in any console', () => expect(stage.faults).toEqual([]));
});
