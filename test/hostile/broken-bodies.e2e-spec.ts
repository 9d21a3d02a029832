import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  freshDatabase,
  startApi,
  type FreshDatabase,
  type Method,
  type RunningApi,
} from '../harness/index.js';

type Paths = Record<string, Record<string, { requestBody?: unknown }>>;

const PEOPLE = ['pendamping@uptd-ppa', 'kepala@uptd-ppa', 'petugas@rsud-igd'];
const DEEP = '{"a":'.repeat(2_000) + '1' + '}'.repeat(2_000);
/** Deeper than a stack of ours, and still no large body. */
const DEEPER = '['.repeat(4_000) + ']'.repeat(4_000);
/** Bodies that no form of ours sends; raw text, as an attacker writes it. */
const BROKEN: Record<string, string> = {
  'broken JSON': '{"a":',
  nothing: '',
  null: 'null',
  'a list': '[]',
  'a number': '1e999',
  'a word': '"kata"',
  'an unknown field': '{"__proto__":{"role":"supervisor"},"constructor":1,"isAdmin":true}',
  depth: DEEP,
  'depth in a field': `{"reason":${DEEPER},"text":${DEEPER},"name":${DEEPER}}`,
  'a NUL byte': JSON.stringify({ name: 'a\u0000b', reason: 'a\u0000b', text: '\u0000', narrative: '\u0000' }),
  'half a character': '{"name":"\\ud800","reason":"\\udfff","text":"\\ud800","narrative":"\\ud800"}',
  'an impossible date':
    '{"at":"2026-02-30T25:61:00+07:00","on":"2026-13-45","dueAt":"besok","birthDate":"0000-00-00"}',
  'wrong types':
    '{"reason":{},"text":[],"name":7,"email":{"$ne":""},"password":[],"at":{},"toAgencyId":true,"victims":"x"}',
  'too much': JSON.stringify({ narrative: 'x'.repeat(300 * 1024) }),
};

describe('broken bodies at every door', () => {
  let database: FreshDatabase;
  let api: RunningApi;
  const doors: { method: Method; path: string; takesBody: boolean }[] = [];

  beforeAll(async () => {
    database = await freshDatabase({ seeded: true });
    api = await startApi(database);
    const { body } = await api.as(PEOPLE[0]!).get<{ paths: Paths }>('/openapi.json');
    for (const [path, acts] of Object.entries(body.paths))
      for (const [method, act] of Object.entries(acts))
        // A link's pages are for people without a program: they answer with a page.
        if (['post', 'put', 'patch'].includes(method) && !/\/sessions$|^\/api\/link/.test(path))
          doors.push({
            method: method.toUpperCase() as Method,
            takesBody: act.requestBody !== undefined,
            path: path.replace(/^\/api/, '').replaceAll(/\{[^}]+\}/g, '00000000-0000-4000-8000-000000000000'),
          });
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
  });

  it('knows the doors', () => expect(doors.length).toBeGreaterThan(30));

  it.each(Object.keys(BROKEN))(
    '%s is refused in the form of a problem, never with a fault of ours',
    async (what) => {
      const wrong: string[] = [];
      for (const person of PEOPLE)
        for (const { method, path, takesBody } of doors) {
          const answer = await api.as(person).send<{ code?: string }>(method, path, BROKEN[what], {
            'content-type': 'application/json',
            'idempotency-key': randomUUID(),
          });
          const said = `${person} ${method} ${path}: ${answer.status} ${answer.body?.code ?? 'no code'}`;
          // An act that takes no body may ignore one.
          if (!takesBody && [200, 201].includes(answer.status)) continue;
          if (answer.status < 400 || answer.status >= 500 || !answer.body?.code) wrong.push(said);
        }
      expect(wrong).toEqual([]);
    },
  );

  it('and nothing was written, not even half', async () => {
    const admin = new pg.Client(database.urls.admin);
    await admin.connect();
    const { rows } = await admin.query(
      `select (select count(*) from simpul.case_file)::int as cases, (select count(*) from simpul.report)::int as reports,
              (select count(*) from simpul.outbox)::int as messages`,
    );
    await admin.end();
    expect(rows).toEqual([{ cases: 0, reports: 0, messages: 0 }]);
  });
});
