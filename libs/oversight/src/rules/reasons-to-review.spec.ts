import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ACTS_OF_CASES } from '#cases';
import {
  DENIED_CLUSTER_MIN,
  groupsOf,
  isNight,
  LATE_EDIT_AFTER_DAYS,
  reasonFor,
  REASONS,
  type Reviewable,
} from './reasons-to-review.js';

const NOON: Reviewable = {
  id: 'a',
  act: 'case.read',
  decision: 'allowed',
  at: new Date('2026-04-14T05:00:00Z'),
  minuteOfDay: 12 * 60,
  actorId: 'dewi',
  actorRole: 'case_worker',
  caseRef: 'case',
  facts: {},
  outside: false,
  onDuty: false,
  closedAt: null,
  reportedAt: new Date('2026-04-10T05:00:00Z'),
};
const DAY = 86_400_000;

describe('why an entry is put before somebody else', () => {
  it.each<[Partial<Reviewable>, string | null]>([
    [{}, 'sample'],
    [{ act: 'case.edited' }, null],
    [{ act: 'emergencyAccess.read' }, 'emergency'],
    [{ act: 'emergencyAccess.revealed' }, 'emergency'],
    [{ act: 'emergency.open', decision: 'denied' }, 'emergency'],
    [{ act: 'emergencyAccess.opened' }, 'emergency'],
    [{ outside: true }, 'outOfScope'],
    [{ outside: true, act: 'deadline.acknowledged' }, null],
    [{ decision: 'denied' }, 'denied'],
    [{ decision: 'denied', facts: { code: 'step-up-needed' } }, null],
    [{ decision: 'refused' }, null],
    [{ act: 'audit.exported', caseRef: null }, 'export'],
    [{ act: 'screening.approved' }, 'override'],
    [{ act: 'consent.recorded', facts: { basis: 'KEWAJIBAN_HUKUM' } }, 'legalDuty'],
    [{ act: 'consent.recorded', facts: { basis: 'KEPENTINGAN_VITAL', againstRefusal: true } }, 'override'],
    [{ act: 'consent.countersigned', facts: { basis: 'KEWAJIBAN_HUKUM' } }, 'override'],
    [{ act: 'consent.recorded', facts: { basis: 'PERSETUJUAN' } }, null],
    [{ act: 'case.edited', closedAt: new Date('2026-04-13T00:00:00Z') }, 'lateEdit'],
    [{ act: 'case.noted', closedAt: new Date('2026-04-13T00:00:00Z') }, null],
    [{ act: 'case.edited', reportedAt: new Date(NOON.at.getTime() - LATE_EDIT_AFTER_DAYS * DAY) }, null],
    [
      { act: 'case.edited', reportedAt: new Date(NOON.at.getTime() - LATE_EDIT_AFTER_DAYS * DAY - 1) },
      'lateEdit',
    ],
    [{ minuteOfDay: 22 * 60 }, 'nightReading'],
    [{ minuteOfDay: 22 * 60, onDuty: true }, 'sample'],
    [{ minuteOfDay: 22 * 60, act: 'case.noted' }, null],
    [{ act: 'case.revealed' }, 'reveal'],
    [{ act: 'case.revealed', minuteOfDay: 60 }, 'nightReading'],
  ])('%j: %s', (part, reason) => expect(reasonFor({ ...NOON, ...part })).toBe(reason));

  it('knows the night by its edges', () => {
    expect([21 * 60 + 59, 22 * 60, 0, 4 * 60 + 59, 5 * 60].map(isNight)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});

const entry = fc.record({
  id: fc.uuid(),
  act: fc.constantFrom(...ACTS_OF_CASES, 'emergency.open', 'audit.exported'),
  decision: fc.constantFrom('allowed', 'refused', 'denied'),
  at: fc.date({ min: new Date('2026-01-01'), max: new Date('2026-12-31'), noInvalidDate: true }),
  minuteOfDay: fc.integer({ min: 0, max: 1439 }),
  actorId: fc.constantFrom('dewi', 'lestari', 'maya'),
  actorRole: fc.constant('case_worker'),
  caseRef: fc.constantFrom('one', 'two', null),
  facts: fc.constantFrom({}, { basis: 'KEWAJIBAN_HUKUM' }),
  outside: fc.boolean(),
  onDuty: fc.boolean(),
  closedAt: fc.constantFrom(null, new Date('2026-06-01')),
  reportedAt: fc.constantFrom(null, new Date('2026-03-01')),
});
const someDay = fc.uniqueArray(entry, { selector: ({ id }) => id, maxLength: 60 });

describe('a day as its reviewer reads it', () => {
  it('names every pressing entry once, whatever was drawn; single denials and undrawn looks stay out', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 10 }), (entries, size) => {
        const drawn = new Set(entries.slice(0, size).map(({ id }) => id));
        const picked = groupsOf(entries, drawn).flatMap((group) => group.entries.map(({ id }) => id));
        expect(new Set(picked).size).toBe(picked.length);
        for (const one of entries) {
          const reason = reasonFor(one);
          const denials = entries.filter(
            (other) => other.actorId === one.actorId && reasonFor(other) === 'denied',
          );
          const expected =
            reason !== null &&
            (reason !== 'sample' || drawn.has(one.id)) &&
            (reason !== 'denied' || denials.length >= DENIED_CLUSTER_MIN);
          expect([one.id, picked.includes(one.id)]).toEqual([one.id, expected]);
        }
      }),
    );
  });

  it('keeps one row to one person, one case and one reason', () => {
    fc.assert(
      fc.property(someDay, (entries) => {
        for (const group of groupsOf(entries, new Set(entries.map(({ id }) => id)))) {
          expect(new Set(group.entries.map(({ actorId }) => actorId))).toEqual(new Set([group.actorId]));
          expect(new Set(group.entries.map(reasonFor))).toEqual(new Set([group.reason]));
          if (group.reason !== 'denied')
            expect(new Set(group.entries.map(({ caseRef }) => caseRef))).toEqual(new Set([group.caseRef]));
        }
      }),
    );
  });

  it('has no reason that an earlier one always hides', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(entry, (one) => {
        reached.add(reasonFor(one) ?? 'none');
      }),
      { numRuns: 5_000, seed: 42 },
    );
    expect([...reached].sort()).toEqual([...REASONS.map(({ reason }) => reason), 'none'].sort());
  });
});
