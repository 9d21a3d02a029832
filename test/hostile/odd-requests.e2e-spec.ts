import { done, ReferralStage, type Answer, type Method } from '#harness';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COLUMNS, ROWS, type RouteRow } from '../access/who-may-call-what.js';
import { fingerprints } from './fingerprints.js';

interface Problem {
  code?: string;
}
interface Described {
  paths: Record<string, Record<string, { parameters?: { in: string; name: string }[] }>>;
}

const UUID = '00000000-0000-4000-8000-000000000000';
const changing = ROWS.filter(({ method }) => method === 'POST' || method === 'PATCH');
const withId = ROWS.filter(({ path, method }) => path.includes('{') && method !== 'DELETE');
const personFor = (row: RouteRow): string => COLUMNS[[...row.allowed][0]!];

/** Requests that are odd before anybody looks at a field: media types, ids in the path, query strings, keys. */
describe('odd requests', () => {
  let stage: ReferralStage;
  let before: Record<string, string>;

  beforeAll(async () => {
    stage = await ReferralStage.open();
    await stage.sent();
    before = await fingerprints(stage.admin);
  });
  afterAll(() => stage?.close());

  const faultsOf = (answer: Answer<Problem>, expected: readonly number[]): string[] => {
    const problem = String(answer.headers['content-type']).startsWith('application/problem+json');
    return expected.includes(answer.status) && problem && answer.body.code
      ? []
      : [`${answer.status} ${answer.body?.code}`];
  };

  it.each([
    ['text/plain', '{"text":"x"}'],
    ['application/x-www-form-urlencoded', 'text=x'],
    [
      'multipart/form-data; boundary=x',
      '--x\r\ncontent-disposition: form-data; name="text"\r\n\r\nx\r\n--x--',
    ],
    ['application/json\ta', '{"text":"x"}'],
    ['application/jsonp', '{"text":"x"}'],
    ['application/json, text/plain', '{"text":"x"}'],
    ['text/json', '{"text":"x"}'],
    ['application/xml', '<text>x</text>'],
    ['', '{"text":"x"}'],
  ])('a body that says it is %j is not read', async (mediaType, body) => {
    const wrong: string[] = [];
    for (const row of changing) {
      const path = row.path.replaceAll(/\{\w+\}/g, UUID);
      const answer = await stage.api
        .as(personFor(row))
        .send<Problem>(row.method, path, body, { 'content-type': mediaType });
      for (const fault of faultsOf(answer, [400, 415])) wrong.push(`${row.method} ${row.path}: ${fault}`);
    }
    expect(wrong).toEqual([]);
  });

  it.each([
    'x',
    '1',
    'undefined',
    'null',
    "'%20or%201=1--",
    '%00',
    `${UUID}%00`,
    `${UUID}x`,
    `${UUID}%20`,
    `{${UUID}}`,
    UUID.replaceAll('-', ''),
    '%ED%A0%80',
    '%ZZ',
    '..%2f..%2fcases',
    'a'.repeat(500),
  ])('an id that is none: %s', async (id) => {
    const wrong: string[] = [];
    for (const row of withId) {
      const path = row.path.replaceAll(/\{\w+\}/g, id);
      const answer = await stage.api
        .as(personFor(row))
        .send<Problem>(row.method, path, row.method === 'GET' ? undefined : {});
      for (const fault of faultsOf(answer, [400, 404])) wrong.push(`${row.method} ${row.path}: ${fault}`);
    }
    expect(wrong).toEqual([]);
  });

  it('no query string is a fault of ours, and none shows more than it may', async () => {
    const { paths } = done(await stage.api.nobody.get<Described>('/openapi.json'));
    const wrong: string[] = [];
    const values = [
      ...[
        '',
        'x',
        '-1',
        '1e999',
        'NaN',
        'undefined',
        'null',
        'true',
        '%00',
        'a%00b',
        '%ED%A0%80',
        '%ZZ',
        '%',
        "'",
      ],
      ...[
        "'%20or%20'1'='1",
        '%27%3B%20drop%20table%20x--',
        '%25',
        '_',
        '%5C',
        'a'.repeat(10_000),
        '%F0%9F%92%A9',
      ],
      ...[
        '2026-02-31T00:00:00Z',
        '0000-01-01T00:00:00Z',
        '9999-12-31T23:59:59Z',
        UUID,
        btoa('{"id":1}'),
        btoa('null'),
      ],
      ...[
        btoa(JSON.stringify(['x', 'y'])),
        btoa(`${'9'.repeat(30)}|${UUID}`),
        '99999999999999999999',
        '[object%20Object]',
      ],
    ];
    for (const row of ROWS.filter(({ method, path }) => method === 'GET' && path !== '/events')) {
      const parameters = paths[`/api${row.path}`]!.get!.parameters ?? [];
      const names = parameters.filter((one) => one.in === 'query').map(({ name }) => name);
      const path = row.path.replaceAll(/\{\w+\}/g, UUID);
      const queries = [
        ...names.flatMap((name) => values.map((value) => `${name}=${value}`)),
        ...names.flatMap((name) => [
          `${name}=a&${name}=b`,
          `${name}[]=a`,
          `${name}[$ne]=a`,
          `${name}[a][b]=c`,
          name,
        ]),
        ...[
          '__proto__[admin]=1',
          'constructor=x',
          'toString=x',
          '&&&==',
          '?',
          'limit=1000000',
          'order=id;drop',
        ],
      ];
      for (const query of queries) {
        const answer = await stage.api.as(personFor(row)).send<Problem>('GET', `${path}?${query}`);
        if (answer.status < 400) continue;
        for (const fault of faultsOf(answer, [400, 404, 422]))
          wrong.push(`${row.path}?${query.slice(0, 60)}: ${fault}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('an Idempotency-Key that is no UUID is refused by name', async () => {
    for (const key of ['x', '1', `${UUID}x`, UUID.replaceAll('-', ''), 'a'.repeat(5_000)]) {
      const answer = await stage.sender.send<Problem>(
        'POST',
        `/cases/${UUID}/notes`,
        { text: 'x' },
        {
          'idempotency-key': key,
        },
      );
      expect([key.slice(0, 40), answer.status, answer.body.code]).toEqual([
        key.slice(0, 40),
        400,
        'idempotency.malformed',
      ]);
    }
  });

  it('methods that a path does not have, and methods that HTTP does not have', async () => {
    const wrong: string[] = [];
    for (const { path, allowed } of ROWS)
      for (const method of ['PUT', 'OPTIONS', 'DELETE', 'PATCH'] as Method[]) {
        if (ROWS.some((row) => row.path === path && row.method === method)) continue;
        const who = COLUMNS[[...allowed][0]!];
        const answer = await stage.api.as(who).send<Problem>(method, path.replaceAll(/\{\w+\}/g, UUID));
        for (const fault of faultsOf(answer, [400, 404])) wrong.push(`${method} ${path}: ${fault}`);
      }
    expect(wrong).toEqual([]);
  });

  it('and all this wrote nothing', async () => {
    expect(await fingerprints(stage.admin)).toEqual(before);
  });
});
