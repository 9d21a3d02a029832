import { describe, expect, it } from '@jest/globals';
import { isNestedTooDeep } from './nesting.js';

const nested = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));

describe('nesting', () => {
  it('knows the deepest form, and what no stack survives', () => {
    expect(isNestedTooDeep({ victims: [{ safeContact: { channel: ['x'] } }] })).toBe(false);
    expect(isNestedTooDeep(nested(20))).toBe(false);
    expect(isNestedTooDeep(nested(21))).toBe(true);
    expect(isNestedTooDeep({ text: nested(100_000) })).toBe(true);
  });

  it('is at ease with what is no object', () => {
    for (const body of [undefined, null, 1, 'x', {}, []]) expect(isNestedTooDeep(body)).toBe(false);
  });
});
