import { describe, expect, it } from '@jest/globals';
import { CONSENT_TEXTS, consentText, hashOf } from './consent-texts.js';

/** Written down when a version was first shown. A line here is never changed, only added. */
const SHOWN: Record<string, string> = {
  'persetujuan/2026-1 INDONESIA': 'be5d93d3886a0699',
  'persetujuan/2026-1 INGGRIS': 'a6335a96953ebf77',
  'persetujuan-mudah/2026-1 INDONESIA': '82dd627648fca3ec',
  'persetujuan-mudah/2026-1 INGGRIS': '3dd882d8a4abcfca',
};

describe('the words of consent', () => {
  it('are never changed once they were shown', () => {
    const now = CONSENT_TEXTS.map((text) => [`${text.version} ${text.language}`, hashOf(text).slice(0, 16)]);
    expect(Object.fromEntries(now)).toEqual(SHOWN);
  });

  it('say who, what for, which data and until when, that a no costs nothing and that a yes can be taken back', () => {
    for (const { title, paragraphs, language, register } of CONSENT_TEXTS) {
      const words = paragraphs.join(' ');
      for (const place of ['{receiver}', '{service}', '{data}', '{until}']) expect(words).toContain(place);
      expect(words).toMatch(
        language === 'INGGRIS' ? /still help|lose none/ : /tetap menolong|tidak berkurang/,
      );
      expect(words).toMatch(
        language === 'INGGRIS' ? /change your mind|take .* back/ : /berubah pikiran|menarik izin/,
      );
      expect(title).not.toBe('');
      const longest = Math.max(...words.split(/[.?!]\s/).map((sentence) => sentence.split(' ').length));
      if (register === 'EASY') expect(longest).toBeLessThanOrEqual(10);
    }
  });

  it('are Indonesian where there is no text in the language that was spoken', () => {
    expect(consentText('persetujuan-mudah/2026-1', 'JAWA')?.language).toBe('INDONESIA');
    expect(consentText('persetujuan/2026-1', 'INGGRIS')?.language).toBe('INGGRIS');
    expect(consentText('persetujuan/1999-1', 'INDONESIA')).toBeNull();
  });
});
