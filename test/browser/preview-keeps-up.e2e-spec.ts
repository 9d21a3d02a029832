import { afterAll, beforeAll, expect } from '@jest/globals';
import type { Page } from 'playwright-core';
import { inBrowser, Stage, steps } from './stage.js';

const COUNSELOR = 'pendamping@uptd-ppa';

/** What stands in the preview is what would be sent now, however slow the line and however quick the hand. */
inBrowser('the preview keeps up', () => {
  let stage: Stage;
  let page: Page;
  let caseId: string;
  const step = steps();

  beforeAll(async () => {
    stage = await Stage.open();
    const me = stage.api.as(COUNSELOR);
    ({ caseId } = (
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
    ).body);
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
    await page.getByLabel(/^Saya sudah membacakan/).check();
    await page.getByLabel('Keluhan').fill('Kinanti Rekaan sulit tidur.');
    await page.getByLabel(/^Ringkasan/).fill('Kinanti Rekaan takut pulang.');
    await page.getByRole('button', { name: 'Kirim ke Dinas Kesehatan' }).click();
    await page.getByRole('alert').filter({ hasText: /nama/i }).first().waitFor();
    expect(await page.getByRole('dialog', { name: 'Rujukan terkirim' }).count()).toBe(0);
    expect(stage.faults).toEqual([]);
  });

  step('a receiver’s open page closes when consent is taken back, with every way back to it', async () => {
    const me = stage.api.as(COUNSELOR);
    const { items } = (await me.get<{ items: { id: string; code: string }[] }>('/agencies')).body;
    const toAgencyId = items.find(({ code }) => code === 'dinkes')!.id;
    const draft = { toAgencyId, serviceCode: 'KESEHATAN', urgency: 'BIASA', request: 'Obat tidur REKAAN.' };
    const { id } = (await me.post<{ id: string }>(`/cases/${caseId}/referrals`, draft)).body;
    expect((await me.post(`/referrals/${id}/sending`)).status).toBe(200);
    const theirs = await stage.signIn('petugas@dinkes');
    const heard = theirs.waitForResponse((answer) => answer.url().endsWith('/api/events'));
    await theirs.goto(`${stage.address}/rujukan/${id}`);
    await theirs.getByText('Obat tidur REKAAN.').first().waitFor();
    await heard;

    const { bases } = (await me.get<{ bases: { id: string; state: string }[] }>(`/cases/${caseId}`)).body;
    const basis = bases.find(({ state }) => state === 'given')!;
    expect((await me.post(`/consents/${basis.id}/withdrawal`, {})).status).toBe(200);
    await theirs.getByText(/Dasar berbagi data sudah berakhir/).waitFor();
    const gone = async (): Promise<void> => {
      await theirs.getByText(/Dasar berbagi data sudah berakhir/).waitFor();
      expect(await theirs.getByText('Obat tidur REKAAN.').count()).toBe(0);
    };
    await gone();
    await theirs.reload();
    await gone();
    // The browser's own memory of the page, by its back button.
    await theirs.goto(`${stage.address}/masuk`);
    await theirs.getByRole('heading', { level: 1 }).waitFor();
    await theirs.goBack();
    await gone();
    const letter = await me.get<{ code: string }>(`/referrals/${id}/letter`);
    expect(letter.body.code).toBe('referral.letter.closed');
    const link = await me.post<{ code: string }>(`/referrals/${id}/link`, {});
    expect(link.status).toBeGreaterThanOrEqual(400);
    expect(stage.faults).toEqual([]);
  });
});
