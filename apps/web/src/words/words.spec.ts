import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fill } from './fill';

const folder = join(import.meta.dirname, '.');
const read = (name: string): Record<string, string> =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, string>;
const id = {
  ...read('id.json'),
  ...read('case.id.json'),
  ...read('register.id.json'),
  ...read('review.id.json'),
  ...read('own.id.json'),
  ...read('coord.id.json'),
};
const en = {
  ...read('en.json'),
  ...read('case.en.json'),
  ...read('register.en.json'),
  ...read('review.en.json'),
  ...read('own.en.json'),
  ...read('coord.en.json'),
};
const slots = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map((match) => match[1]))].sort();

describe('the words', () => {
  it('have every key in both languages, none empty, with the same places to fill', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(id).sort());
    for (const [key, text] of Object.entries(id)) {
      expect(text.trim()).not.toBe('');
      expect(`${key} ${slots(en[key]!).join()}`).toBe(`${key} ${slots(text).join()}`);
    }
  });

  it('have one text for a key, in whichever part it stands', () => {
    const parts = ['id', 'case.id', 'register.id', 'review.id', 'own.id'].map(
      (name) => [name, Object.entries(read(`${name}.json`))] as const,
    );
    const texts = new Map<string, string>();
    const other: string[] = [];
    for (const [name, words] of parts)
      for (const [key, text] of words) {
        if (texts.has(key) && texts.get(key) !== text) other.push(`${name}: ${key}`);
        texts.set(key, text);
      }
    expect(other).toEqual([]);
  });

  it('never say victim or culprit, and never "KTP" alone: it also means the identity card', () => {
    for (const [key, text] of Object.entries(id))
      expect({ key, text: /\b(?:korban|pelaku|KTP)\b/i.exec(text)?.[0] }).toEqual({ key, text: undefined });
  });

  it('fill places and choose the plural by the language', () => {
    expect(fill('{n} {n:case|cases}', { n: 1 }, 'en')).toBe('1 case');
    expect(fill('{n} {n:case|cases}', { n: 3 }, 'en')).toBe('3 cases');
    expect(fill('sisa {n} jam', { n: 5 })).toBe('sisa 5 jam');
    expect(fill('{unknown}')).toBe('{unknown}');
  });
});
