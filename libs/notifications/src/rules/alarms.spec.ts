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
  person('hesti', 'integrity_officer', 'inspektorat'),
  person('utami', 'auditor', 'inspektorat'),
  person('dewi', 'case_worker', 'uptd'),
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
      // What guards alone may know climbs to nobody.
      expect(ladder.map(({ who }) => who)).toContain(ALARMS[kind].forGuards ? 'GUARDS' : 'LEAD_OFFICE');
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
      mustAct('NOBODY_TO_TELL', rung, { agencyId: 'dinkes' }, parties()).accounts;
    expect([0, 1, 2, 3].map(at)).toEqual([['taufik'], ['herlina'], ['yusnita'], ['reza']]);
    expect([0, 1, 2].map((rung) => climbsAfter('NOBODY_TO_TELL', rung))).toEqual([60, 180, 240]);
    expect(climbsAfter('NOBODY_TO_TELL', 3)).toBe(CALLS_AGAIN_MINUTES);
    expect(nextRung('NOBODY_TO_TELL', 3)).toBe(3);
  });

  it('what the server needs is the IT office’s first', () => {
    expect(mustAct('WORKER_CLOCK', 0, { agencyId: null }, parties())).toEqual({
      rung: 0,
      accounts: ['reza'],
    });
  });

  it('where nobody is at a rung, the next is asked at once', () => {
    expect(mustAct('NOBODY_TO_TELL', 0, { agencyId: 'dinkes' }, without('taufik'))).toEqual({
      rung: 1,
      accounts: ['herlina'],
    });
    expect(mustAct('NOBODY_TO_TELL', 2, { agencyId: 'dinkes' }, without('yusnita', 'reza')).accounts).toEqual(
      ['herlina'],
    );
  });
});

describe('an alarm about somebody’s conduct', () => {
  const at = (rung: number, accountId: string, agencyId: string, people = PEOPLE): readonly string[] =>
    mustAct('UNUSUAL_READING', rung, { agencyId, accountId }, parties(people)).accounts;

  it('is the supervisor’s first, then theirs who watch over the offices; a partner’s is theirs at once', () => {
    expect([0, 1, 2].map((rung) => at(rung, 'dewi', 'uptd'))).toEqual([
      ['herlina'],
      ['hesti', 'utami'],
      ['yusnita'],
    ]);
    expect(at(0, 'taufik', 'dinkes')).toEqual(['hesti', 'utami']);
  });

  it('never reaches the person, under any account, nor the IT office', () => {
    const twice = [...PEOPLE, { ...person('herlina-2', 'case_worker', 'uptd'), personId: 'herlina' }];
    expect(at(0, 'herlina-2', 'uptd', twice)).toEqual(['hesti', 'utami']);
    expect(at(1, 'hesti', 'inspektorat')).toEqual(['utami']);
    const alone = PEOPLE.filter(({ accountId }) => ['dewi', 'reza'].includes(accountId));
    for (const rung of [0, 1, 2]) expect(at(rung, 'dewi', 'uptd', alone)).toEqual([]);
  });
});

describe('what may be done with it', () => {
  it.each([
    [{ resolved: false, heldNow: false }, ['alarm.acknowledge', 'alarm.resolve']],
    [{ resolved: false, heldNow: true }, ['alarm.resolve']],
    [{ resolved: true, heldNow: true }, []],
  ])('%o', (alarm, expected) => expect(alarmActs(alarm)).toEqual(expected));
});
