import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { digestOf } from './digest.js';
import { MESSAGE_KEYS, MESSAGES } from './messages.js';

const waiting = fc.array(
  fc.record({
    message: fc.constantFrom(...MESSAGE_KEYS),
    dueAt: fc.option(fc.integer({ min: 0, max: 4_000_000_000_000 }).map((ms) => new Date(ms))),
  }),
  { minLength: 1, maxLength: 40 },
);

describe('a digest', () => {
  it('counts all, is as urgent as its most urgent, and names the first due time', () =>
    fc.assert(
      fc.property(waiting, (all) => {
        const { count, message, dueAt } = digestOf(all);
        expect(count).toBe(all.length);
        const urgencies = all.map((one) => MESSAGES[one.message].urgency);
        const most = (['alarm', 'act', 'know'] as const).find((one) => urgencies.includes(one));
        expect(MESSAGES[message].urgency).toBe(most);
        const times = all.flatMap((one) => (one.dueAt ? [one.dueAt] : [])).sort((a, b) => +a - +b);
        expect(dueAt).toEqual(times[0] ?? null);
      }),
    ));

  it('of one is the message itself', () =>
    fc.assert(fc.property(waiting, ([one]) => expect(digestOf([one!])).toEqual({ ...one, count: 1 }))));
});
