import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { edited, PROGRAM_MUTANTS } from './program/index.mjs';
import { reads } from './together.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Run by `npm run mutants`; here only that none of them has rotted. */
describe('the mutants of the application', () => {
  it('change a text that is there once', () => {
    const read = new Map<string, string>();
    const textOf = (file: string): string => {
      if (!read.has(file)) read.set(file, readFileSync(root + file, 'utf8'));
      return read.get(file)!;
    };
    const changed = PROGRAM_MUTANTS.map((mutant) =>
      [...edited(mutant, textOf)].map(([file, text]) => [file, text !== textOf(file), text] as const),
    );
    expect(PROGRAM_MUTANTS.filter((_, at) => !changed[at]!.some(([, isChanged]) => isChanged))).toEqual([]);
    // Two that make the same text are one, counted twice.
    const texts = changed.map((files) => files.map(([file, , text]) => `${file}\n${text}`).join('\n'));
    const twice = PROGRAM_MUTANTS.filter((_, at) => texts.indexOf(texts[at]!) !== at);
    expect(twice.map(({ name }) => name)).toEqual([]);
  });

  it('name specs that are there, and pure ones that read what is changed', () => {
    const textOf = (file: string): string | undefined =>
      existsSync(root + file) ? readFileSync(root + file, 'utf8') : undefined;
    const blind = PROGRAM_MUTANTS.filter(({ file, spec }) =>
      [spec]
        .flat()
        .some(
          (each) => !existsSync(root + each) || (each.endsWith('.spec.ts') && !reads(each, file, textOf)),
        ),
    );
    expect(blind.map(({ name }) => name)).toEqual([]);
  });

  it('have names of their own', () => {
    const names = PROGRAM_MUTANTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
