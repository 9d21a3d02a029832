import { describe, expect, it } from '@jest/globals';
import { letterWords, shortWords } from './letters.js';
import { MESSAGE_KEYS } from './messages.js';
import { CANARIES, KINDS_OF_CASE } from '../../../../test/harness/canaries.js';

const ZONE = 'Asia/Jakarta';
const DUE = new Date('2026-03-03T07:30:00Z');
const PAGE = 'https://simpul.example.go.id/';

/** Whatever else is passed in must have no way out. */
const smuggle = (render: unknown, ...all: unknown[]): string =>
  JSON.stringify(
    (render as (...all: unknown[]) => unknown)(
      ...all,
      ...CANARIES,
      Object.fromEntries(['name', 'caseType', 'address', 'subject', 'text'].map((key) => [key, CANARIES[0]])),
    ),
  );

describe.each(MESSAGE_KEYS)('%s outside the house', (key) => {
  it.each(['id', 'en'] as const)('in %s: no name, no kind of case, no place, on any channel', (locale) => {
    for (const [due, render, count] of [DUE, null].flatMap((one) =>
      [letterWords, shortWords].flatMap((way) => [1, 12].map((many) => [one, way, many] as const)),
    )) {
      const out = smuggle(render, key, locale, ZONE, due, PAGE, count);
      expect(out.includes('12')).toBe(count === 12);
      for (const canary of CANARIES) expect(out).not.toContain(canary);
      expect(out).not.toMatch(KINDS_OF_CASE);
      expect(out).not.toMatch(/[{}]\w|rujuk|referral|lapor|report|kasus|\bcase\b|instansi|agency/i);
      expect(out).toContain(PAGE);
      expect(out.includes('14.30') || out.includes('14:30')).toBe(due !== null);
    }
  });

  it('fits the subject line and one short message', () => {
    for (const locale of ['id', 'en'] as const) {
      expect(letterWords(key, locale, ZONE, DUE, PAGE).subject).toMatch(/^[ -~]{10,60}$/);
      for (const count of [1, 999])
        expect(shortWords(key, locale, ZONE, DUE, PAGE, count)).toMatch(/^[ -~]{20,160}$/);
    }
  });
});

it('a letter as it reads', () => {
  expect(letterWords('deadline.overdue', 'id', ZONE, DUE, PAGE)).toEqual({
    subject: 'Simpul: menunggu tindakan Anda',
    text: [
      'Ada yang menunggu tindakan Anda di Simpul.',
      'Batas waktu: Sel 3 Mar, 14.30.',
      `Masuk di sini: ${PAGE}`,
      '',
      'Pesan otomatis, jangan dibalas. Isinya hanya dapat dibaca setelah masuk.',
    ].join('\n'),
  });
  expect(shortWords('referral.sent', 'id', ZONE, DUE, PAGE, 4)).toBe(
    `Ada 4 hal untuk Anda di Simpul, di antaranya menunggu tindakan Anda. Batas waktu terdekat: Sel 3 Mar, 14.30. Masuk di sini: ${PAGE}`,
  );
  expect(shortWords('referral.sent', 'en', ZONE, null, PAGE)).toBe(
    `There is something in Simpul that waits for you to act. Sign in here: ${PAGE}`,
  );
});
