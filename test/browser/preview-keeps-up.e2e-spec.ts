import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { inBrowser, Stage, steps } from './stage.js';

const COUNSELOR = 'pendamping@uptd-ppa';

/** What stands in the preview is what would be sent now, however slow the line and however quick the hand. */
inBrowser('the preview keeps up', () => {
  let stage: Stage;
  let page: Page;
  const step = steps();

  beforeAll(async () => {
    stage = await Stage.open();
    const me = stage.api.as(COUNSELOR);
    const { caseId } = (
      await me.post<{ caseId: string }>('/reports', {
        channel: 'TELEPON',
        reporter: { kind: 'KORBAN' },
        clientSafeNow: 'YES',
        narrative: 'Cerita rekaan.',
        violenceTypes: ['PSIKIS'],
        contexts: ['KDRT'],
        victims: [{ name: 'Kinanti Rekaan', sex: 'P', ageYears: 30 }],
        reportedPersons: [{ sex: 'L', relation: 'SUAMI_ISTRI' }],
      })
    ).body;
    await me.post(`/cases/${caseId}/screenings`, { redFlags: [], risk: 'RENDAH' });
    page = await stage.signIn(COUNSELOR);
    await page.goto(`${stage.address}/kasus/${caseId}/rujuk`);
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
  });

  step('with a packet that was put together before the last words were saved', async () => {
    let saved: (() => void) | undefined;
    const wordsAreSaved = new Promise<void>((resolve) => (saved = resolve));
    page.on('response', (answer) => {
      if (answer.request().method() === 'PATCH' && answer.ok()) saved?.();
    });
    // The first packet is read from the server before the words are there, and arrives after they are.
    let first = true;
    await page.route('**/disclosure', async (route) => {
      if (!first) return route.continue();
      first = false;
      const early = await route.fetch();
      await wordsAreSaved;
      await page.waitForTimeout(300);
      await route.fulfill({ response: early }).catch(() => undefined);
    });
    await page.getByRole('combobox', { name: /lembaga/i }).selectOption({ label: 'Dinas Kesehatan' });
    await page.waitForRequest('**/disclosure');
    await page.getByLabel('Keluhan').fill('Sulit tidur.');
    await page.getByRole('complementary').getByText('Sulit tidur.').waitFor();
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  });

  step('and nothing that was typed in the last moment goes out unseen', async () => {
    await page.getByRole('button', { name: 'Klien setuju, lisan' }).click();
    await page.getByLabel(/^Saya sudah membacakan/).check({ force: true });
    await page.getByLabel('Keluhan').fill('Kinanti Rekaan sulit tidur.');
    await page.getByLabel(/^Ringkasan/).fill('Kinanti Rekaan takut pulang.');
    await page.getByRole('button', { name: 'Kirim ke Dinas Kesehatan' }).click();
    await page.getByRole('alert').filter({ hasText: /nama/i }).first().waitFor();
    expect(await page.getByRole('dialog', { name: 'Rujukan terkirim' }).count()).toBe(0);
    expect(stage.faults).toEqual([]);
  });
});
