import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { emergencyActs, type EmergencyState } from './emergency.js';

const NOW = new Date('2026-04-14T02:00:00Z');
const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const state = (change: Partial<EmergencyState>): EmergencyState => ({
  own: false,
  until: later(30),
  endedAt: null,
  reviewedAt: null,
  mayReview: false,
  ...change,
});

describe('what may be done with an emergency access', () => {
  it.each<[string, Partial<EmergencyState>, string[]]>([
    ['the person ends it sooner', { own: true }, ['emergency.end']],
    ['so does whoever answers for the unit', { mayReview: true }, ['emergency.end']],
    ['a colleague of the team only sees it', {}, []],
    ['it is over in the very minute', { own: true, until: NOW }, []],
    ['what is over is reviewed', { mayReview: true, until: NOW }, ['emergency.review']],
    ['what was ended is reviewed', { mayReview: true, endedAt: later(-1) }, ['emergency.review']],
    ['once', { mayReview: true, until: NOW, reviewedAt: NOW }, []],
    ['never by the person', { own: true, until: later(-1) }, []],
  ])('%s', (_, change, acts) => expect(emergencyActs(state(change), NOW)).toEqual(acts));

  it('is never extended, and never both open and to be reviewed', () => {
    const moment = fc.integer({ min: -120, max: 120 }).map(later);
    const any = fc.record({
      own: fc.boolean(),
      until: moment,
      endedAt: fc.option(moment),
      reviewedAt: fc.option(moment),
      mayReview: fc.boolean(),
    });
    fc.assert(
      fc.property(any, moment, (one, now) => {
        const acts = emergencyActs(one, now);
        expect(acts.length).toBeLessThanOrEqual(1);
        if (now >= one.until) expect(acts).not.toContain('emergency.end');
        if (!one.mayReview) expect(acts).not.toContain('emergency.review');
      }),
    );
  });
});
