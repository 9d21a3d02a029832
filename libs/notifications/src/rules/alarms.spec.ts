import { describe, expect, it } from '@jest/globals';
import {
  ALARM_KINDS,
  ALARMS,
  alarmActs,
  CALLS_AGAIN_MINUTES,
  climbsAfter,
  mustAct,
  nextRung,
} from './alarms.js';
import type { Parties, Person } from './parties.js';

const person = (accountId: string, role: string, agencyId: string, active = true): Person => ({
  accountId,
  personId: accountId,
  role,
  agencyId,
  agencyKind: agencyId === 'uptd' ? 'UPTD_PPA' : 'DINKES',
  active,
});
const PEOPLE = [
  person('taufik', 'agency_head', 'dinkes'),
  person('herlina', 'supervisor', 'uptd'),
  person('yusnita', 'dinas_head', 'dinas'),
  person('reza', 'administrator', 'kominfo'),
];
const parties = (people = PEOPLE): Parties => ({ people, case: null, referral: null, report: null });
const without = (...ids: string[]): Parties =>
  parties(PEOPLE.map((one) => ({ ...one, active: !ids.includes(one.accountId) })));

describe('the ladder of an alarm', () => {
  it.each(ALARM_KINDS)(
    '%s begins at once, climbs in time, and reaches the head of the lead office',
    (kind) => {
      const { ladder } = ALARMS[kind];
      expect(ladder[0]!.afterMinutes).toBe(0);
      for (let rung = 1; rung < ladder.length; rung++)
        expect(ladder[rung]!.afterMinutes).toBeGreaterThan(ladder[rung - 1]!.afterMinutes);
      expect(ladder.map(({ who }) => who)).toContain('LEAD_OFFICE');
    },
  );

  it.each(ALARM_KINDS)('%s has a title and an advice in both languages', (kind) => {
    for (const words of [ALARMS[kind].id, ALARMS[kind].en]) {
      expect(words.title.length).toBeGreaterThan(10);
      expect(words.advice.length).toBeGreaterThan(20);
    }
    expect(ALARMS[kind].id.title).not.toBe(ALARMS[kind].en.title);
  });

  it('the office itself is asked first, then those above it, an hour and four hours later', () => {
    const at = (rung: number): readonly string[] =>
      mustAct('NOBODY_TO_TELL', rung, 'dinkes', parties()).accounts;
    expect([0, 1, 2, 3].map(at)).toEqual([['taufik'], ['herlina'], ['yusnita'], ['reza']]);
    expect([0, 1, 2].map((rung) => climbsAfter('NOBODY_TO_TELL', rung))).toEqual([60, 180, 240]);
    expect(climbsAfter('NOBODY_TO_TELL', 3)).toBe(CALLS_AGAIN_MINUTES);
    expect(nextRung('NOBODY_TO_TELL', 3)).toBe(3);
  });

  it('what the server needs is the IT office’s first', () => {
    expect(mustAct('WORKER_CLOCK', 0, null, parties())).toEqual({ rung: 0, accounts: ['reza'] });
  });

  it('where nobody is at a rung, the next is asked at once', () => {
    expect(mustAct('NOBODY_TO_TELL', 0, 'dinkes', without('taufik'))).toEqual({
      rung: 1,
      accounts: ['herlina'],
    });
    expect(mustAct('NOBODY_TO_TELL', 2, 'dinkes', without('yusnita', 'reza')).accounts).toEqual(['herlina']);
  });
});

describe('what may be done with it', () => {
  it.each([
    [{ resolved: false, heldNow: false }, ['alarm.acknowledge', 'alarm.resolve']],
    [{ resolved: false, heldNow: true }, ['alarm.resolve']],
    [{ resolved: true, heldNow: true }, []],
  ])('%o', (alarm, expected) => expect(alarmActs(alarm)).toEqual(expected));
});
