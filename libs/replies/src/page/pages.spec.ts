import { describe, expect, it } from '@jest/globals';
import { DONE_WORDS, refusalWords } from '../rules/link-words.js';
import { codePage, type CodeFault } from './code-page.js';
import { inLocale, PAGE_WORDS, pageLocale } from './page-words.js';
import { endPage } from './referral-page.js';

const TOKEN = 'A'.repeat(22);
const FAULTS: (CodeFault | undefined)[] = [undefined, 'closed', 'slow', 'wrong', 'missing'];

describe('the pages of a one-time link', () => {
  it('are Indonesian unless their address says otherwise', () => {
    expect([undefined, '', 'EN', 'fr', ['en'], { en: 1 }].map(pageLocale)).toEqual(Array(6).fill('id'));
    expect(pageLocale('en')).toBe('en');
    expect(inLocale('/api/link-answer', 'id')).toBe('/api/link-answer');
  });

  it('say everything in both languages, and nothing in the other one', () => {
    for (const key of Object.keys(PAGE_WORDS.id) as (keyof typeof PAGE_WORDS.id)[])
      expect([key, PAGE_WORDS.en[key]]).not.toEqual([key, PAGE_WORDS.id[key]]);
    for (const words of Object.values(DONE_WORDS)) expect(words.en).not.toBe(words.id);
    expect(refusalWords('whatever', 'en')).not.toBe(refusalWords('whatever', 'id'));
  });

  it.each(['id', 'en'] as const)(
    'in %s: keep their language from press to press, small and still',
    (locale) => {
      const other = locale === 'id' ? 'en' : 'id';
      const pages = [
        ...FAULTS.map((fault) => codePage(TOKEN, locale, fault, 'Bidan <Rekaan>')),
        ...(['thanks', 'ended'] as const).map((which) => endPage(which, locale)),
      ];
      for (const page of pages) {
        expect(page).toContain(`<html lang="${locale}">`);
        expect(page).toMatch(new RegExp(`<a href="[^"]+" lang="${other}"`));
        for (const [, action] of page.matchAll(/action="([^"]+)"/g))
          expect(action!.endsWith('?bahasa=en')).toBe(locale === 'en');
        expect(page).not.toMatch(/<script|<img|<link|\ssrc=|https?:|undefined|null/);
        expect(Buffer.byteLength(page)).toBeLessThan(10_000);
      }
      expect(new Set(pages).size).toBe(pages.length);
    },
  );

  it('lead nowhere from an address that is none of ours', () => {
    expect(codePage('', 'en', 'closed')).not.toMatch(/<a |<form/);
  });
});
