import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { projectRoot } from '#config';
import {
  freshDatabase,
  startApi,
  type FreshDatabase,
  type RunningApi,
} from '../../../../test/harness/index.js';
import { DemoBegun } from './demo-begun.js';
import { DEMO_STORIES } from './demo-stories.js';
import { playDemo } from './play-demo.js';

jest.setTimeout(120_000);

describe('the first cases of a demonstration', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  let folder: string;
  let door: Server;
  let doorway: string;
  let owner: pg.Client;
  /** So many acts pass; of the one after them the answer is lost, and then nobody answers any more. */
  let actsLeft = Number.POSITIVE_INFINITY;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'simpul-demo-'));
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    await api.app.listen(0, '127.0.0.1');
    const { port } = api.app.getHttpServer().address() as AddressInfo;
    door = createServer((asked, answer) => {
      const act = asked.headers['idempotency-key'] !== undefined;
      if (act && actsLeft < 0) return void asked.socket.destroy();
      if (act) actsLeft -= 1;
      const lost = actsLeft < 0;
      const { method, url: path, headers } = asked;
      asked.pipe(
        request({ host: '127.0.0.1', port, method, path, headers }, (got) => {
          if (lost) return void got.resume().on('end', () => asked.socket.destroy());
          answer.writeHead(got.statusCode!, got.headers);
          got.pipe(answer);
        }),
      );
    });
    await new Promise<void>((listening) => door.listen(0, '127.0.0.1', listening));
    doorway = `http://127.0.0.1:${(door.address() as AddressInfo).port}`;
    owner = new pg.Client(database.urls.admin);
    await owner.connect();
  });
  afterAll(async () => {
    await owner?.end();
    door?.close();
    await api?.close();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const count = async (table: string) =>
    (await owner.query<{ n: number }>(`select count(*)::int n from simpul.${table}`)).rows[0]!.n;
  const steps = DEMO_STORIES.flatMap((story) => story.steps);

  it('are each entered once, though the program was killed half-way and an answer was lost', async () => {
    const begun = new DemoBegun(folder);
    // What a kill leaves behind: the file is removed on every other way out.
    await begun.keys();
    await copyFile(join(folder, 'demo-begun'), join(folder, 'kept'));
    actsLeft = 20;
    await expect(playDemo(database.urls.owner, doorway, begun)).rejects.toThrow();
    await copyFile(join(folder, 'kept'), join(folder, 'demo-begun'));
    const half = await count('case_file');
    expect(half).toBeGreaterThan(0);

    actsLeft = Number.POSITIVE_INFINITY;
    await playDemo(database.urls.owner, doorway, begun);
    expect(await count('case_file')).toBe(DEMO_STORIES.length);
    expect(await count('referral')).toBe(steps.filter(({ act }) => act.kind === 'refer').length);
    expect(await count('lawful_basis')).toBe(steps.filter(({ act }) => act.kind === 'consent').length);
    expect(begun.isThere()).toBe(false);
  });

  it('have a roster: tonight somebody with a stand-in, and at any hour somebody to call', async () => {
    const { rows } = await owner.query<{ code: string; nights: number; tonight: number; fallback: boolean }>(
      `select g.code, count(*)::int as nights, exists (select 1 from simpul.duty_fallback f where f.agency_id = g.id) as fallback,
              count(*) filter (where s.starts_at < simpul.now() + interval '24 hours' and s.stand_in_account_id is not null)::int
                as tonight
         from simpul.duty_shift s join simpul.agency g on g.id = s.agency_id where s.ends_at > simpul.now() group by 1, g.id order by 1`,
    );
    expect(rows.map(({ code }) => code)).toEqual(['dinsos-rehab', 'polres-ppa', 'rsud-igd', 'uptd-ppa']);
    expect(rows.every(({ fallback }) => fallback)).toBe(true);
    for (const { code, tonight } of rows.filter((row) => row.code !== 'dinsos-rehab'))
      // Before eight in the morning the night that runs counts, and the next one.
      expect([code, tonight > 0]).toEqual([code, true]);
    expect(await count('absence')).toBe(1);
    const { body } = await api
      .as('petugas@dinkes')
      .get<{ items: { agencyCode: string; onDuty: object[] }[] }>('/duty-roster');
    const named = body.items.filter(({ onDuty }) => onDuty.length > 0).map(({ agencyCode }) => agencyCode);
    expect(named.sort()).toEqual(rows.map(({ code }) => code));
  });

  it.each(['konselor@uptd-ppa', 'pendamping@uptd-ppa', 'pendamping2@uptd-ppa'])(
    'leave %s something to do or to wait for',
    async (who) => {
      const { groups } = (await api.as(who).get<{ groups: { items: object[] }[] }>('/worklist')).body;
      expect(groups.flatMap(({ items }) => items).length).toBeGreaterThan(0);
    },
  );

  it('are not entered again', async () => {
    await playDemo(database.urls.owner, doorway, new DemoBegun(folder));
    expect(await count('case_file')).toBe(DEMO_STORIES.length);
  });

  it('leave a trail whose every fact has words on the screen, in both languages', async () => {
    const { rows } = await owner.query<{ fact: string }>(
      'select distinct jsonb_object_keys(facts) as fact from ledger.entry',
    );
    expect(rows.length).toBeGreaterThan(10);
    for (const language of ['id', 'en']) {
      const words = join(projectRoot(), `apps/web/src/words/case.${language}.json`);
      const known = JSON.parse(await readFile(words, 'utf8')) as Record<string, string>;
      expect(rows.filter(({ fact }) => !known[`fact.${fact}`])).toEqual([]);
    }
  });

  it('leave the clock running true', async () => {
    const { rows } = await owner.query<{ off: number }>(
      'select extract(epoch from simpul.now() - transaction_timestamp())::float8 as off',
    );
    expect(rows[0]!.off).toBe(0);
  });
});
