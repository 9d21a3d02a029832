import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { loadConfig, projectRoot } from '#config';
import type { INestApplicationContext } from '@nestjs/common';
import { freshDatabase, startApi, type FreshDatabase, type RunningApi } from '../harness/index.js';

export const CHROMIUM = process.env.SIMPUL_CHROMIUM;
export const SIZES = {
  desktop: { width: 1366, height: 768 },
  phone: { width: 390, height: 844 },
  narrow: { width: 320, height: 700 },
} as const;

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

/** The whole product with its pages, its worker and a browser; everything real, on ports and a database of its own. */
export class Stage {
  private constructor(
    readonly address: string,
    readonly database: FreshDatabase,
    /** The same API through its door, for what a test prepares. */
    readonly api: RunningApi,
    private readonly browser: Browser,
    private readonly worker: INestApplicationContext,
  ) {}

  /** What went wrong in any page: console errors, exceptions, requests to other places. Empty when all is well. */
  readonly faults: string[] = [];
  /** Every address that any page asked for. */
  readonly addresses: string[] = [];

  static async open(): Promise<Stage> {
    const database = await freshDatabase({ seeded: true });
    const api = await startApi(database, { SIMPUL_WEB_FOLDER: join(projectRoot(), 'dist', 'web') });
    await api.app.listen(0, '127.0.0.1');
    const address = (await api.app.getUrl()).replace('127.0.0.1', 'localhost');
    const { createWorker } = await import('../../apps/worker/src/create-worker.js');
    const worker = await createWorker(loadConfig(database.env));
    await worker.init();
    const browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS, headless: true });
    return new Stage(address, database, api, browser, worker);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.worker.close();
    await this.api.close();
    await this.database.drop();
  }

  /** A page of a person of their own (cookies apart), signed in and on their first screen. */
  async signIn(mailbox: string, size: keyof typeof SIZES = 'desktop'): Promise<Page> {
    const page = await this.page(size);
    await page.goto(`${this.address}/masuk-akun`);
    await page.getByLabel('Surel').fill(`${mailbox}.simpul.example`);
    await page.getByLabel('Kata sandi').fill('simpul-demo-prabumulih');
    await page.getByRole('button', { name: 'Masuk' }).click();
    await page.waitForURL((url) => url.pathname !== '/masuk-akun');
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }

  /** A page with nobody signed in. */
  async page(size: keyof typeof SIZES = 'desktop'): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: SIZES[size],
      locale: 'id-ID',
      timezoneId: 'Asia/Jakarta',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(10_000);
    page.on('pageerror', (error) => this.faults.push(`exception: ${error.message}`));
    page.on('console', (message) => {
      // Asking who is signed in is a 401 before signing in; the browser writes that line by itself.
      if (message.type() === 'error' && !/401 \(Unauthorized\)/.test(message.text()))
        this.faults.push(`console: ${message.text()}`);
    });
    page.on('request', (request) => {
      this.addresses.push(request.url());
      if (!request.url().startsWith(this.address) && !request.url().startsWith('data:'))
        this.faults.push(`elsewhere: ${request.url()}`);
    });
    return page;
  }
}

/** Keeps a picture for whoever reads the run; never committed. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = join(projectRoot(), 'test', 'artefacts');
  mkdirSync(folder, { recursive: true });
  const { width } = page.viewportSize()!;
  await page.screenshot({ path: join(folder, `${name}-${width}.png`), fullPage: false });
}
