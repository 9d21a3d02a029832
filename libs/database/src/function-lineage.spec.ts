import { expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';

const FOLDER = new URL('./migrations/', import.meta.url);
const DEFINES = /create (?:or replace )?(?:function|procedure)\s+([\w.]+)/gi;

/** What stands in a migration's way up: its number, its text, and the functions it writes whole. */
const migrations = readdirSync(FOLDER)
  .filter((name) => /^\d+-.*\.ts$/.test(name))
  .sort()
  .map((name) => {
    const text = readFileSync(new URL(name, FOLDER), 'utf8');
    const up = text.split('async down')[0]!;
    return {
      number: name.split('-')[0]!,
      text,
      functions: [...new Set([...up.matchAll(DEFINES)].map((match) => match[1]!))],
    };
  });

// Two people once replaced one function from the same older text, and the second undid what the first had added.
it('whoever writes a function anew says from which migration its text was taken, and it is the last one', () => {
  const last = new Map<string, string>();
  for (const { number, text, functions } of migrations)
    for (const name of functions) {
      const before = last.get(name);
      const said = [...text.matchAll(new RegExp(`${name.replace('.', '[.]')}: from (\\d+)`, 'g'))].map(
        (match) => match[1],
      );
      if (before)
        expect({ migration: number, name, from: said }).toEqual({ migration: number, name, from: [before] });
      last.set(name, number);
    }
  expect(last.size).toBeGreaterThan(50);
});
