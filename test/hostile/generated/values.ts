import type { Random } from './random.js';

const TEXTS: readonly string[] = [
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\u0007\u001b[31m',
  'a\r\nSet-Cookie: simpul=x',
  '\ud800',
  '\udfff\ud800',
  '\ufffe\uffff',
  '\u202eabc',
  '\u200b\u2060\ufeff',
  '\u0301'.repeat(500),
  '🏳️‍🌈'.repeat(200),
  'ﷺ'.repeat(300),
  'x'.repeat(60_000),
  "' or 1=1 --",
  "'; drop table simpul.case_file; --",
  '$1',
  '$$ begin raise exception using errcode = 1; end $$',
  '\\',
  '%s%n%x%d',
  '%25%00',
  '{{7*7}}',
  '${jndi:ldap://127.0.0.1/a}',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '=cmd|" /C calc"!A0',
  '../../../../etc/passwd',
  'file:///etc/passwd',
  'undefined',
  'null',
  'NaN',
  '[object Object]',
  'true',
  '1e999',
  '-1',
  '0x10',
  '1674014107929951',
  '16.74.01.1001',
  'TINGGI',
  'PERSETUJUAN',
];
const TIMES: readonly string[] = [
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+14:00',
  '-271821-04-20T00:00:00Z',
  '+275760-09-13T00:00:00Z',
  '9999-12-31T23:59:59.999999Z',
  '1969-12-31T23:59:60Z',
  '2026-02-30T25:61:00+07:00',
  '2026-04-14T24:00:00Z',
  '1582-10-10T12:00:00+07:07',
  '2026-04-14T12:00:00+99:99',
  '2026-13-45',
  '0000-00-00',
  '9999-12-31',
  '294277-01-01',
  'infinity',
  '-infinity',
  'epoch',
  'now',
];
const NUMBERS: readonly number[] = [
  ...[0, -0, -1, 0.1, 1e21, -1e308, Number.MAX_SAFE_INTEGER, 2 ** 53 + 2, 2 ** 31, 2 ** 63],
  ...[2_147_483_648, -2_147_483_649, 1e-320, 32_768, 999_999_999_999],
];

/** A value of any kind: what no form sends, and now and then something that one might. */
export function strangeValue(random: Random, ids: readonly string[], depth = 3): unknown {
  return random.weighed<() => unknown>([
    [5, () => random.of(TEXTS)],
    [3, () => random.of(TIMES)],
    [3, () => random.of(NUMBERS)],
    [3, () => random.of(ids)],
    [2, () => random.of([true, false, null])],
    [1, () => deep(random)],
    [1, () => Array.from({ length: 3_000 }, () => random.of(['X', 0, null]))],
    [
      depth > 0 ? 2 : 0,
      () => Array.from({ length: random.below(4) }, () => strangeValue(random, ids, depth - 1)),
    ],
    [depth > 0 ? 3 : 0, () => strangeObject(random, ids, depth - 1)],
  ])();
}

const KEYS = [
  ...['id', 'role', 'isAdmin', 'caseId', 'agencyId', 'accountId', 'text', 'reason', 'length', 'then'],
  ...[
    '$ne',
    '$where',
    '',
    ' ',
    '0',
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'toJSON',
    'a.b',
    'a[b]',
  ],
];
function strangeObject(random: Random, ids: readonly string[], depth: number): object {
  const entries = Array.from({ length: 1 + random.below(4) }, () => [
    random.of(KEYS),
    strangeValue(random, ids, depth),
  ]);
  // A key `__proto__` of its own, as JSON.parse makes it.
  return JSON.parse(
    `{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join()}}`,
  ) as object;
}

function deep(random: Random): unknown {
  const levels = random.of([50, 500, 2_000]);
  return random.chance(0.5)
    ? (JSON.parse('['.repeat(levels) + ']'.repeat(levels)) as unknown)
    : (JSON.parse('{"a":'.repeat(levels) + '1' + '}'.repeat(levels)) as unknown);
}

/** A text for a path or a query string, percent-encoded or, on purpose, not. */
export function strangeWord(random: Random, ids: readonly string[]): string {
  const word = random.weighed<() => string>([
    [4, () => random.of(ids)],
    [4, () => encoded(random.of(TEXTS))],
    [2, () => encoded(random.of(TIMES))],
    [2, () => String(random.of(NUMBERS))],
    [
      3,
      () =>
        random.of([
          '%00',
          '%ZZ',
          '%',
          '%ED%A0%80',
          '%C0%AE%C0%AE',
          '%FF%FE',
          '..%2f..%2fcases',
          '%252e',
          ';x=1',
          '*',
        ]),
    ],
    [1, () => btoa(JSON.stringify([random.of(TIMES), random.of(ids)]))],
    [1, () => `${'9'.repeat(30)}|${random.of(ids)}`],
  ])();
  return word.slice(0, 6_000);
}

function encoded(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    return '%ED%A0%80'; // half a character has no UTF-8
  }
}
