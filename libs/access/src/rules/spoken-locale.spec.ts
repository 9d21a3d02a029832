import { describe, expect, it } from '@jest/globals';
import { spokenLocale } from './spoken-locale.js';

describe('the language of an answer', () => {
  it.each([
    ['en', 'en'],
    ['id-ID,id;q=0.9,en-US;q=0.8', 'id'],
    ['en-GB', 'en'],
    ['in', 'id'],
    ['nl,en;q=0.5,id;q=0.9', 'id'],
    ['id;q=0,en', 'en'],
    ['nl, fr', undefined],
    ['*', undefined],
    ['', undefined],
    [';;;,q=,', undefined],
    [undefined, undefined],
  ])('%s is %s', (header, language) => {
    expect(spokenLocale(header)).toBe(language);
  });
});
