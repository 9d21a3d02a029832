import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { describe, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { chromium, type Browser, type Cookie, type Locator, type Page, type Request } from 'playwright-core';
import { loadConfig, projectRoot } from '#config';
import { connected } from '../harness/cluster.js';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../harness/index.js';

const CHROMIUM = process.env.SIMPUL_CHROMIUM ?? '/usr/bin/chromium';
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** The keys of all that the pages can say: one that stands on a page alone has not found its words. */
const WORD_FILES = join(projectRoot(), 'apps', 'web', 'src', 'words');
const WORDS = new Set(
  readdirSync(WORD_FILES)
    .filter((name) => name.endsWith('id.json'))
    .flatMap((name) => Object.keys(JSON.parse(readFileSync(join(WORD_FILES, name), 'utf8')) as object)),
);
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** `narrow` is WCAG's reflow width: a desk screen at 400 %. */
const SIZES = {
  desktop: { viewport: { width: 1366, height: 768 } },
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
  narrow: { viewport: { width: 320, height: 700 } },
};
export type Size = keyof typeof SIZES;

/** A group of tests that needs a browser: left out where there is none, except on the build server, which must have one. */
export function inBrowser(name: string, tests: () => void): void {
  if (existsSync(CHROMIUM) || process.env.CI) describe(name, tests);
  else describe.skip(`${name} (no Chromium: SIMPUL_CHROMIUM names one)`, tests);
}

/** The whole product with its pages, its worker and a browser; everything real, on ports and a database of its own. */
export class Stage {
  /** What went wrong in any page: console errors, exceptions, telling titles, requests to other places. */
  readonly faults: string[] = [];
  /** Every address that any page asked for. */
  readonly addresses: string[] = [];
  /** Everybody sits at their own browser: signing in again is no news to them. */
  private readonly known = new Map<string, Cookie[]>();

  private constructor(
    readonly address: string,
    readonly database: FreshDatabase,
    /** The same API through its door, for what a test prepares. */
    readonly api: RunningApi,
    private readonly browser: Browser,
    readonly worker: INestApplicationContext,
    private readonly clock: { at?: string },
  ) {}

  /** The time stands still at `iso` for the database and the pages. Sessions of earlier hours are over by then. */
  async setClock(iso: string): Promise<void> {
    await this.database.setClock(iso);
    this.clock.at = iso;
  }

  /** `env`: what the API is told besides the database; `workerEnv`: what the worker is told. */
  static async open(
    env: Record<string, string> = {},
    workerEnv: Record<string, string> = {},
  ): Promise<Stage> {
    const database = await freshDatabase({ seeded: true });
    const api = await startApi(database, { ...env, SIMPUL_WEB_FOLDER: join(projectRoot(), 'dist', 'web') });
    await api.app.listen(Number(env.PORT ?? 0), '127.0.0.1');
    const address = (await api.app.getUrl()).replace('127.0.0.1', 'localhost');
    const clock: { at?: string } = {};
    // Pages take the time from the answers, the database is the clock of everything else: both must say the same.
    (api.app.getHttpServer() as Server).prependListener('request', (_request, response) => {
      if (clock.at) response.setHeader('Date', new Date(clock.at).toUTCString());
    });
    const { createWorker } = await import('../../apps/worker/src/create-worker.js');
    const worker = await createWorker(loadConfig({ ...database.env, ...workerEnv }));
    await worker.init();
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS, headless: true });
    return new Stage(address, database, api, browser, worker, clock);
  }

  /** Everybody's session is over, as after a quarter of an hour without a touch. */
  async endSessions(): Promise<void> {
    await connected(this.database.urls.admin, async (client) => {
      await client.query('update simpul.session set ended_at = simpul.now() where ended_at is null');
    });
  }

  /** Nobody has an account there any more: it answers by links. */
  async withoutAccounts(agencyCode: string): Promise<void> {
    await connected(this.database.urls.admin, async (client) => {
      await client.query('update simpul.account set active = false where agency_code = $1', [agencyCode]);
    });
  }

  /** The consent ends by itself so many seconds from now. */
  async endConsent(id: string, inSeconds: number): Promise<void> {
    await connected(this.database.urls.admin, async (client) => {
      await client.query(
        'update simpul.lawful_basis set expires_at = simpul.now() + make_interval(secs => $2) where id = $1',
        [id, inSeconds],
      );
    });
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.worker.close();
    await this.api.close();
    await this.database.drop();
  }

  /** A page of a person of their own (cookies apart), signed in and on their first screen. */
  async signIn(mailbox: string, size: Size = 'desktop', deviceZone?: string): Promise<Page> {
    const page = await this.page(size, deviceZone);
    await page.context().addCookies(this.known.get(mailbox) ?? []);
    await page.goto(`${this.address}/masuk-akun`);
    await page.getByLabel('Surel').fill(`${mailbox}.simpul.example`);
    await page.getByLabel('Kata sandi').fill('simpul-demo-prabumulih');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.waitForURL((url) => url.pathname !== '/masuk-akun');
    await page.getByRole('heading', { level: 1 }).waitFor();
    const cookies = await page.context().cookies();
    this.known.set(
      mailbox,
      cookies.filter(({ name }) => name.endsWith('-device')),
    );
    return page;
  }

  /** A page with nobody signed in, on a device that stands in a zone of its own. */
  async page(size: Size = 'desktop', deviceZone = 'Asia/Jakarta'): Promise<Page> {
    const context = await this.browser.newContext({
      ...SIZES[size],
      locale: 'id-ID',
      timezoneId: deviceZone,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    // A title stands in the history and in the list of windows. "Cuaca" is what the quick exit leaves behind.
    await page.addInitScript(`new MutationObserver(() => {
      if (document.title && !['Simpul', 'Cuaca'].includes(document.title)) console.error('title: ' + document.title);
    }).observe(document, { subtree: true, childList: true, characterData: true })`);
    page.on('pageerror', (error) => this.faults.push(`exception: ${error.message}`));
    page.on('console', (message) => {
      // The browser itself writes a line for every refusal: before signing in, and where a test asks for one.
      if (message.type() === 'error' && !/status of 4(?:01|03|04|10|22)/.test(message.text()))
        this.faults.push(`console: ${message.text()}`);
    });
    const open = new Set<Request>();
    asked.set(page, open);
    page.on('requestfinished', (request) => open.delete(request));
    page.on('requestfailed', (request) => open.delete(request));
    page.on('request', (request) => {
      // The open line for news never ends and is not waited for.
      if (request.resourceType() !== 'eventsource') open.add(request);
      this.addresses.push(request.url());
      if (!request.url().startsWith(this.address) && !request.url().startsWith('data:'))
        this.faults.push(`elsewhere: ${request.url()}`);
    });
    return page;
  }
}

/** What each page has asked for and not been answered yet. */
const asked = new WeakMap<Page, Set<Request>>();
const QUIET_MS = 150;

/** Waits until a page has all that it asked for and has asked for nothing more for a moment. */
export async function answered(page: Page): Promise<void> {
  const open = asked.get(page)!;
  const end = Date.now() + 10_000;
  for (let quietSince = Date.now(); Date.now() - quietSince < QUIET_MS; await page.waitForTimeout(25)) {
    if (open.size > 0) quietSince = Date.now();
    if (Date.now() > end)
      throw new Error(
        `${page.url()} still waits for ${[...open].map((request) => request.url()).join(', ')}`,
      );
  }
}

/** Keeps a picture for whoever reads the run; never committed. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = join(projectRoot(), 'test', 'artefacts');
  mkdirSync(folder, { recursive: true });
  const { width } = page.viewportSize()!;
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: false });
}

/** What axe finds on the page as it stands, plus a sideways scroll; empty when all is well. */
export async function accessFaults(page: Page, name: string): Promise<string[]> {
  // In the page's own world: its content policy allows no script from elsewhere.
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate(
    `axe.run(document, { runOnly: { type: 'tag', values: ${JSON.stringify(STANDARDS)} } })`,
  )) as { violations: { id: string; nodes: { target: string[] }[] }[] };
  const faults = violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes[0]?.target.join(' ')}`);
  const lines = ((await page.evaluate('document.body.innerText')) as string).split('\n');
  for (const line of lines) if (WORDS.has(line.trim())) faults.push(`${name}: no words for ${line.trim()}`);
  const cut = (await page.evaluate(
    `[...document.querySelectorAll('time')].filter((at) => at.clientWidth > 0 && at.scrollWidth > at.clientWidth + 1)
       .map((at) => at.textContent)`,
  )) as string[];
  for (const time of cut) faults.push(`${name}: runs out of its column: ${time}`);
  const sideways = await page.evaluate(
    'document.documentElement.scrollWidth > document.documentElement.clientWidth + 1',
  );
  return sideways ? [...faults, `${name}: scrolls sideways`] : faults;
}

/** Whether a finger or a pointer on "Keluar cepat" reaches it, whatever lies over the page. */
export function exitIsOnTop(page: Page): Promise<boolean> {
  return page.evaluate(`[...document.querySelectorAll('button.quick-exit')].some((button) => {
    const box = button.getBoundingClientRect();
    const top = box.width > 0 && document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return Boolean(top) && button.contains(top);
  })`);
}

/** The steps of one journey: after a step that failed there is nothing left to see in the next ones. */
export function steps(): (name: string, act: () => Promise<void>) => void {
  let broken = '';
  return (name, act) =>
    it(name, async () => {
      if (broken) throw new Error(`not tried: "${broken}" failed`);
      broken = name;
      await act();
      broken = '';
    });
}

/** Ticks a chip or a segment: a native control under its drawing. */
export async function choose(page: Page, label: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).check();
}

/** What a part of the page says, word for word, without regard to how wide it was drawn. */
export async function textOf(part: Locator): Promise<string> {
  return (await part.innerText()).replace(/\n+/g, '\n').trim();
}
