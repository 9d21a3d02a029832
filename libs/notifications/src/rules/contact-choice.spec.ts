import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { channelsFor, choiceFault, choiceWithout, internationalNumber } from './contact-choice.js';
import { CHANNELS } from './delivery.js';

const choices = fc.record({ email: fc.boolean(), gateway: fc.boolean() });
const means = fc.record({ telephone: fc.boolean(), devices: fc.integer({ min: 0, max: 3 }) });
const open = fc.subarray([...CHANNELS]);

describe('how a person is reached outside', () => {
  it('nobody falls silent while any channel is open, and none is used that is not', () =>
    fc.assert(
      fc.property(open, choices, means, (names, choice, has) => {
        const ways = channelsFor(names, choice, has);
        expect(ways.length > 0).toBe(names.length > 0);
        expect(ways.every((name) => names.includes(name))).toBe(true);
        const wanted = { ...choice, push: has.devices > 0 };
        if (names.some((name) => wanted[name])) expect(ways.every((name) => wanted[name])).toBe(true);
      }),
    ));

  it.each([
    [['email', 'gateway', 'push'], false, 0, ['email']],
    [['email', 'push'], false, 1, ['push']],
    [['gateway', 'push'], true, 0, ['gateway']],
    // Nothing reaches this person: it is tried, fails, and somebody hears of it.
    [['gateway', 'push'], false, 0, ['gateway', 'push']],
    [['push'], false, 0, ['push']],
  ] as const)('with %j open, telephone %p, %i devices and no tick: %j', (names, telephone, devices, ways) =>
    expect(channelsFor(names, { email: false, gateway: false }, { telephone, devices })).toEqual(ways),
  );

  it('a choice that stands leaves a way, and a telephone where it needs one', () =>
    fc.assert(
      fc.property(open, choices, means, (names, choice, has) => {
        if (choiceFault(names, choice, has) !== null) return;
        const wanted = { ...choice, push: has.devices > 0 };
        expect(names.length === 0 || names.some((name) => wanted[name])).toBe(true);
        expect(!choice.gateway || has.telephone).toBe(true);
      }),
    ));

  it('whoever gives a device away keeps a way, or keeps the device', () =>
    fc.assert(
      fc.property(open, choices, fc.boolean(), (names, choice, telephone) => {
        const before = { ...choice, gateway: choice.gateway && telephone };
        const after = choiceWithout(names, before, { telephone, devices: 0 });
        if (after) expect(choiceFault(names, after, { telephone, devices: 0 })).toBeNull();
        else expect(names.includes('email') || (names.includes('gateway') && telephone)).toBe(false);
        if (names.includes('email') && before.email) expect(after).toEqual(before);
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
