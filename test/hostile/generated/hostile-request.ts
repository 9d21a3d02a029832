import type { Method } from '#harness';
import { changed, places } from '../wrong-values.js';
import type { Random } from './random.js';
import { strangeValue, strangeWord } from './values.js';

export interface HostileRequest {
  /** What was done to it, for whoever reads a failure. */
  what: string;
  method: Method;
  path: string;
  headers: Record<string, string>;
  payload?: string | Buffer;
}

/** What an attacker with an account can know: the routes and their forms (they are described openly), and ids of others. */
export interface Target {
  routes: readonly TargetRoute[];
  /** Those of them that this role may call: behind the first door. */
  open: readonly TargetRoute[];
  /** Per route a body that its form could send. */
  bodies: Readonly<Record<string, object>>;
  /** Per name of a thing in a path (`cases`): ids of such things, own and others'. */
  things: Readonly<Record<string, readonly string[]>>;
  /** All of them, and some of nothing. */
  ids: readonly string[];
  /** Keys under which something was sent before. */
  keys: string[];
}

export interface TargetRoute {
  method: Method;
  path: string;
  /** Names of its query words. */
  queries: readonly string[];
}

type Change = (random: Random, request: HostileRequest, target: Target) => void;

/** A right request, then one to three things wrong with it. */
export function hostileRequest(random: Random, target: Target): HostileRequest {
  const route = random.of(random.chance(0.6) ? target.open : target.routes);
  const request: HostileRequest = {
    what: '',
    method: route.method,
    path: route.path.replaceAll(/\{(\w+)\}/g, () => fitting(random, target, route.path)),
    headers: { 'user-agent': 'hostile' },
  };
  const body = target.bodies[`${route.method} ${route.path}`];
  if (route.method === 'POST' || route.method === 'PATCH') {
    request.headers['content-type'] = 'application/json';
    request.payload = JSON.stringify(body ?? {});
  }
  const bodied = body && Object.keys(body).length > 0;
  const possible = [
    ...CHANGES.filter(([weight, name]) => weight > 0 && (name !== 'query' || route.method === 'GET')),
    ...(bodied ? BODY_CHANGES : []),
  ];
  for (let left = 1 + random.below(3); left > 0; left--) {
    const [name, change] = random.weighed(possible.map(([weight, ...rest]) => [weight, rest] as const));
    if (name === 'query') query(random, request, route.queries, target);
    else change(random, request, target);
    request.what += `${request.what && ', '}${name}`;
  }
  return request;
}

const fitting = (random: Random, target: Target, path: string): string => {
  const things = target.things[path.split('/')[1]!] ?? target.ids;
  return random.chance(0.8) ? random.of(things) : random.of(target.ids);
};

function query(random: Random, request: HostileRequest, known: readonly string[], { ids }: Target): void {
  const names = [
    ...known,
    ...known,
    'limit',
    'order',
    '__proto__[admin]',
    'constructor',
    'toString',
    '',
    '$where',
  ];
  const pairs = Array.from({ length: 1 + random.below(3) }, () => {
    const name = random.of(names);
    const word = strangeWord(random, ids);
    return random.of([
      `${name}=${word}`,
      `${name}=${word}`,
      `${name}=${word}&${name}=${strangeWord(random, ids)}`,
      `${name}[]=${word}`,
      `${name}[$ne]=${word}`,
      name,
    ]);
  });
  request.path += `${request.path.includes('?') ? '&' : '?'}${pairs.join('&')}`;
}

const CHANGES: readonly [weight: number, name: string, change: Change][] = [
  [6, 'query', () => undefined],
  [
    3,
    'method',
    (random, request) =>
      (request.method = random.of(['GET', 'POST', 'PATCH', 'DELETE', 'PUT', 'HEAD', 'OPTIONS'])),
  ],
  [
    5,
    'another id',
    (random, request, { ids }) => {
      request.path = request.path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, () => random.of(ids));
    },
  ],
  [
    3,
    'no id',
    (random, request, { ids }) => {
      request.path = request.path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, () =>
        strangeWord(random, ids).replaceAll(/[?#]/g, ''),
      );
    },
  ],
  [
    2,
    'spelling',
    (random, request) => {
      const { path } = request;
      request.path = random.of([
        `${path}/`,
        `/${path}`,
        path.toUpperCase(),
        `${path}%2f`,
        `/..${path}`,
        `${path}#x`,
        `${path};a=b`,
      ]);
    },
  ],
  [
    3,
    'media type',
    (random, request) => {
      request.headers['content-type'] = random.of([
        ...['text/plain', 'application/json\ta', 'application/json; charset=utf-7', 'application/jsonp', ''],
        ...[
          'multipart/form-data; boundary=x',
          'application/x-www-form-urlencoded',
          'application/json, text/plain',
        ],
      ]);
    },
  ],
  [
    2,
    'cookie',
    (random, request, { ids }) => {
      request.headers.cookie = random.of([
        ...['simpul=', 'simpul=%', '=', ';;;', '__Host-simpul=x; __Host-simpul=y', 'simpul=%00'],
        ...['simpul=' + 'A'.repeat(43), `simpul=${random.of(ids)}`, 'x'.repeat(7_000), '__proto__=1'],
      ]);
    },
  ],
  [
    2,
    'header',
    (random, request) => {
      const [name, value] = random.of<[string, string]>([
        ['x-huge', 'x'.repeat(12_000)],
        ['accept-language', `${'en;q=0.1,'.repeat(500)}%00`],
        ['accept-language', 'tlh-<script>'],
        ['accept', 'text/html;q=\u00ff'],
        ['x-forwarded-for', '127.0.0.1'],
        ['x-forwarded-host', 'evil.example'],
        ['host', 'evil.example'],
        ['x-http-method-override', 'DELETE'],
        ['origin', 'https://evil.example'],
        ['origin', 'null'],
        ['origin', '://'],
        ['sec-fetch-site', 'cross-site'],
        ['authorization', 'Bearer ' + 'a'.repeat(4_000)],
        ['range', 'bytes=0-99999999999'],
        ['if-none-match', '*'],
        ['content-encoding', 'gzip'],
        ['content-length', '1'],
        ['transfer-encoding', 'chunked'],
        ['expect', '100-continue'],
        ['last-event-id', '\u00e9'.repeat(300)],
      ]);
      request.headers[name] = value;
    },
  ],
  [
    3,
    'key used before',
    (random, request, { keys }) => {
      const key = keys.length > 0 && random.chance(0.7) ? random.of(keys) : random.uuid();
      keys.push(key);
      request.headers['idempotency-key'] = key;
    },
  ],
  [
    1,
    'broken key',
    (random, request, { ids }) =>
      (request.headers['idempotency-key'] = random.of([
        'x',
        '',
        '\u00ff',
        'a'.repeat(3_000),
        `${random.of(ids)}x`,
      ])),
  ],
];

const BODY_CHANGES: readonly [weight: number, name: string, change: Change][] = [
  [
    22,
    'value',
    (random, request, { ids }) => {
      edited(request, (body) => {
        const spot = random.of(places(body).slice(1));
        return spot && changed(body, { pointer: pointerOf(spot.at), value: strangeValue(random, ids) });
      });
    },
  ],
  [
    8,
    "another's id in the body",
    (random, request, { ids }) => {
      edited(request, (body) => {
        const named = places(body).filter(
          ({ value }) => typeof value === 'string' && /^[0-9a-f]{8}-/.test(value),
        );
        const spot = named.length > 0 ? random.of(named) : undefined;
        return spot && changed(body, { pointer: pointerOf(spot.at), value: random.of(ids) });
      });
    },
  ],
  [
    4,
    'left out',
    (random, request) => {
      edited(request, (body) => {
        const spot = random.of(places(body).slice(1));
        return spot && changed(body, { pointer: pointerOf(spot.at), value: undefined });
      });
    },
  ],
  [
    4,
    'unknown field',
    (random, request, { ids }) => {
      edited(request, (body) => ({ ...body, ...(strangeValue(random, ids, 1) as object) }));
    },
  ],
  [
    3,
    'another body',
    (random, request, { bodies }) => (request.payload = JSON.stringify(random.of(Object.values(bodies)))),
  ],
  [
    2,
    'no object',
    (random, request, { ids }) => (request.payload = JSON.stringify(strangeValue(random, ids)) ?? 'null'),
  ],
  [
    3,
    'broken JSON',
    (random, request) => {
      const text = String(request.payload ?? '{}');
      const cut = random.below(text.length + 1);
      request.payload = random.of([
        ...[
          text.slice(0, cut),
          `${text}${text}`,
          `${text.slice(0, cut)}\u0000${text.slice(cut)}`,
          `\ufeff${text}`,
        ],
        ...[
          '{"a":1,"a":2,"__proto__":{"admin":true}}',
          '{"constructor":{"prototype":{"admin":true}}}',
          '1e999',
          ' ',
        ],
      ]);
    },
  ],
  [
    2,
    'bytes',
    (random, request) => {
      const bytes = Buffer.from(String(request.payload ?? '{}'));
      for (let left = 1 + random.below(4); left > 0; left--)
        bytes[random.below(bytes.length)] = random.of([0xff, 0xc0, 0xed, 0x00, 0x80, 0xf8]);
      request.payload = bytes;
    },
  ],
  [
    1,
    'too much',
    (random, request) =>
      (request.payload = JSON.stringify({ text: 'x'.repeat(random.of([200, 300]) * 1024) })),
  ],
];

const pointerOf = (at: readonly (string | number)[]): string => at.map((step) => `/${step}`).join('');

/** Larger is what a strange value was put into already: as deep as that, a walk would end our own stack. */
const FORM_LETTERS_MAX = 3_000;

/** Changes the body, where it still is one. */
function edited(request: HostileRequest, change: (body: object) => unknown): void {
  if (String(request.payload).length > FORM_LETTERS_MAX) return;
  let body: unknown;
  try {
    body = JSON.parse(String(request.payload));
  } catch {
    return;
  }
  if (typeof body !== 'object' || body === null) return;
  const next = change(body);
  if (next !== undefined) request.payload = JSON.stringify(next);
}
