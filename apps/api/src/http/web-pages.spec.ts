import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { projectRoot } from '#config';
import { serveWebPages } from './web-pages.js';

const script = join(projectRoot(), 'apps', 'launch', 'swap-in-pages.mjs'); // plain JavaScript, without types
const { swapInPages } = (await import(script)) as {
  swapInPages: (from: string, into: string, now?: number) => void;
};
const BESIDE_THE_PAGE = (await readdir(join(projectRoot(), 'apps/web/public'))).sort();
const DAY = 24 * 3_600_000;

describe('pages that are built anew while they are served', () => {
  let folder: string;
  let server: FastifyInstance;
  const served = () => join(folder, 'web');
  const status = async (url: string) => (await server.inject({ url })).statusCode;

  async function build(name: string, now?: number): Promise<void> {
    const next = join(folder, `next-${name}`);
    await mkdir(join(next, 'assets'), { recursive: true });
    await writeFile(join(next, 'assets', `index-${name}.js`), name);
    await writeFile(join(next, 'assets', 'same-hash.js'), 'same');
    for (const name of BESIDE_THE_PAGE) await writeFile(join(next, name), name);
    await writeFile(join(next, 'index.html'), `/assets/index-${name}.js`);
    swapInPages(next, served(), now);
  }

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'simpul-pages-'));
    await build('one');
    server = fastify();
    await serveWebPages(server, served());
  });
  afterEach(async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('keep answering what an open page asks for, and what the new one does', async () => {
    await build('two');
    for (const url of [
      '/',
      ...BESIDE_THE_PAGE.map((name) => `/${name}`),
      '/assets/index-one.js',
      '/assets/same-hash.js',
      '/assets/index-two.js',
    ])
      expect([url, await status(url)]).toEqual([url, 200]);
  });

  it('can be put on a home screen, with a picture for each telephone', async () => {
    const folderOfPages = join(projectRoot(), 'apps/web/public');
    const page = await readFile(join(projectRoot(), 'apps/web/index.html'), 'utf8');
    const [, manifest] = /rel="manifest" href="\/([^"]+)"/.exec(page)!;
    const { start_url, icons } = JSON.parse(await readFile(join(folderOfPages, manifest!), 'utf8')) as {
      start_url: string;
      icons: { src: string; sizes: string }[];
    };
    expect(start_url).toBe('/');
    expect(icons.map(({ sizes }) => sizes)).toEqual(['192x192', '512x512', '512x512']);
    for (const { src, sizes } of icons) {
      const picture = await readFile(join(folderOfPages, src));
      expect(`${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`).toBe(sizes); // PNG, IHDR
    }
  });

  it('are the new ones after the next start', async () => {
    await build('two');
    const next = fastify();
    await serveWebPages(next, served());
    expect((await next.inject({ url: '/' })).body).toBe('/assets/index-two.js');
    await next.close();
  });

  it('are forgotten a week after they were replaced, and no sooner', async () => {
    const at = Date.now() + 30 * DAY; // however long they had been the current ones
    await build('two', at);
    await build('three', at + 6 * DAY);
    expect(await readdir(join(served(), 'assets'))).toContain('index-one.js');
    await build('four', at + 8 * DAY);
    expect((await readdir(join(served(), 'assets'))).sort()).toEqual([
      'index-four.js',
      'index-three.js',
      'index-two.js',
      'same-hash.js',
    ]);
  });
});
