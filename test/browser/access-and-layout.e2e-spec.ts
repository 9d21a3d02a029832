import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { play } from '../journeys/story-player.js';
import { STORIES } from '../vignettes/stories.js';
import { accessFaults, answered, inBrowser, keepPicture, Stage, type Size } from './stage.js';

const COUNSELOR = 'pendamping@uptd-ppa';
const SUPERVISOR = 'kepala@uptd-ppa';

/** Every screen of the journey, with a case in it, at three widths. */
inBrowser('every screen, for everybody', () => {
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
    ['work', COUNSELOR, () => '/kerja'],
    ['cases', COUNSELOR, () => '/kasus'],
    ['new-case', COUNSELOR, () => '/kasus/baru'],
    ['case', COUNSELOR, () => casePath],
    ['screening', COUNSELOR, () => `${casePath}/asesmen`],
    ['refer', COUNSELOR, () => `${casePath}/rujuk`],
    ['notices', COUNSELOR, () => '/pemberitahuan'],
    ['more', SUPERVISOR, () => '/lainnya'],
    ['not-found', COUNSELOR, () => '/kasus/00000000-0000-4000-8000-000000000000'],
    ['inbox', 'petugas@lbh-contoh', () => '/berjalan'],
    ['overview', SUPERVISOR, () => '/ringkasan'],
    ['deadlines', SUPERVISOR, () => '/tenggat'],
    ['audit', SUPERVISOR, () => '/audit'],
    ['audit-meaning', SUPERVISOR, () => '/audit/arti'],
    ['planner', 'perencana@bappeda', () => '/beranda'],
  ];

  it.each<Size>(['desktop', 'phone', 'narrow'])(
    'has no accessibility fault and no sideways scroll (%s)',
    async (size) => {
      const pages = new Map<string | null, Page>();
      const faults: string[] = [];
      for (const [name, who, path] of screens) {
        const page = pages.get(who) ?? (who ? await stage.signIn(who, size) : await stage.page(size));
        pages.set(who, page);
        await page.goto(stage.address + path());
        await drawn(page);
        await keepPicture(page, name);
        faults.push(...(await accessFaults(page, name)));
        if ((await page.getByRole('heading', { level: 1 }).count()) !== 1) faults.push(`${name}: not one h1`);
      }
      for (const page of pages.values()) await page.context().close();
      expect(faults).toEqual([]);
    },
    120_000,
  );

  it('what is not there stays not there while it is asked for again', async () => {
    const page = await stage.signIn(COUNSELOR);
    const missing = '/kasus/00000000-0000-4000-8000-000000000000';
    await page.goto(stage.address + missing);
    const heading = page.getByRole('heading', { level: 1, name: /tidak (ada|ditemukan)/i });
    await heading.waitFor();
    const askedAgain = page.waitForRequest(`**/api${missing.replace('kasus', 'cases')}`);
    await page.route('**/api/cases/00000000*', () => undefined);
    // The line of changes was cut and is back: every page asks anew.
    await page.context().setOffline(true);
    await page.context().setOffline(false);
    await askedAgain;
    await page.waitForTimeout(200);
    expect(await heading.count()).toBe(1);
    await page.context().close();
  });

  it('every time limit says who must act and by when', async () => {
    const silent: string[] = [];
    let seen = 0;
    for (const [who, paths] of [
      [COUNSELOR, ['/kerja', '/kasus', casePath]],
      ['petugas@lbh-contoh', ['/berjalan']],
      [SUPERVISOR, ['/ringkasan', '/tenggat', casePath]],
    ] as const) {
      const page = await stage.signIn(who);
      for (const path of paths) {
        await page.goto(stage.address + path);
        await drawn(page);
        // A chip with a clock, and whatever stands beside it in the same row.
        const rows = (await page.evaluate(`[...document.querySelectorAll('.status')]
          .filter((chip) => /^(sisa|lewat|terlambat) /.test(chip.innerText.trim()))
          .map((chip) => chip.closest('tr, li, .pane-title, .due-by').innerText.replace(/\\s+/g, ' '))`)) as string[];
        seen += rows.length;
        for (const row of rows)
          if (!/\d{1,2}\.\d{2}|\d{1,2} [A-Z][a-z]{2}/.test(row) || !/[A-Z][a-z]+.*[A-Z]/.test(row))
            silent.push(`${path}: ${row}`);
      }
      await page.context().close();
    }
    expect(seen).toBeGreaterThan(5);
    expect(silent).toEqual([]);
  });

  it('a save that the server refuses keeps what was typed, and takes the reader to what is wrong', async () => {
    const page = await stage.signIn(COUNSELOR);
    await page.goto(`${stage.address}/kasus/baru`);
    const choose = (label: string) => page.getByLabel(label, { exact: true }).check();
    await choose('Aman');
    await choose('Psikis');
    await choose('Perempuan');
    await choose('Jangan dihubungi');
    await page.getByLabel(/^Ringkas kejadian/).fill('Cerita yang tidak boleh hilang.');
    await page.getByLabel(/^Usia ?perkiraan/).fill('30');
    await page.getByLabel('Hubungan terlapor dengan klien').selectOption({ label: 'Tetangga' });
    // It cannot have happened after it was reported: the form does not know the city's clock, the server does.
    await page.getByLabel(/^Waktu kejadian/).fill('2099-01-01T10:00');
    await page.getByRole('button', { name: 'Buka kasus' }).click();

    const summary = page.getByRole('alert').filter({ has: page.getByRole('link') });
    const fault = summary.getByRole('link');
    await fault.waitFor();
    expect(await fault.count()).toBe(1);
    expect(await fault.innerText()).toMatch(/^Waktu kejadian: ./);
    expect(await summary.evaluate(hasFocus)).toBe(true);
    await keepPicture(page, 'new-case-refused');
    await fault.click();
    expect(await page.getByLabel(/^Waktu kejadian/).evaluate(hasFocus)).toBe(true);

    expect(await page.getByLabel(/^Ringkas kejadian/).inputValue()).toBe('Cerita yang tidak boleh hilang.');
    expect(await page.getByLabel(/^Usia ?perkiraan/).inputValue()).toBe('30');
    expect(await page.getByLabel('Perempuan', { exact: true }).isChecked()).toBe(true);
    await page.getByLabel(/^Waktu kejadian/).fill('');
    await page.getByRole('button', { name: 'Buka kasus' }).click();
    await page.waitForURL(/\/kasus\/[0-9a-f-]{36}$/);
    await page.context().close();
  });

  it('by keyboard alone: sign in, see the list, open the case', async () => {
    const page = await stage.page();
    await page.goto(`${stage.address}/masuk-akun`);
    await page.getByLabel('Surel').waitFor();
    // The first field has the focus by itself.
    await page.keyboard.type(`${COUNSELOR}.simpul.example`);
    await page.keyboard.press('Tab');
    await page.keyboard.type('simpul-demo-prabumulih');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/kerja');
    const link = page.locator(`main a[href^="${casePath}"]`).first();
    await link.waitFor();
    for (let press = 0; press < 60 && !(await link.evaluate(hasFocus)); press++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === casePath);
    await page.getByRole('heading', { level: 1, name: /^PBM-/ }).waitFor();
    await page.context().close();
  });

  it('a person without the right sees that plainly, and nothing of the case', async () => {
    const page = await stage.signIn('perencana@bappeda');
    await page.goto(stage.address + casePath);
    await page.getByText(/bukan untuk peran Anda|tidak punya akses/).waitFor();
    expect(await page.locator('body').innerText()).not.toMatch(/PBM-\d{4}/);
    await page.context().close();
  });

  it('and none of it made an error, a telling title or a request to elsewhere', () => {
    expect(stage.faults).toEqual([]);
  });
});

/** Waits until a screen shows what it asked for. */
async function drawn(page: Page): Promise<void> {
  // Asked in the page, at each of its frames: a locator that waits looks only twice a second.
  await page.evaluate(`new Promise((drawn) => {
    const look = () =>
      document.querySelector('h1') && !document.querySelector('.skeleton, [aria-busy=true]')
        ? drawn()
        : requestAnimationFrame(look);
    look();
  })`);
  await answered(page);
}

/** Runs in the page: whether the focus is on the element or in it. */
function hasFocus(element: unknown): boolean {
  const node = element as { ownerDocument: { activeElement: unknown }; contains(other: unknown): boolean };
  return node.contains(node.ownerDocument.activeElement);
}
