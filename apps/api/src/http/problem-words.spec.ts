import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { projectRoot } from '#config';
import { problemWords } from './problem-words.js';

/** Codes that no person at a screen is told: the set-up program prints them, or the screen of a package lists them. */
const NOT_AT_A_DOOR = /^(?:administrator|hsds)\./;
const RAISED = /(?:new Refused\(|\bcode: |\bfault\([^,()]+, )'([a-z]\w*\.[\w.-]+)'/g;

const raised = new Set(
  ['libs', join('apps', 'api', 'src')]
    .flatMap((folder) => readdirSync(join(projectRoot(), folder), { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile() && /(?<!spec)\.ts$/.test(file.name))
    .flatMap((file) => [...readFileSync(join(file.parentPath, file.name), 'utf8').matchAll(RAISED)])
    .map(([, code]) => code!),
);

describe('the words of a refusal', () => {
  it('are its own for every code that a library refuses with: no general sentence, in no language', () => {
    expect(raised.size).toBeGreaterThan(150);
    const general = [false, true].map((english) => problemWords('no.such.code', 409, english));
    expect(
      [...raised].filter(
        (code) =>
          !NOT_AT_A_DOOR.test(code) &&
          [false, true].some((english) => general.includes(problemWords(code, 409, english))),
      ),
    ).toEqual([]);
  });
});
