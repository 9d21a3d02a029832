import { expect, it } from '@jest/globals';
import { firstPassword } from './first-password.js';

it('is read out in four groups, and passes over bytes that would make some letters likelier', () => {
  const counted = Uint8Array.from({ length: 16 }, (_, at) => at);
  expect(firstPassword(counted)).toBe('abcd-efgh-jkmn-pqrs');
  expect(firstPassword(Uint8Array.from([255, 240, ...counted]))).toBe('abcd-efgh-jkmn-pqrs');
  expect(() => firstPassword(Uint8Array.from({ length: 16 }, () => 250))).toThrow('Too few');
});
