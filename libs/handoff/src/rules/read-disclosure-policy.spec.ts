import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { readDisclosurePolicy } from './read-disclosure-policy.js';

const GOOD = readFileSync(new URL('../../data/disclosure-policy.md', import.meta.url), 'utf8');

describe('the reviewed policy of disclosure', () => {
  it('is read as it is meant', () => {
    const { kinds, services } = readDisclosurePolicy(GOOD);
    expect(kinds.get('DISDIKBUD')!['identity.name']).toEqual({ max: 'FULL', usual: 'FULL' });
    expect(kinds.get('DISDIKBUD')!['chronology.full']).toBeUndefined();
    expect(kinds.get('BAPAS')!['identity.name']).toEqual({ max: 'MASKED', usual: 'NONE' });
    expect(services.get('RSUD:PSIKOLOG_KLINIS')!['incident.time']).toEqual({ max: 'FULL', usual: 'NONE' });
  });

  it.each([
    ['a field that nobody knows', 'school.safety |', 'school.safty |'],
    ['a kind that is said twice', '| WCC |', '| LBH |'],
    ['a field that is said twice in one line', 'who care legalQuestion', 'who care summary'],
    ['a cell too many', '| WCC |', '| WCC | x |'],
    ['an empty cell', '| summary risk.flags noContactWith | - |', '|  | - |'],
    ['another column', '| on request | masked at most |', '| masked at most | on request |'],
    ['a missing chapter', '## Bases', '## Dasar'],
    ['a chapter said twice', '## Bases', '## Words'],
    ['a middle level where there is none', '| - | identity.name |', '| - | identity.sex |'],
  ])('is not read with %s', (_what, from, to) => {
    expect(GOOD).toContain(from);
    expect(() => readDisclosurePolicy(GOOD.replaceAll(from, to))).toThrow(/^disclosure-policy\.md: /);
  });
});
