import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatCaseNumber, numbersMeant, parseCaseNumber } from './case-number.js';

describe('case numbers', () => {
  it('name city, year and running number and nothing else', () => {
    expect(formatCaseNumber({ prefix: 'PBM', year: 2026, running: 42 })).toBe('PBM-2026-0042');
    expect(formatCaseNumber({ prefix: 'PBM', year: 2026, running: 12345 })).toBe('PBM-2026-12345');
  });

  it('come back from their text, whatever the case of the letters', () => {
    const numbers = fc.record({
      prefix: fc.stringMatching(/^[A-Z]{2,5}$/),
      year: fc.integer({ min: 1000, max: 9999 }),
      running: fc.integer({ min: 1, max: 9_999_999 }),
    });
    fc.assert(
      fc.property(numbers, (number) => {
        expect(parseCaseNumber(formatCaseNumber(number))).toEqual(number);
        expect(parseCaseNumber(` ${formatCaseNumber(number).toLowerCase()} `)).toEqual(number);
      }),
    );
  });

  it.each(['', 'Siti', 'PBM-26-0042', 'PBM-2026-42', 'PBM-2026-0000', '0042'])(
    'are not read into %p',
    (text) => expect(parseCaseNumber(text)).toBeNull(),
  );

  it('are found by the whole, by year and running number, and by the running number of the last ten years', () => {
    const city = { prefix: 'PBM', year: 2026 };
    expect(numbersMeant('pbm-2026-0042', city)).toEqual(['PBM-2026-0042']);
    expect(numbersMeant('2025-42', city)).toEqual(['PBM-2025-0042']);
    expect(numbersMeant('42', city)).toContain('PBM-2026-0042');
    expect(numbersMeant('42', city)).toHaveLength(10);
    for (const text of ['', 'Siti', '0', '%', "'; drop", '0000-1'])
      expect(numbersMeant(text, city)).toEqual([]);
  });
});
