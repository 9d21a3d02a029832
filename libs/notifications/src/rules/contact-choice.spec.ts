import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { channelsFor, choiceFault, internationalNumber } from './contact-choice.js';
import { CHANNELS } from './delivery.js';

const choices = fc.record({ email: fc.boolean(), gateway: fc.boolean() });
const open = fc.subarray([...CHANNELS]);

describe('how a person is reached outside', () => {
  it('nobody falls silent while any channel is open, and none is used that is not', () =>
    fc.assert(
      fc.property(open, choices, (names, choice) => {
        const ways = channelsFor(names, choice);
        expect(ways.length > 0).toBe(names.length > 0);
        expect(ways.every((name) => names.includes(name))).toBe(true);
        if (names.some((name) => choice[name])) expect(ways.every((name) => choice[name])).toBe(true);
      }),
    ));

  it('a choice that stands leaves a way, and a telephone where it needs one', () =>
    fc.assert(
      fc.property(open, choices, fc.boolean(), (names, choice, hasTelephone) => {
        if (choiceFault(names, choice, hasTelephone) !== null) return;
        expect(names.length === 0 || names.some((name) => choice[name])).toBe(true);
        expect(!choice.gateway || hasTelephone).toBe(true);
      }),
    ));

  it.each([
    ['0812-0000-9951', '+6281200009951'],
    ['+62 812 0000 9951', '+6281200009951'],
    ['(0711) 5550199', '+627115550199'],
    ['110', null],
    ['dewi', null],
    ['+62812;rm', null],
    ['', null],
  ])('%j is %s', (written, number) => expect(internationalNumber(written)).toBe(number));
});
