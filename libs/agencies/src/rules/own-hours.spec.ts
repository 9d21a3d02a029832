import { describe, expect, it } from '@jest/globals';
import { answersByShift, mayRest } from './own-hours.js';

describe('an agency goes by its own hours', () => {
  it.each([
    ['OFFICE', false, false, true],
    ['OFFICE', true, true, false],
    ['OFFICE_ONCALL', true, true, false],
    ['24/7', true, true, true],
    ['24/7', true, false, false],
    ['24/7', false, false, true],
  ] as const)('%s, office open %s, a shift runs %s: by shift %s', (hours, open, runs, expected) =>
    expect(answersByShift(hours, open, runs)).toBe(expected),
  );

  it.each([
    ['OFFICE', true, false, false],
    ['OFFICE', false, false, true],
    ['OFFICE', false, true, true],
    ['OFFICE_ONCALL', false, true, true],
    ['OFFICE_ONCALL', false, false, false],
    ['24/7', false, true, true],
    ['24/7', false, false, false],
    ['24/7', true, true, false],
  ] as const)('%s, office open %s, somebody named %s: the others rest %s', (hours, open, named, expected) =>
    expect(mayRest(hours, open, named)).toBe(expected),
  );
});
