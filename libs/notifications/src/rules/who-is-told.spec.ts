import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Duty, Parties, Person } from './parties.js';
import {
  newsOfReferral,
  newsOfStep,
  REFERRAL_NEWS,
  tellOfStuckMessage,
  type ReferralNews,
  type Telling,
} from './who-is-told.js';

const tellOfReferral = (...args: Parameters<typeof newsOfReferral>): Telling[] =>
  newsOfReferral(...args).tellings;
const tellOfStep = (...args: Parameters<typeof newsOfStep>): Telling[] => newsOfStep(...args).tellings;

const person = (
  accountId: string,
  role: string,
  agencyId: string,
  agencyKind: string,
  active = true,
): Person => ({
  accountId,
  personId: accountId,
  role,
  agencyId,
  agencyKind,
  active,
});

const PEOPLE = [
  person('dewi', 'case_worker', 'uptd', 'UPTD_PPA'),
  person('lestari', 'case_worker', 'uptd', 'UPTD_PPA'),
  person('maya', 'psychologist', 'uptd', 'UPTD_PPA'),
  person('herlina', 'supervisor', 'uptd', 'UPTD_PPA'),
  person('yusnita', 'dinas_head', 'dinas', 'DINAS_PPA'),
  person('sri', 'agency_officer', 'dinkes', 'DINKES'),
  person('tari', 'agency_officer', 'dinkes', 'DINKES'),
  person('taufik', 'agency_head', 'dinkes', 'DINKES'),
  person('rini', 'agency_officer', 'puskesmas', 'PUSKESMAS'),
  person('rudi', 'agency_head', 'polres', 'POLRES'),
  person('dian', 'agency_officer', 'polres', 'POLRES'),
  person('intan', 'legal_officer', 'hukum', 'BAGIAN_HUKUM'),
  person('reza', 'administrator', 'kominfo', 'DISKOMINFO'),
];

const CASE = { agencyId: 'uptd', ownerAccountId: 'dewi', teamAccountIds: ['maya'] };
const TO_DINKES = { toAgencyId: 'dinkes', toParentAgencyId: null, responsibleAccountId: null };

const parties = (change: Partial<Parties> = {}): Parties => ({
  people: PEOPLE,
  case: CASE,
  referral: TO_DINKES,
  report: null,
  ...change,
});
const suspended = (...ids: string[]): Person[] =>
  PEOPLE.map((one) => (ids.includes(one.accountId) ? { ...one, active: false } : one));
const told = (tellings: { accountId: string; message: string }[]): Record<string, string> =>
  Object.fromEntries(tellings.map(({ accountId, message }) => [accountId, message]));

describe('news of a referral', () => {
  it('a sent one reaches every officer of the receiving agency and nobody else', () => {
    expect(told(tellOfReferral('referral.sent', 'dewi', parties()))).toEqual({
      sri: 'referral.sent',
      tari: 'referral.sent',
    });
  });

  it('an accepted one reaches owner and team of the case', () => {
    expect(told(tellOfReferral('referral.accepted', 'sri', parties()))).toEqual({
      dewi: 'referral.accepted',
      maya: 'referral.accepted',
    });
  });

  it('after acceptance the named officer hears, and not the whole office', () => {
    const named = parties({ referral: { ...TO_DINKES, responsibleAccountId: 'tari' } });
    expect(told(tellOfReferral('referral.answered', 'dewi', named))).toEqual({ tari: 'referral.answered' });
  });

  it('an agency without officers is heard of by its head; without anybody the supervisor learns that', () => {
    const noOfficers = parties({ people: suspended('sri', 'tari') });
    expect(told(tellOfReferral('referral.sent', 'dewi', noOfficers))).toEqual({ taufik: 'referral.sent' });
    const nobody = parties({ people: suspended('sri', 'tari', 'taufik') });
    expect(told(tellOfReferral('referral.sent', 'dewi', nobody))).toEqual({ herlina: 'alarm.nobodyToTell' });
  });

  it('PUSPAGA and UPTD PPA answer referrals with their counsellors', () => {
    const toPuspaga = parties({
      people: [...PEOPLE, person('ratna', 'intake_counselor', 'puspaga', 'PUSPAGA')],
      referral: { toAgencyId: 'puspaga', toParentAgencyId: 'dinas', responsibleAccountId: null },
    });
    expect(told(tellOfReferral('referral.sent', 'dewi', toPuspaga))).toEqual({ ratna: 'referral.sent' });
  });

  it('a suspended owner is stood in for by the team, and the supervisor learns that somebody is missing', () => {
    const away = parties({ people: suspended('dewi') });
    expect(told(tellOfReferral('referral.rejected', 'sri', away))).toEqual({
      maya: 'referral.rejected',
      herlina: 'alarm.nobodyToTell',
    });
  });

  it('a referral stopped by the end of its basis is heard of on both sides', () => {
    expect(told(tellOfReferral('referral.cancelled', null, parties()))).toEqual({
      sri: 'referral.basisEnded',
      tari: 'referral.basisEnded',
      dewi: 'referral.stopped',
      maya: 'referral.stopped',
    });
  });
});

describe('a step of a deadline', () => {
  const receiverOwes = { owingAgencyId: 'dinkes', owingAccountId: null, owesOutside: false };

  it('before the due time only whoever owes the act is reminded', () => {
    const step = { rung: 'reminder', tells: ['PIHAK_BERKEWAJIBAN'] };
    expect(told(tellOfStep(step, receiverOwes, parties()))).toEqual({
      sri: 'deadline.soon',
      tari: 'deadline.soon',
    });
  });

  it('overdue: whoever owes must act, the owner of the case watches', () => {
    const step = { rung: 'overdue', tells: ['PIHAK_BERKEWAJIBAN', 'PENANGGUNG_JAWAB_KASUS'] };
    expect(told(tellOfStep(step, receiverOwes, parties()))).toEqual({
      sri: 'deadline.overdue',
      tari: 'deadline.overdue',
      dewi: 'deadline.watchOverdue',
    });
  });

  it.each([
    ['headOfOwingAgency', 'ATASAN_INSTANSI_PENERIMA', { taufik: 'deadline.escalated' }],
    ['supervisor', 'KEPALA_UPTD_PPA', { herlina: 'deadline.escalated' }],
    ['headOfLeadOffice', 'KEPALA_DPPKBPPPA', { yusnita: 'deadline.escalated' }],
    ['headOfOwingAgency', 'PEJABAT_PDP', { intan: 'deadline.escalated' }],
    ['pauseReview', 'KEPALA_UPTD_PPA', { herlina: 'deadline.pauseReview' }],
  ])('rung %s to %s', (rung, code, expected) => {
    expect(told(tellOfStep({ rung, tells: [code] }, receiverOwes, parties()))).toEqual(expected);
  });

  it('a head who does not exist is stood in for by the agency above, else an alarm goes to the supervisor', () => {
    const step = { rung: 'headOfOwingAgency', tells: ['ATASAN_INSTANSI_PENERIMA'] };
    const owed = { owingAgencyId: 'puskesmas', owingAccountId: null, owesOutside: false };
    const below = { toAgencyId: 'puskesmas', toParentAgencyId: 'dinkes', responsibleAccountId: null };
    expect(told(tellOfStep(step, owed, parties({ referral: below })))).toEqual({
      taufik: 'deadline.escalated',
    });
    const alone = { ...below, toParentAgencyId: null };
    expect(told(tellOfStep(step, owed, parties({ referral: alone })))).toEqual({
      herlina: 'alarm.nobodyToTell',
    });
  });

  describe('of a body outside', () => {
    const policeOwe = { owingAgencyId: null, owingAccountId: null, owesOutside: true };
    const noReferral = parties({ referral: null });

    it.each([
      ['reminder', ['PIHAK_BERKEWAJIBAN'], { dewi: 'deadline.monitor' }],
      ['due', ['PIHAK_BERKEWAJIBAN', 'PENANGGUNG_JAWAB_KASUS'], { dewi: 'deadline.monitorDue' }],
      ['overdue', ['PIHAK_BERKEWAJIBAN', 'PENANGGUNG_JAWAB_KASUS'], { dewi: 'deadline.monitorOverdue' }],
      ['headOfOwingAgency', ['KASAT_RESKRIM'], { dewi: 'deadline.monitorHead' }],
      ['headOfOwingAgency', ['KAPOLRES'], { dewi: 'deadline.monitorHead' }],
      ['supervisor', ['KEPALA_UPTD_PPA'], { herlina: 'deadline.monitorEscalated' }],
      ['headOfLeadOffice', ['KEPALA_DPPKBPPPA'], { yusnita: 'deadline.monitorEscalated' }],
    ])('%s: the act is never called a task of whoever keeps the case', (rung, tells, expected) => {
      expect(told(tellOfStep({ rung, tells }, policeOwe, noReferral))).toEqual(expected);
      // An agency of ours that holds no referral of the case may not hear that the case exists either.
      const known = { owingAgencyId: 'polres', owingAccountId: null, owesOutside: false };
      expect(told(tellOfStep({ rung, tells }, known, noReferral))).toEqual(expected);
    });

    it('is watched by the team while the owner is suspended, and the supervisor learns that', () => {
      const step = { rung: 'reminder', tells: ['PIHAK_BERKEWAJIBAN'] };
      const away = parties({ referral: null, people: suspended('dewi') });
      expect(told(tellOfStep(step, policeOwe, away))).toEqual({
        maya: 'deadline.monitor',
        herlina: 'alarm.nobodyToTell',
      });
    });

    it('is done by the receiver where it holds the referral: then it is its own task', () => {
      const step = { rung: 'due', tells: ['PIHAK_BERKEWAJIBAN', 'PENANGGUNG_JAWAB_KASUS'] };
      const held = parties({
        referral: { toAgencyId: 'polres', toParentAgencyId: null, responsibleAccountId: null },
      });
      const owed = { owingAgencyId: 'polres', owingAccountId: null, owesOutside: false };
      expect(told(tellOfStep(step, owed, held))).toEqual({ dian: 'deadline.due', dewi: 'deadline.watch' });
    });
  });

  it("a duty of our own agency is its team's, and its person in charge is asked by name", () => {
    const ours = { owingAgencyId: 'uptd', owingAccountId: null, owesOutside: false };
    const step = {
      rung: 'overdue',
      tells: ['PIHAK_BERKEWAJIBAN', 'PENANGGUNG_JAWAB_KASUS', 'PETUGAS_PIKET_BERIKUT'],
    };
    expect(told(tellOfStep(step, ours, parties({ referral: null })))).toEqual({
      dewi: 'deadline.overdue',
      maya: 'deadline.overdue',
      lestari: 'deadline.escalated',
    });
    const named = { owingAgencyId: null, owingAccountId: 'dewi', owesOutside: false };
    const reminder = { rung: 'reminder', tells: ['PIHAK_BERKEWAJIBAN'] };
    expect(told(tellOfStep(reminder, named, parties({ referral: null })))).toEqual({ dewi: 'deadline.soon' });
  });

  it.each([
    ['PIHAK_BERKEWAJIBAN', ['sri', 'tari', 'taufik'], { agencyId: 'dinkes', code: '' }],
    ['ATASAN_INSTANSI_PENERIMA', ['taufik'], { agencyId: 'dinkes', code: '' }],
    ['KEPALA_UPTD_PPA', ['herlina'], { agencyId: 'uptd', code: '' }],
    ['KEPALA_DPPKBPPPA', ['yusnita'], { agencyId: null, code: 'KEPALA_DPPKBPPPA' }],
    ['PEJABAT_PDP', ['intan'], { agencyId: null, code: 'PEJABAT_PDP' }],
  ])('says in which office %s could not be told', (code, gone, expected) => {
    const step = { rung: 'overdue', tells: [code] };
    expect(newsOfStep(step, receiverOwes, parties({ people: suspended(...gone) })).outOfReach).toEqual([
      expected,
    ]);
    expect(newsOfStep(step, receiverOwes, parties()).outOfReach).toEqual([]);
  });

  it('news that reaches nobody of a side names the office of that side', () => {
    const noReceivers = parties({ people: suspended('sri', 'tari', 'taufik') });
    expect(newsOfReferral('referral.sent', 'dewi', noReceivers).outOfReach).toEqual([
      { agencyId: 'dinkes', code: '' },
    ]);
    const noOwner = parties({ people: suspended('dewi') });
    expect(newsOfReferral('referral.accepted', 'sri', noOwner).outOfReach).toEqual([
      { agencyId: 'uptd', code: '' },
    ]);
  });

  it('with supervisor and lead office empty the alarm reaches the administrators: a person at the end of everything', () => {
    const step = { rung: 'supervisor', tells: ['KEPALA_UPTD_PPA'] };
    const empty = parties({ people: suspended('herlina', 'yusnita') });
    expect(told(tellOfStep(step, receiverOwes, empty))).toEqual({ reza: 'alarm.nobodyToTell' });
  });
});

describe('whatever happens', () => {
  const anyPeople = fc.uniqueArray(
    fc.record({
      accountId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      role: fc.constantFrom(
        'case_worker',
        'supervisor',
        'agency_officer',
        'agency_head',
        'dinas_head',
        'auditor',
      ),
      agencyId: fc.constantFrom('uptd', 'dinkes', 'dinas'),
      agencyKind: fc.constantFrom('UPTD_PPA', 'DINKES'),
      active: fc.boolean(),
    }),
    { selector: (one) => one.accountId },
  );
  const administrator = person('admin', 'administrator', 'kominfo', 'DISKOMINFO');
  const anyStep = fc.record({
    rung: fc.constantFrom(
      'reminder',
      'due',
      'overdue',
      'headOfOwingAgency',
      'supervisor',
      'headOfLeadOffice',
    ),
    tells: fc.array(
      fc.constantFrom(
        'PIHAK_BERKEWAJIBAN',
        'PENANGGUNG_JAWAB_KASUS',
        'KEPALA_UPTD_PPA',
        'KAPOLRES',
        'NOBODY_KNOWS',
      ),
      { minLength: 1, maxLength: 3 },
    ),
  });

  it('a step always reaches an active person, and nobody twice', () => {
    fc.assert(
      fc.property(
        anyPeople,
        anyStep,
        fc.constantFrom(null, 'dinkes', 'uptd', 'polres'),
        (people, step, owes) => {
          const everybody = parties({
            people: [...people.map((one) => ({ ...one, personId: one.accountId })), administrator],
            case: { ...CASE, ownerAccountId: 'a' },
          });
          const tellings = tellOfStep(
            step,
            { owingAgencyId: owes, owingAccountId: null, owesOutside: false },
            everybody,
          );
          const accounts = tellings.map(({ accountId }) => accountId);
          expect(accounts.length).toBeGreaterThan(0);
          expect(new Set(accounts).size).toBe(accounts.length);
          for (const id of accounts)
            expect(everybody.people.find(({ accountId }) => accountId === id)).toMatchObject({
              active: true,
            });
        },
      ),
    );
  });

  it('no event of a referral is heard of by the side that did it, and none is heard of by nobody', () => {
    for (const topic of Object.keys(REFERRAL_NEWS) as ReferralNews[]) {
      const actor = REFERRAL_NEWS[topic] === 'receiver' ? 'dewi' : 'sri';
      const accounts = tellOfReferral(topic, actor, parties()).map(({ accountId }) => accountId);
      expect(accounts).not.toContain(actor);
      expect(accounts.length).toBeGreaterThan(0);
    }
  });

  describe('of a kept report', () => {
    const kept = { case: null, referral: null, report: { agencyId: 'uptd', receivedBy: 'lestari' } };
    const owed = { owingAgencyId: 'uptd', owingAccountId: null, owesOutside: false };
    const remind = { rung: 'reminder', tells: ['PIHAK_BERKEWAJIBAN'] };
    const rani = person('rani', 'intake_counselor', 'uptd', 'UPTD_PPA');

    it('whoever took it and the counsellors of intake are told, case workers only where there are none', () => {
      expect(told(tellOfStep(remind, owed, parties({ ...kept, people: [...PEOPLE, rani] })))).toEqual({
        lestari: 'deadline.soon',
        rani: 'deadline.soon',
      });
      expect(Object.keys(told(tellOfStep(remind, owed, parties(kept)))).sort()).toEqual(['dewi', 'lestari']);
    });

    it('one who has moved to another office since is not told', () => {
      const moved = PEOPLE.map((one) =>
        one.accountId === 'lestari' ? { ...one, agencyId: 'puspaga' } : one,
      );
      expect(told(tellOfStep(remind, owed, parties({ ...kept, people: moved })))).toEqual({
        dewi: 'deadline.soon',
      });
    });

    it('with nobody there the supervisor of the office hears it', () =>
      expect(
        told(tellOfStep(remind, owed, parties({ ...kept, people: suspended('dewi', 'lestari') }))),
      ).toEqual({ herlina: 'deadline.soon' }));
  });

  it('a message that keeps failing ends at a person', () => {
    expect(tellOfStuckMessage(parties())).toEqual([{ accountId: 'reza', message: 'alarm.messageStuck' }]);
    const nobodyThere = tellOfStuckMessage(parties({ people: suspended('reza') }));
    expect(nobodyThere).toEqual([{ accountId: 'herlina', message: 'alarm.messageStuck' }]);
  });
});

describe('at night, on holidays and on leave', () => {
  const duty = (change: Partial<Duty> = {}): Duty => ({
    officeOpen: false,
    inShifts: new Set(),
    onDuty: new Map([
      ['uptd', ['lestari']],
      ['dinkes', ['tari']],
    ]),
    standIns: new Map(),
    ...change,
  });
  const owedByDinkes = { owingAgencyId: 'dinkes', owingAccountId: null, owesOutside: false };
  const owedByDewi = { owingAgencyId: null, owingAccountId: 'dewi', owesOutside: false };
  const owing = { rung: 'overdue', tells: ['PIHAK_BERKEWAJIBAN'] };

  it('an agency is told by its roster, not by all its officers', () => {
    expect(told(tellOfReferral('referral.sent', 'dewi', parties({ duty: duty() })))).toEqual({
      tari: 'referral.sent',
    });
    expect(told(tellOfStep(owing, owedByDinkes, parties({ duty: duty() })))).toEqual({
      tari: 'deadline.overdue',
    });
  });

  it('in office hours the roster changes nothing', () => {
    const open = parties({ duty: duty({ officeOpen: true }) });
    expect(tellOfStep(owing, owedByDinkes, open)).toEqual(tellOfStep(owing, owedByDinkes, parties()));
    expect(tellOfReferral('referral.asked', 'sri', open)).toEqual(
      tellOfReferral('referral.asked', 'sri', parties()),
    );
  });

  it('a desk that never closes and works in shifts is told by its shift, by day as well', () => {
    const byDay = parties({ duty: duty({ officeOpen: true, inShifts: new Set(['dinkes']) }) });
    expect(told(tellOfReferral('referral.sent', 'dewi', byDay))).toEqual({ tari: 'referral.sent' });
    // Whoever is meant by name is at work by day, and needs nobody to ring them.
    expect(told(tellOfStep(owing, owedByDewi, byDay))).toEqual({ dewi: 'deadline.overdue' });
  });

  it('somebody who must act by name is told, and whoever is on duty with them', () => {
    expect(told(tellOfStep(owing, owedByDewi, parties({ duty: duty() })))).toEqual({
      dewi: 'deadline.overdue',
      lestari: 'duty.act',
    });
  });

  it('what is only good to know wakes nobody', () => {
    expect(told(tellOfReferral('referral.accepted', 'sri', parties({ duty: duty() })))).toEqual({
      dewi: 'referral.accepted',
      maya: 'referral.accepted',
    });
  });

  it('an agency without a roster is told as in office hours', () => {
    const none = parties({ duty: duty({ onDuty: new Map() }) });
    expect(tellOfStep(owing, owedByDinkes, none)).toEqual(tellOfStep(owing, owedByDinkes, parties()));
  });

  it.each([
    ['their stand-in', new Map<string, string | null>([['dewi', 'ani']]), { ani: 'deadline.overdue' }],
    [
      'whoever is on duty, where nobody stands in',
      new Map([['dewi', null]]),
      { lestari: 'deadline.overdue' },
    ],
  ])('instead of somebody on leave: %s, with no alarm', (_, standIns, expected) => {
    const away = parties({ duty: duty({ officeOpen: true, standIns }) });
    expect(told(tellOfStep(owing, owedByDewi, away))).toMatchObject(expected);
    expect(told(tellOfStep(owing, owedByDewi, away))).not.toHaveProperty('dewi');
    expect(Object.values(told(tellOfStep(owing, owedByDewi, away)))).not.toContain('alarm.nobodyToTell');
  });

  it('a head on leave is stood in for; one of several officers on leave is left out', () => {
    const head = { rung: 'headOfOwingAgency', tells: ['ATASAN_INSTANSI_PENERIMA'] };
    const standIns = new Map<string, string | null>([
      ['taufik', 'sri'],
      ['tari', null],
    ]);
    const away = parties({ duty: duty({ officeOpen: true, standIns }) });
    expect(told(tellOfStep(head, owedByDinkes, away))).toEqual({ sri: 'deadline.escalated' });
    expect(told(tellOfStep(owing, owedByDinkes, away))).toEqual({ sri: 'deadline.overdue' });
  });

  it('nobody there, nobody on duty: the alarm', () => {
    const gone = parties({ duty: duty({ onDuty: new Map(), standIns: new Map([['dewi', null]]) }) });
    expect(told(tellOfStep(owing, owedByDewi, gone))).toMatchObject({ herlina: 'alarm.nobodyToTell' });
  });
});
