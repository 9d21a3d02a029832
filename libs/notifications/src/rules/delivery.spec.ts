import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  afterFailure,
  ATTEMPTS_BEFORE_A_PERSON_IS_TOLD,
  ATTEMPTS_MAX,
  failureWords,
  gatewayFailure,
  mailFailure,
  WAITS_SECONDS,
  type Failure,
} from './delivery.js';

const failures: fc.Arbitrary<Failure> = fc.record({
  kind: fc.constantFrom('channel' as const, 'recipient' as const),
  code: fc.string(),
  permanent: fc.boolean(),
});

describe('what follows from a failed attempt', () => {
  it('ends after the table’s last wait, and never without a person', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), failures, (attempt, failure) => {
        const { waitSeconds, tellAPerson } = afterFailure(attempt, failure);
        const over = waitSeconds === null;
        expect(over).toBe(failure.permanent || attempt >= ATTEMPTS_MAX);
        if (over || attempt >= ATTEMPTS_BEFORE_A_PERSON_IS_TOLD) expect(tellAPerson).toBe(true);
        if (!over) expect(waitSeconds).toBeGreaterThan(0);
      }),
    ));

  it('waits longer each time, four hours in all; a person hears within five minutes', () => {
    expect([...WAITS_SECONDS]).toEqual([...WAITS_SECONDS].sort((a, b) => a - b));
    const sum = (waits: readonly number[]) => waits.reduce((all, wait) => all + wait, 0);
    expect(sum(WAITS_SECONDS)).toBeLessThanOrEqual(4 * 3600);
    expect(sum(WAITS_SECONDS.slice(0, ATTEMPTS_BEFORE_A_PERSON_IS_TOLD - 1))).toBeLessThanOrEqual(300);
  });

  it('keeps a code and never a text', () =>
    fc.assert(
      fc.property(failures, (failure) => {
        expect(failureWords(failure)).toMatch(/^(channel|recipient)[.][\w.-]{1,60}$/);
      }),
    ));
});

describe('whose failure it is', () => {
  it.each([
    [{ command: 'RCPT TO', responseCode: 550 }, 'recipient.smtp550', true],
    [{ command: 'RCPT TO', responseCode: 450 }, 'recipient.smtp450', false],
    [{ command: 'MAIL FROM', responseCode: 550 }, 'channel.smtp550', false],
    [{ code: 'EAUTH', responseCode: 535, response: 'no such user dewi' }, 'channel.smtp535', false],
    [{ code: 'ECONNREFUSED' }, 'channel.ECONNREFUSED', false],
    [{ code: 'dewi@dinas.example refused' }, 'channel.unknown', false],
    [undefined, 'channel.unknown', false],
  ])('mail %j is %s', (error, words, permanent) => {
    const failure = mailFailure(error);
    expect([failureWords(failure), failure.permanent]).toEqual([words, permanent]);
  });

  it.each([
    [200, null],
    [202, null],
    [302, { kind: 'channel', code: 'http302', permanent: false }],
    [401, { kind: 'channel', code: 'http401', permanent: false }],
    [422, { kind: 'recipient', code: 'http422', permanent: true }],
    [503, { kind: 'channel', code: 'http503', permanent: false }],
  ])('a gateway’s %i', (status, failure) => expect(gatewayFailure(status)).toEqual(failure));
});
