import { describe, expect, it } from '@jest/globals';
import { relationOf } from './relation-to-case.js';

const NOBODY = { onTeam: false, wasOnTeam: false, supervises: false, receives: false };

describe('how somebody stands to a case', () => {
  it.each([
    [{ onTeam: true, wasOnTeam: true, supervises: true }, 'team'],
    [{ supervises: true }, 'supervisor'],
    [{ receives: true, wasOnTeam: true }, 'receiver'],
    [{ wasOnTeam: true }, 'formerTeam'],
    [{}, 'outside'],
  ])('%j: %s', (facts, relation) => expect(relationOf({ ...NOBODY, ...facts })).toBe(relation));
});
