import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#config';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Calculator, type Send } from './calculator.js';
import { City } from './city.js';
import type { Minute } from './office-days.js';
import { FROM, quarter, UNTIL } from './script.js';

const GOLDEN = join(projectRoot(), 'test', 'quarter', 'expected-sends.csv');
const HEADER = 'at,of,rule,rung,message,who';
const IDLE_EVERY = 7 * 24 * 60;
const IDLE_AT = 3 * 60 + 33;

/** Every family of rules that the journey of a referral starts, and those of the case around it. */
const FAMILIES = [
  'complaint-followup',
  'complaint-service',
  'court-protection-order',
  'monitoring-note',
  'police-report-no-response',
  'police-spdp',
  'referral-ack',
  'referral-answer',
  'referral-confirm-completed',
  'referral-confirm-failed',
  'referral-first-service',
  'referral-progress-note',
  'referral-question',
  'referral-reroute',
  'uptd-police-report-tpks',
];
const RUNGS = [
  'due',
  'headOfLeadOffice',
  'headOfOwingAgency',
  'overdue',
  'pauseReview',
  'reminder',
  'supervisor',
];
const MAILBOXES = ['kepala', 'konselor', 'pendamping', 'pendamping2', 'petugas'];

/** One line for each person told, in order of time; within a minute the order has no meaning. */
function lines(sends: readonly Send[]): string[] {
  return sends
    .map(({ at, of, rule, rung, message, who }) => [at, of, rule, rung, message, who].join(','))
    .sort();
}

describe('ninety days of a city', () => {
  const acts = quarter();
  const sends = new Calculator().run(acts);
  const expected = lines(sends);

  it('are worth the name: every family of rules, every rung, both sides, more than two hundred referrals', () => {
    const all = (words: string[]): string[] => [...new Set(words)].filter((word) => word !== '').sort();
    expect(all(sends.map(({ rule }) => rule.replace(/-(high|medium|low)$/, '')))).toEqual(FAMILIES);
    expect(all(sends.map(({ rung }) => rung))).toEqual(RUNGS);
    expect(acts.filter(({ does }) => does === 'send').length).toBeGreaterThan(200);
    expect(all(sends.map(({ who }) => who.split('@')[0]!))).toEqual(MAILBOXES);
  });

  it('are by the calculator what the golden file keeps', () => {
    if (process.env.SIMPUL_KEEP_GOLDEN) writeFileSync(GOLDEN, [HEADER, ...expected, ''].join('\n'));
    expect(readFileSync(GOLDEN, 'utf8').trimEnd().split('\n')).toEqual([HEADER, ...expected]);
  });

  describe('lived through by the API, the sweep and the relay', () => {
    let city: City;
    const firedAtIdleTimes: number[] = [];

    beforeAll(async () => {
      city = await City.open();
      const left = [...acts];
      let idle: Minute = FROM + IDLE_AT;
      for (let now: Minute = FROM; ;) {
        now = Math.max(now, Math.min(left[0]?.at ?? UNTIL, await city.nextStep(), idle));
        if (now >= UNTIL) break;
        await city.at(now);
        await city.doAll(left.splice(0, left.filter(({ at }) => at === now).length));
        const fired = await city.work();
        if (now !== idle) continue;
        firedAtIdleTimes.push(fired);
        idle += IDLE_EVERY;
      }
    }, 900_000);
    afterAll(() => city?.close());

    it('tell exactly that, to the minute: nobody more, nobody less, nobody at another time', async () => {
      const told = lines(await city.sends());
      const [calculated, lived] = [new Set(expected), new Set(told)];
      expect({
        notExpected: told.filter((line) => !calculated.has(line)),
        notTold: expected.filter((line) => !lived.has(line)),
      }).toEqual({ notExpected: [], notTold: [] });
      expect(told).toEqual(expected); // and nobody twice
    });

    it('fire nothing at times at which nothing is due', () => {
      expect(firedAtIdleTimes).toEqual(Array.from({ length: 13 }, () => 0));
    });
  });
});
