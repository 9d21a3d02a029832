import { describe, expect, it } from '@jest/globals';
import { CANARIES, KINDS_OF_CASE } from '../../../../test/harness/canaries.js';
import { linkLetter } from './link-letter.js';

const ADDRESS = 'https://simpul.kota.example/api/links/AbCdEfGhIjKlMnOpQrStUv';
const ENDS = new Date('2026-04-21T12:30:00Z');

describe('the mail of a one-time link', () => {
  it('holds the address, when it ends, and nothing else that differs from one mail to the next', () => {
    const { subject, text } = (linkLetter as (...all: unknown[]) => ReturnType<typeof linkLetter>)(
      ADDRESS,
      ENDS,
      'Asia/Jakarta',
      ...CANARIES,
    );
    expect(subject).toMatch(/^[ -~]{10,70}$/);
    expect(text).toContain(`Buka di sini: ${ADDRESS}\n`);
    expect(text).toContain('sampai Sel 21 Apr, 19.30.');
    for (const canary of CANARIES) expect(subject + text).not.toContain(canary);
    expect(subject + text).not.toMatch(KINDS_OF_CASE);
    expect(subject + text).not.toMatch(/rujuk|referral|kasus|\bcase\b|UPTD|PPA|klien|client/i);
    // No six digits, and no link but the one.
    expect(text.replace(ADDRESS, '')).not.toMatch(/\d{6}|https?:|www\./);
  });
});
