import { describe, expect, it } from '@jest/globals';
import { touchedBy } from './touched-by';

describe('what a change makes old', () => {
  it('a referral touches both sides’ lists and the case', () => {
    expect(touchedBy('referral.accepted')).toEqual(
      expect.arrayContaining(['inbox', 'worklist', 'referral', 'case']),
    );
  });
  it('a consent touches the preview that rests on it', () => {
    expect(touchedBy('consent.withdrawn')).toContain('disclosure');
  });
  it('a step of its clock touches the page of a kept report', () => {
    expect(touchedBy('deadline.stepDue')).toContain('report');
  });
  it('what went wrong in the house touches the list of alarms', () => {
    for (const topic of ['alarm.climbed', 'channel.failed', 'worker.clockWrong', 'outbox.stuck'])
      expect(touchedBy(topic)).toContain('alarms');
  });
  it('something unknown still refreshes what needs me now', () => {
    expect(touchedBy('')).toContain('worklist');
  });
});
