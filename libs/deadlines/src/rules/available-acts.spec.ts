import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { availableDeadlineActs, whyNot, type DeadlineAct, type DeadlineSight } from './available-acts.js';
import { DEADLINE_STATUSES, isOpen } from './deadline-lifecycle.js';
import { BASES, RULE_KINDS } from './deadline-rule.js';

const ACTS: DeadlineAct[] = ['acknowledge', 'remind', 'pause', 'resume', 'waive', 'approveWaiver'];
const sights = fc.record<DeadlineSight>({
  status: fc.constantFrom(...DEADLINE_STATUSES),
  basis: fc.constantFrom(...BASES),
  kind: fc.constantFrom(...RULE_KINDS),
  pausedByEvent: fc.boolean(),
  waiverProposedBy: fc.constantFrom(null, 'herlina', 'dewi'),
  viewer: fc.record({
    personId: fc.constantFrom('herlina', 'dewi'),
    mayAcknowledge: fc.boolean(),
    mayRemind: fc.boolean(),
    mayPause: fc.boolean(),
    mayWaive: fc.boolean(),
  }),
});

describe('the acts at a desk', () => {
  it('never stop or lift a clock of the law', () => {
    fc.assert(
      fc.property(sights, (sight) => {
        const acts = availableDeadlineActs({ ...sight, basis: 'LAW' });
        expect(acts.filter((act) => ['pause', 'waive', 'approveWaiver'].includes(act))).toEqual([]);
      }),
    );
  });

  it('never take the decision away that a kept report waits for', () => {
    fc.assert(
      fc.property(sights, (sight) => {
        const acts = availableDeadlineActs({ ...sight, ofReport: true });
        expect(acts.filter((act) => ['pause', 'waive', 'approveWaiver'].includes(act))).toEqual([]);
        if (isOpen(sight.status) && sight.basis !== 'LAW')
          expect(whyNot('waive', { ...sight, ofReport: true })).toBe('deadline.onlyADecisionEnds');
      }),
    );
  });

  it('never let one person waive alone', () => {
    fc.assert(
      fc.property(sights, (sight) => {
        if (availableDeadlineActs(sight).includes('approveWaiver')) {
          expect(sight.waiverProposedBy).not.toBeNull();
          expect(sight.waiverProposedBy).not.toBe(sight.viewer.personId);
        }
      }),
    );
  });

  it('end with the deadline, and every refusal has a code that says why', () => {
    fc.assert(
      fc.property(sights, (sight) => {
        const acts = availableDeadlineActs(sight);
        if (!isOpen(sight.status)) expect(acts).toEqual([]);
        for (const act of ACTS.filter((one) => !acts.includes(one)))
          expect(whyNot(act, sight)).toMatch(/^(deadline|fourEyes)\.[a-zA-Z.]+$/);
      }),
    );
  });

  const sight: DeadlineSight = {
    status: 'running',
    basis: 'PROPOSAL',
    kind: 'DUTY',
    pausedByEvent: false,
    waiverProposedBy: 'dewi',
    viewer: { personId: 'dewi', mayAcknowledge: true, mayRemind: true, mayPause: true, mayWaive: true },
  };

  it('are offered to nobody whose role has not got them', () => {
    const NEEDS = {
      acknowledge: 'mayAcknowledge',
      remind: 'mayRemind',
      pause: 'mayPause',
      resume: 'mayPause',
      waive: 'mayWaive',
      approveWaiver: 'mayWaive',
    } as const satisfies Record<DeadlineAct, string>;
    fc.assert(
      fc.property(sights, (given) => {
        for (const act of availableDeadlineActs(given)) expect(given.viewer[NEEDS[act]]).toBe(true);
      }),
    );
  });

  it.each<[string, Partial<DeadlineSight>, DeadlineAct[]]>([
    ['runs', { waiverProposedBy: null }, ['acknowledge', 'remind', 'pause', 'waive']],
    ['was missed', { waiverProposedBy: null, status: 'missed' }, ['acknowledge', 'remind', 'waive']],
    ['rests', { waiverProposedBy: null, status: 'paused' }, ['resume', 'waive']],
    ['waits for an answer', { waiverProposedBy: null, status: 'paused', pausedByEvent: true }, ['waive']],
    ['is to be waived', {}, ['acknowledge', 'remind', 'pause']],
    [
      'is to be waived, another says',
      { waiverProposedBy: 'herlina' },
      ['acknowledge', 'remind', 'pause', 'approveWaiver'],
    ],
  ])('of a clock that %s', (_, change, acts) =>
    expect(availableDeadlineActs({ ...sight, ...change })).toEqual(acts),
  );

  it('name what stands in the way', () => {
    expect(whyNot('approveWaiver', sight)).toBe('fourEyes.samePerson');
    expect(whyNot('approveWaiver', { ...sight, waiverProposedBy: null })).toBe('deadline.noWaiverProposed');
    expect(whyNot('pause', { ...sight, basis: 'LAW' })).toBe('deadline.lawDoesNotWait');
    expect(whyNot('pause', { ...sight, status: 'missed' })).toBe('deadline.isMissed');
    expect(whyNot('pause', { ...sight, kind: 'CLINICAL_WINDOW' })).toBe('deadline.doesNotPause');
    expect(whyNot('resume', { ...sight, status: 'paused', pausedByEvent: true })).toBe(
      'deadline.waitsForAnAnswer',
    );
    expect(whyNot('waive', sight)).toBe('deadline.waiverAlreadyProposed');
    expect(whyNot('remind', { ...sight, status: 'paused' })).toBe('deadline.isPaused');
    expect(whyNot('resume', sight)).toBe('deadline.isNotPaused');
    expect(whyNot('remind', { ...sight, status: 'met' })).toBe('deadline.hasEnded');
  });
});
