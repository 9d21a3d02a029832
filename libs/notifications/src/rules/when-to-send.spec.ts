import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MESSAGE_KEYS, MESSAGES } from './messages.js';
import { GATHER_MS, mayWait, sendingTime, type Hurry, type Reader } from './when-to-send.js';

const NOW = new Date('2026-04-18T03:00:00+07:00'); // a Saturday night
const at = (ms: number): Date => new Date(NOW.getTime() + ms);
const times = fc.integer({ min: -7 * 86_400_000, max: 7 * 86_400_000 }).map(at);
const hurries: fc.Arbitrary<Hurry> = fc.record({
  message: fc.constantFrom(...MESSAGE_KEYS),
  pressing: fc.boolean(),
  clock: fc.option(
    fc.record({
      basis: fc.constantFrom('LAW', 'LOCAL', 'AGREEMENT', 'PROPOSAL'),
      kind: fc.constantFrom('RUNNING', 'CALENDAR', 'WORKING', 'UNTIL', null),
    }),
  ),
  dueAt: fc.option(times),
});
const readers: fc.Arbitrary<Reader> = fc.record({
  opensAt: fc.option(fc.integer({ min: 1, max: 12 * 86_400_000 }).map(at)),
  onDuty: fc.boolean(),
  quiet: fc.boolean(),
  waitingUntil: fc.option(times),
  lastSentAt: fc.option(fc.integer({ min: -7 * 86_400_000, max: 0 }).map(at)),
});
const calm: Hurry = { message: 'deadline.soon', pressing: false, clock: null, dueAt: null };
const asleep: Reader = {
  opensAt: new Date('2026-04-20T08:00:00+07:00'),
  onDuty: false,
  quiet: true,
  waitingUntil: null,
  lastSentAt: null,
};

describe('when word leaves the house', () => {
  it('what must not wait goes at once, whoever reads it and whenever', () =>
    fc.assert(
      fc.property(hurries, readers, (hurry, reader) => {
        const never =
          hurry.pressing ||
          hurry.clock?.basis === 'LAW' ||
          hurry.clock?.kind === 'RUNNING' ||
          MESSAGES[hurry.message].urgency === 'alarm' ||
          /overdue|escalated|due$|unsafeNow|duty|stopped|cancelled/i.test(hurry.message);
        if (!never) return;
        expect(mayWait(hurry)).toBe(false);
        expect(sendingTime(hurry, reader, NOW)).toEqual({ mayWait: false, notBefore: NOW, reason: null });
      }),
    ));

  it('a wait has a reason and an end: the opening of the office, or ten minutes; and never the due time', () =>
    fc.assert(
      fc.property(hurries, readers, (hurry, reader) => {
        const { notBefore, reason, mayWait: waits } = sendingTime(hurry, reader, NOW);
        expect(notBefore.getTime()).toBeGreaterThanOrEqual(NOW.getTime());
        expect(reason === null).toBe(notBefore.getTime() === NOW.getTime());
        if (reason === null) return;
        expect(waits).toBe(true);
        if (hurry.dueAt) expect(notBefore.getTime()).toBeLessThan(hurry.dueAt.getTime());
        if (reason === 'OFF_DUTY') {
          expect(notBefore).toEqual(reader.opensAt);
          expect(reader.onDuty || !reader.quiet).toBe(false);
        } else expect(notBefore.getTime()).toBeLessThanOrEqual(NOW.getTime() + GATHER_MS);
      }),
    ));

  it('a Saturday night as people see it', () => {
    expect(sendingTime(calm, asleep, NOW)).toEqual({
      mayWait: true,
      notBefore: asleep.opensAt,
      reason: 'OFF_DUTY',
    });
    for (const awake of [
      { ...asleep, onDuty: true },
      { ...asleep, quiet: false },
      { ...asleep, opensAt: null },
    ])
      expect(sendingTime(calm, awake, NOW)).toEqual({ mayWait: true, notBefore: NOW, reason: null });
    const owedOnSunday = { ...calm, dueAt: new Date('2026-04-19T12:00:00+07:00') };
    expect(sendingTime(owedOnSunday, asleep, NOW).notBefore).toEqual(NOW);
  });

  it('the second within ten minutes goes with the next', () => {
    const atDesk = { ...asleep, opensAt: null, lastSentAt: at(-60_000) };
    expect(sendingTime(calm, atDesk, NOW)).toEqual({
      mayWait: true,
      notBefore: at(GATHER_MS - 60_000),
      reason: 'GATHERED',
    });
    // Whoever takes over the shift is not held up by what had to wait for the morning.
    const takesOver = { ...asleep, onDuty: true, waitingUntil: asleep.opensAt };
    expect(sendingTime(calm, takesOver, NOW).notBefore).toEqual(at(GATHER_MS));
  });
});
