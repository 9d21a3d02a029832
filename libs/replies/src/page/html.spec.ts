import { describe, expect, it } from '@jest/globals';
import { html } from './html.js';

describe('a page put together', () => {
  it('escapes every text, wherever it stands', () => {
    const hostile = `"><script>alert('x')</script>&amp;`;
    const { text } = html`<p title="${hostile}">${[hostile, html`<b>${hostile}</b>`]}</p>`;
    expect(text).not.toMatch(/<script|"><|'x'|&amp;/);
    expect(text.match(/<[a-z]+/g)).toEqual(['<p', '<b']);
  });

  it('leaves out what is not there, and shows a nought', () => {
    expect(html`${null}${undefined}${false}${0}`.text).toBe('0');
  });
});
