import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { nameForMatching, phoneForMatching } from './matching.js';

describe('names for the blind index', () => {
  it.each([
    ['Ny. Siti  RAHAYU', 'siti rahayu'],
    ['siti rahayu (alias Ayu)', 'siti rahayu'],
    ["Nur'aini", 'nuraini'],
    ['Nur’aini', 'nuraini'],
    ['Rafe\u0301l', 'rafel'],
    ['Rafél', 'rafel'],
    ['Hj. Reka-Umpama', 'reka umpama'],
    ['Tn.', ''],
    ['Suharto', 'suharto'],
  ])('%p is %p', (written, indexed) => expect(nameForMatching(written)).toBe(indexed));

  it('are stable: the indexed form of an indexed form is itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = nameForMatching(text);
        expect(nameForMatching(once)).toBe(once);
      }),
    );
  });
});

describe('telephone numbers for the blind index', () => {
  it.each([
    ['0812-0000-9001', '+6281200009001'],
    ['+62 812 0000 9001', '+6281200009001'],
    ['62812 0000 9001', '+6281200009001'],
    ['81200009001', '+6281200009001'],
    ['(0713) 320001', '+62713320001'],
    ['+65 6123 4567', '+6561234567'],
    ['0065 6123 4567', '+6561234567'],
    ['tetangga', null],
    ['123', null],
    ['', null],
  ])('%p is %p', (written, indexed) => expect(phoneForMatching(written)).toBe(indexed));

  it('are stable', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\+?[0-9 ()-]{5,20}$/), (text) => {
        const once = phoneForMatching(text);
        if (once !== null) expect(phoneForMatching(once)).toBe(once);
      }),
    );
  });
});
