import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { play } from '../journeys/story-player.js';
import { STORIES } from '../vignettes/stories.js';
import { CHROMIUM, keepPicture, Stage, type SIZES } from './stage.js';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Violation {
  id: string;
  nodes: { target: string[] }[];
}

/** Every screen of the journey, with cases in it, at three widths. */
(CHROMIUM ? describe : describe.skip)('every screen, for everybody', () => {
  let stage: Stage;
  let casePath: string;

  beforeAll(async () => {
    stage = await Stage.open();
    // A case with a sent and accepted referral, entered by the vignette's own steps at the vignette's own times.
    const story = STORIES.find(({ id }) => id === 'V03')!;
    const { caseId } = await play(stage.api, stage.database, story);
    casePath = `/kasus/${caseId}`;
  }, 120_000);
  afterAll(async () => {
    await stage?.close();
  });

  const screens: [name: string, who: string | null, path: () => string][] = [
    ['sign-in', null, () => '/masuk-akun'],
    ['work', 'pendamping@uptd-ppa', () => '/kerja'],
    ['cases', 'pendamping@uptd-ppa', () => '/kasus'],
    ['new-case', 'pendamping@uptd-ppa', () => '/kasus/baru'],
    ['case', 'pendamping@uptd-ppa', () => casePath],
    ['screening', 'pendamping@uptd-ppa', () => `${casePath}/asesmen`],
    ['refer', 'pendamping@uptd-ppa', () => `${casePath}/rujuk`],
    ['notices', 'pendamping@uptd-ppa', () => '/pemberitahuan'],
    ['inbox', 'petugas@lbh-contoh', () => '/berjalan'],
    ['overview', 'kepala@uptd-ppa', () => '/ringkasan'],
    ['deadlines', 'kepala@uptd-ppa', () => '/tenggat'],
    ['audit', 'kepala@uptd-ppa', () => '/audit'],
    ['planner', 'perencana@bappeda', () => '/beranda'],
  ];

  it.each(['desktop', 'phone', 'narrow'] as (keyof typeof SIZES)[])(
    'has no accessibility fault and no sideways scroll (%s)',
    async (size) => {
      const pages = new Map<string, Page>();
      const faults: string[] = [];
      for (const [name, who, path] of screens) {
        const page = pages.get(who ?? '') ?? (who ? await stage.signIn(who, size) : await stage.page(size));
        pages.set(who ?? '', page);
        await page.goto(stage.address + path());
        await page.getByRole('heading', { level: 1 }).waitFor();
        await page.waitForLoadState('networkidle').catch(() => undefined);
        await keepPicture(page, name);
        // In the page's own world: its content policy allows no script from elsewhere.
        await page.evaluate(AXE);
        const { violations } = (await page.evaluate(
          `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(STANDARDS)} } })`,
        )) as { violations: Violation[] };
        for (const { id, nodes } of violations)
          faults.push(`${name}: ${id} at ${nodes[0]?.target.join(' ')}`);
        const sideways = await page.evaluate(
          'document.documentElement.scrollWidth > document.documentElement.clientWidth + 1',
        );
        if (sideways) faults.push(`${name}: scrolls sideways`);
        if ((await page.getByRole('heading', { level: 1 }).count()) !== 1) faults.push(`${name}: not one h1`);
      }
      for (const page of pages.values()) await page.context().close();
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it('a failed save keeps what was typed, and takes the reader to what is wrong', async () => {
    const page = await stage.signIn('pendamping@uptd-ppa');
    await page.goto(`${stage.address}/kasus/baru`);
    await page.getByLabel(/^Ringkas kejadian/).fill('Cerita yang tidak boleh hilang.');
    await page.getByRole('button', { name: 'Buka kasus' }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await page.getByLabel(/^Ringkas kejadian/).inputValue()).toBe('Cerita yang tidak boleh hilang.');
    expect(
      await alert.evaluate((element) =>
        element.contains(
          (element as never as { ownerDocument: { activeElement: never } }).ownerDocument.activeElement,
        ),
      ),
    ).toBe(true);
    await page.context().close();
  });

  it('by keyboard alone: sign in, open the list, open a case', async () => {
    const page = await stage.page();
    await page.goto(`${stage.address}/masuk-akun`);
    await page.getByLabel('Surel').focus();
    await page.keyboard.type('pendamping@uptd-ppa.simpul.example');
    await page.keyboard.press('Tab');
    await page.keyboard.type('simpul-demo-prabumulih');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/kerja');
    const link = page
      .locator('main')
      .getByRole('link', { name: /Layanan|Catatan|Tindak|Konfirmasi/ })
      .first();
    await link.waitFor();
    for (
      let press = 0;
      press < 60 &&
      !(await link.evaluate(
        (element) =>
          element ===
          (element as never as { ownerDocument: { activeElement: unknown } }).ownerDocument.activeElement,
      ));
      press++
    )
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(?:kasus|rujukan)\//);
    await page.context().close();
  });

  it('a person without the right sees that plainly, and nothing of the case', async () => {
    const page = await stage.signIn('perencana@bappeda');
    await page.goto(stage.address + casePath);
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/PBM-\d{4}/);
    await page.context().close();
  });
});
