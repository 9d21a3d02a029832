import { describe, expect, it } from '@jest/globals';
import { ACCOUNT_NEWS, tellOfAccount, type AccountNews } from './account-news.js';
import type { Parties, Person } from './parties.js';

const person = (accountId: string, role: string, agencyId: string, more: Partial<Person> = {}): Person => ({
  accountId,
  personId: accountId,
  role,
  agencyId,
  agencyKind: 'X',
  active: true,
  ...more,
});
const PEOPLE = [
  person('herlina', 'supervisor', 'uptd'),
  person('dewi', 'case_worker', 'uptd'),
  person('kepala', 'dinas_head', 'dppkb'),
  person('reza', 'administrator', 'kominfo'),
  person('sari', 'agency_officer', 'rsud'),
];
const hear = (
  topic: AccountNews,
  accountId: string,
  actorId: string | null,
  people = PEOPLE,
  duty?: Parties['duty'],
) =>
  tellOfAccount(
    topic,
    { accountId, actorId },
    { people, case: null, referral: null, report: null, duty },
  ).map((one) => `${one.accountId} ${one.message}`);

describe('who hears of an account', () => {
  it('a new device: its person and nobody else', () => {
    expect(hear('account.newDevice', 'dewi', null)).toEqual(['dewi account.newDevice']);
  });

  it('what others did with it: its person, and whoever answers for the office', () => {
    expect(hear('account.recoveryProposed', 'dewi', 'reza')).toEqual([
      'dewi account.recoveryBegun',
      'herlina account.recoveryWaits',
    ]);
    expect(hear('account.passwordReset', 'dewi', 'reza')).toEqual([
      'dewi account.reset',
      'herlina account.resetInOffice',
    ]);
    expect(hear('account.created', 'dewi', 'reza')).toEqual(['herlina account.addedInOffice']);
    expect(hear('account.arrived', 'dewi', null)).toEqual(['herlina account.newcomerWaits']);
    expect(hear('account.cameBack', 'dewi', null)).toEqual(['herlina account.ownerWaits']);
  });

  it('whoever did it knows already, by whichever account of theirs', () => {
    expect(hear('account.recoveryConfirmed', 'dewi', 'herlina')).toEqual(['dewi account.recovered']);
    const twice = [...PEOPLE, person('herlina2', 'agency_head', 'uptd', { personId: 'herlina' })];
    expect(hear('account.recoveryConfirmed', 'dewi', 'herlina2', twice)).toEqual(['dewi account.recovered']);
  });

  it('an office without a head is the lead office’s; that head is the IT office’s, and nobody answers for themselves', () => {
    expect(hear('account.created', 'sari', 'reza')).toEqual(['kepala account.addedInOffice']);
    expect(hear('account.recoveryProposed', 'herlina', 'reza')[1]).toBe('kepala account.recoveryWaits');
    const office = [...PEOPLE, person('rini', 'administrator', 'kominfo')];
    expect(hear('account.passwordReset', 'kepala', 'reza', office)).toEqual([
      'kepala account.reset',
      'rini account.resetInOffice',
    ]);
  });

  it('nobody stands in for a person at their own account; an ended one is nobody’s news', () => {
    const duty = {
      officeOpen: true,
      inShifts: new Set<string>(),
      onDuty: new Map(),
      standIns: new Map([['dewi', 'sari']]),
    };
    expect(hear('account.newDevice', 'dewi', null, PEOPLE, duty)).toEqual(['dewi account.newDevice']);
    const ended = PEOPLE.map((one) => (one.accountId === 'dewi' ? { ...one, active: false } : one));
    for (const topic of ACCOUNT_NEWS) expect(hear(topic, 'dewi', 'reza', ended)).toEqual([]);
  });
});
