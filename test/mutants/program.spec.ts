import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { edited, PROGRAM_MUTANTS } from './program/index.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Run one at a time by `npm run mutants`; here only that none of them has rotted. */
describe('the mutants of the application', () => {
  it.each(PROGRAM_MUTANTS)('$name: its text is there once, and so is its spec', (mutant) => {
    expect([...edited(mutant, (file) => readFileSync(root + file, 'utf8')).keys()].length).toBeGreaterThan(0);
    expect([mutant.spec].flat().filter((spec) => !existsSync(root + spec))).toEqual([]);
  });

  it('have names of their own', () => {
    const names = PROGRAM_MUTANTS.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
