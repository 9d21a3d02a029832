import { describe, expect, it } from '@jest/globals';
import { AttemptKeys, newKey } from './attempt-keys';

describe('the idempotency key of a try', () => {
  it('is the same when the same content goes out again and nobody knows whether the first try arrived', () => {
    const keys = new AttemptKeys();
    expect(keys.next({ text: 'a' })).toBe(keys.next({ text: 'a' }));
  });

  it('is new when the content was changed', () => {
    const keys = new AttemptKeys();
    expect(keys.next({ text: 'a' })).not.toBe(keys.next({ text: 'b' }));
  });

  it('is new after the server has decided: the same words again are another act', () => {
    const keys = new AttemptKeys();
    const first = keys.next({ text: 'a' });
    keys.settled();
    expect(keys.next({ text: 'a' })).not.toBe(first);
  });

  it('is a UUID', () => {
    expect(newKey()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
