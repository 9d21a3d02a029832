import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NOTHING_YET, stageOf, STAGES, stageSteps, type Stage, type StageFacts } from './stage.js';

describe('stage', () => {
  it.each<[Partial<StageFacts>, Stage]>([
    [{}, 'PENGADUAN'],
    [{ screened: true }, 'IDENTIFIKASI'],
    [{ screened: true, assessed: true }, 'ASESMEN'],
    [{ screened: true, assessed: true, planned: true }, 'RENCANA_INTERVENSI'],
    [{ screened: true, referralsSent: 1, referralsRunning: 1 }, 'INTERVENSI'],
    [{ screened: true, referralsSent: 2, referralsRunning: 0 }, 'MONITORING'],
    [{ referralsSent: 2, closed: true }, 'TERMINASI'],
    [{ closed: true, aftercareDone: true }, 'PASCA_TERMINASI'],
    [{ screened: true, reopened: true }, 'DIBUKA_KEMBALI'],
    [{ screened: true, reopened: true, referralsSent: 1, referralsRunning: 1 }, 'INTERVENSI'],
    [{ transferred: true, closed: true }, 'DILIMPAHKAN'],
  ])('from %p is %p', (facts, stage) => expect(stageOf({ ...NOTHING_YET, ...facts })).toBe(stage));

  it('always has exactly one current step on the bar, with everything before it done', () => {
    const facts = fc.record({
      screened: fc.boolean(),
      assessed: fc.boolean(),
      planned: fc.boolean(),
      closed: fc.boolean(),
      aftercareDone: fc.boolean(),
      reopened: fc.boolean(),
      transferred: fc.boolean(),
      referralsSent: fc.nat(3),
      referralsRunning: fc.nat(3),
    });
    fc.assert(
      fc.property(facts, (given) => {
        const states = stageSteps(stageOf(given)).map((step) => step.state);
        expect(states).toHaveLength(STAGES.length);
        expect(states.filter((state) => state === 'CURRENT')).toHaveLength(1);
        expect([...states].sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b))).toEqual(states);
      }),
    );
  });
});

const ORDER = ['DONE', 'CURRENT', 'AHEAD'];
