import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { slipCode, slipCodeOnPaper, slipCodeTyped } from './slip-code.js';

const random = fc.uint8Array({ minLength: 10, maxLength: 32 });

describe('the code of a letter’s slip', () => {
  it('is read again from paper, however it is typed', () => {
    fc.assert(
      fc.property(random, (bytes) => {
        const code = slipCode(bytes);
        const paper = slipCodeOnPaper(code);
        expect(slipCodeTyped(paper)).toBe(code);
        expect(slipCodeTyped(` ${paper.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(
          code,
        );
      }),
    );
  });

  it('is nothing else that somebody may have typed', () => {
    for (const typed of ['', '7KQ3F', '7KQ3F-0ZB1MX', '7KQ3F-0ZB1U', 'PBM-R-2026-0001'])
      expect(slipCodeTyped(typed)).toBeNull();
  });
});
