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

  it('always has exactly one current step on the bar, with what was done or passed over before it', () => {
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
        const states = stageSteps(given).map((step) => step.state);
        expect(states).toHaveLength(STAGES.length);
        expect(states.filter((state) => state === 'CURRENT')).toHaveLength(1);
        const current = states.indexOf('CURRENT');
        for (const state of states.slice(0, current)) expect(['DONE', 'SKIPPED']).toContain(state);
        for (const state of states.slice(current + 1)) expect(state).toBe('AHEAD');
      }),
    );
  });

  const bar = (facts: Partial<StageFacts>): string =>
    stageSteps({ ...NOTHING_YET, ...facts })
      .map(({ state }) => state[0])
      .join('');

  // Complaint, identification, assessment, plan, intervention, monitoring, termination, after it.
  it.each<[string, Partial<StageFacts>, string]>([
    ['closed after a screening only', { screened: true, closed: true }, 'DDSSSSCA'],
    ['closed with nothing done', { closed: true }, 'DSSSSSCA'],
    [
      'closed after the whole course',
      { screened: true, assessed: true, planned: true, referralsSent: 2, closed: true },
      'DDDDDDCA',
    ],
    ['closed and looked after', { screened: true, closed: true, aftercareDone: true }, 'DDSSSSDC'],
    ['help before paper', { screened: true, referralsSent: 1, referralsRunning: 1 }, 'DDSSCAAA'],
    ['reopened', { screened: true, reopened: true }, 'DDCAAAAA'],
    [
      'closed while a referral still ran',
      { referralsSent: 1, referralsRunning: 1, closed: true },
      'DSSSDSCA',
    ],
  ])('%s draws what the case never had as passed over', (_what, facts, states) =>
    expect(bar(facts)).toBe(states),
  );
});
