import { describe, expect, it } from '@jest/globals';
import { markup } from './html.js';

describe('a page put together', () => {
  it('escapes every text, wherever it stands', () => {
    const hostile = `"><script>alert('x')</script>&amp;`;
    const { text } = markup`<p title="${hostile}">${[hostile, markup`<b>${hostile}</b>`]}</p>`;
    expect(text).not.toMatch(/<script|"><|'x'|&amp;/);
    expect(text.match(/<[a-z]+/g)).toEqual(['<p', '<b']);
  });

  it('leaves out what is not there, and shows a nought', () => {
    expect(markup`${null}${undefined}${false}${0}`.text).toBe('0');
  });
});
