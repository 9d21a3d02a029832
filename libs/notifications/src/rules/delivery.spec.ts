import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  afterFailure,
  ATTEMPTS_BEFORE_A_PERSON_IS_TOLD,
  ATTEMPTS_MAX,
  failureWords,
  gatewayFailure,
  mailFailure,
  pushFailure,
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

  it('a receiver may ask for patience, but not for more than the longest wait', () => {
    const busy = pushFailure(429, '900')!;
    expect([1, 6].map((attempt) => afterFailure(attempt, busy).waitSeconds)).toEqual([900, 3_600]);
    expect(afterFailure(1, pushFailure(503, '999999')!).waitSeconds).toBe(7_200);
    expect(afterFailure(1, pushFailure(503, 'Wed, 21 Oct 2026 07:28:00 GMT')!).waitSeconds).toBe(15);
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

  it.each([
    [201, null],
    [404, 'recipient.http404', true],
    [410, 'recipient.http410', true],
    [413, 'channel.http413', true],
    [429, 'channel.http429', false],
    [403, 'channel.http403', false],
    [307, 'channel.http307', false],
    [500, 'channel.http500', false],
  ])('a push service’s %i', (status, words, permanent = false) => {
    const failure = pushFailure(status, undefined);
    expect(failure && failureWords(failure)).toBe(words);
    expect(failure?.permanent ?? false).toBe(permanent);
  });
});
