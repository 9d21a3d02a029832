import { randomUUID } from 'node:crypto';
import { POLICY } from '#access';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  freshDatabase,
  startApi,
  type FreshDatabase,
  type Method,
  type RunningApi,
} from '../harness/index.js';
import { addMachineClient } from './machine-client.js';
import { COLUMNS, OPEN, ROWS, type Column, type RouteRow } from './who-may-call-what.js';

const PEOPLE = Object.entries(COLUMNS) as [Column, string][];
const CHANGES = new Set(['POST', 'PATCH']);

/** `GET /cases/{id}`, for every route that Fastify really has; HEAD is the framework's shadow of GET. */
function liveRoutes(api: RunningApi): string[] {
  const tree = api.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
  const parents: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const found = /^([│ ]*)[├└]── (\S+)(?: \(([^)]+)\))?/.exec(line);
    if (!found) return [];
    const depth = found[1]!.length / 4;
    parents.length = depth;
    parents[depth] = `${depth > 0 ? parents[depth - 1] : ''}${found[2]}`;
    const path = parents[depth].replace(/^\/api/, '').replaceAll(/:(\w+)/g, '{$1}');
    const methods = found[3]?.split(', ').filter((method) => method !== 'HEAD') ?? [];
    return methods.map((method) => `${method} ${path}`);
  });
}

const named = (row: RouteRow): string => `${row.method} ${row.path}`;
const withIds = (path: string): string => path.replaceAll(/\{\w+\}/g, () => randomUUID());
const sorted = (names: Iterable<string>): string[] => [...names].sort();

describe('every route by every role', () => {
  let database: FreshDatabase;
  let api: RunningApi;

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    await addMachineClient(database);
    api = await startApi(database);
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  /** The stream of changes never ends by itself: its head is enough, then the line is cut. */
  const statusOf = async (mailbox: string, row: RouteRow, method: Method = row.method): Promise<number> => {
    const send = (cookie?: string) =>
      api.app.inject({
        method: method as 'GET',
        url: `/api${withIds(row.path)}`,
        headers: {
          ...(CHANGES.has(method) && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
          ...(cookie && { cookie }),
        },
        ...(CHANGES.has(method) && { payload: '{}' }),
        payloadAsStream: true,
      });
    const answer = await send(await cookieOf(mailbox));
    answer.stream().destroy();
    return answer.statusCode;
  };

  const cookies = new Map<string, string>();
  const cookieOf = async (mailbox: string): Promise<string> => {
    if (!cookies.has(mailbox)) {
      const { DEMO_PASSWORD: password } = await import('../../apps/launch/src/demo-accounts.js');
      const answer = await api.nobody.post('/sessions', { email: `${mailbox}.simpul.example`, password });
      cookies.set(mailbox, String(answer.headers['set-cookie']).split(';')[0]!);
    }
    return cookies.get(mailbox)!;
  };

  it('the live routes, their description and the reviewed table are the same', async () => {
    const written = sorted([...ROWS.map(named), ...OPEN]);
    const live = sorted(liveRoutes(api));
    expect(live).toEqual(written);
    const { body } = await api.nobody.get<{ paths: Record<string, Record<string, unknown>> }>(
      '/openapi.json',
    );
    const described = Object.entries(body.paths).flatMap(([path, acts]) =>
      Object.keys(acts).map((method) => `${method.toUpperCase()} ${path.replace(/^\/api/, '')}`),
    );
    expect(sorted([...described, 'GET /openapi.json'])).toEqual(written);
    expect(new Set(written).size).toBe(written.length);
  });

  it('and with a route more than the table has, the API does not start', async () => {
    const routes = POLICY.routes as (typeof POLICY.routes)[number][];
    const unwritten = routes.pop()!;
    await expect(startApi(database).then((started) => started.close())).rejects.toThrow(
      `${unwritten.route} answers and is not in the policy`,
    );
    routes.push(unwritten);
  });

  it('asks everybody who they are, under every spelling of the path', async () => {
    const wrong: string[] = [];
    for (const row of ROWS) {
      const path = withIds(row.path);
      const first = path.split('/')[1]!;
      const spellings: [Method, string, number[]][] = [
        [row.method, path, [401]],
        [row.method, `${path}/`, [401, 404]],
        [
          row.method,
          path.replace(first, `%${first.charCodeAt(0).toString(16)}${first.slice(1)}`),
          [401, 404],
        ],
        [row.method, path.replace(first, first.toUpperCase()), [401, 404]],
        [row.method, `/${path}`, [401, 404]],
        [row.method, `${path}?actor=x&role=supervisor`, [401]],
        [row.method, `${path};x=1`, [401, 404]],
        ...(row.method === 'GET' ? [['HEAD', path, [401]] as [Method, string, number[]]] : []),
        ['OPTIONS', path, [404]],
      ];
      for (const [method, spelling, expected] of spellings) {
        const answer = await api.nobody.send(method, spelling, CHANGES.has(method) ? {} : undefined);
        if (!expected.includes(answer.status)) wrong.push(`${method} ${spelling}: ${answer.status}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(PEOPLE)(
    '%s (%s): 403 exactly where the table says so, and each 403 is in the ledger',
    async (column, who) => {
      const { body: me } = await api.as(who).get<{ account: { id: string } }>('/sessions/current');
      const wrong: string[] = [];
      let denials = 0;
      const signingOutLast = [...ROWS].sort(
        (a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'),
      );
      for (const row of signingOutLast)
        for (const method of row.method === 'GET' ? (['GET', 'HEAD'] as const) : [row.method]) {
          const status = await statusOf(who, row, method);
          const allowed = row.allowed.has(column);
          if (!allowed) denials += 1;
          const asWritten = allowed ? status < 500 && status !== 401 && status !== 403 : status === 403;
          if (!asWritten) wrong.push(`${method} ${row.path}: ${status}`);
        }
      expect(wrong).toEqual([]);
      // A thing that is not there, or not theirs, is denied too, under another code and behind the guard.
      const byTheGuard = (await allDenials(me.account.id)).filter(
        (entry) => entry.facts.code === 'forbidden',
      );
      expect(byTheGuard.length).toBe(denials);
    },
  );

  interface Entry {
    facts: { code?: string };
  }
  const allDenials = async (actorId: string): Promise<Entry[]> => {
    const found: Entry[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: Entry[]; next: string | null } = (
        await api
          .as('auditor@inspektorat')
          .get<{ items: Entry[]; next: string | null }>(
            `/audit/entries?decision=denied&actorId=${actorId}${cursor && `&cursor=${cursor}`}`,
          )
      ).body;
      found.push(...page.items);
      cursor = page.next;
    }
    return found;
  };
});
