import { describe, expect, it } from '@jest/globals';
import { endedBy, whatEventDoes, type OpenDeadline } from './what-meets.js';

const open = (
  slug: string,
  referralId: string | null = null,
  due = '2026-03-02T00:00Z',
  trigger = '2026-03-01T00:00Z',
): OpenDeadline => ({
  id: `${slug}/${referralId ?? 'case'}`,
  slug,
  referralId,
  aboutId: null,
  triggerAt: new Date(trigger),
  dueAt: new Date(due),
});
const ids = (ended: ReturnType<typeof endedBy>): string[] =>
  ended.map(({ deadline, as }) => `${as} ${deadline.id}`).sort();

describe('what an event ends', () => {
  it('an acceptance answers the receipt and the question of acceptance of its own referral only', () => {
    const all = [
      open('referral-ack-high', 'a'),
      open('referral-answer-high', 'a'),
      open('referral-ack-high', 'b'),
      open('complaint-followup'),
    ];
    expect(ids(endedBy(all, 'referral.accepted', 'a'))).toEqual([
      'met complaint-followup/case',
      'met referral-ack-high/a',
      'met referral-answer-high/a',
    ]);
  });

  it('a sent referral is no follow-up and no service', () => {
    expect(whatEventDoes('complaint-followup', 'referral.sent')).toBeNull();
    expect(whatEventDoes('complaint-service-high', 'referral.accepted')).toBeNull();
  });

  it('a failed referral stops its first-service clock without counting as service', () => {
    expect(whatEventDoes('referral-first-service-medium', 'referral.failed')).toBe('stopped');
    expect(whatEventDoes('referral-first-service-medium', 'referral.started')).toBe('met');
  });

  it('a report outside the mandate does not lift the duty to tell the police', () => {
    expect(whatEventDoes('uptd-police-report-tpks', 'report.outside_mandate')).toBeNull();
    expect(whatEventDoes('complaint-service-low', 'report.outside_mandate')).toBe('stopped');
  });

  it('one after-care check answers one of three', () => {
    const checks = [
      open('aftercare-3', null, '2026-06-01T00:00Z'),
      open('aftercare-1', null, '2026-04-01T00:00Z'),
      open('aftercare-6', null, '2026-09-01T00:00Z'),
    ];
    expect(ids(endedBy(checks, 'aftercare.checked', null))).toEqual(['met aftercare-1/case']);
    expect(endedBy(checks, 'case.reopened', null)).toHaveLength(3);
  });

  it('a new referral answers the longest waiting re-route, a named one that one', () => {
    const waiting = [
      open('referral-reroute-high', 'late', '2026-03-03T00:00Z'),
      open('referral-reroute-high', 'early', '2026-03-02T00:00Z'),
    ];
    expect(ids(endedBy(waiting, 'referral.sent', 'new'))).toEqual(['met referral-reroute-high/early']);
    expect(ids(endedBy(waiting, 'referral.rerouted', 'late'))).toEqual(['met referral-reroute-high/late']);
    // Working days end together at the closing minute: whoever was rejected first has waited longest.
    const sameDay = [
      open('referral-reroute-low', 'noon', '2026-03-04T09:00Z', '2026-03-02T05:00Z'),
      open('referral-reroute-low', 'morning', '2026-03-04T09:00Z', '2026-03-02T01:00Z'),
    ];
    expect(ids(endedBy(sameDay, 'referral.sent', 'new'))).toEqual(['met referral-reroute-low/morning']);
  });

  it('a cancelled referral leaves nothing owed by the receiver', () => {
    const all = [
      'referral-ack-low',
      'referral-answer-low',
      'referral-first-service-low',
      'referral-progress-note',
    ];
    for (const slug of all) expect(whatEventDoes(slug, 'referral.cancelled')).toBe('stopped');
  });

  it('one consent is renewed without ending the clock of another, and closing the case ends both', () => {
    // They end at the same moment, and are two all the same.
    const [one, other] = ['one', 'other'].map((id) => ({ ...open('consent-renewal'), id, aboutId: id }));
    const both = [one!, other!];
    expect(endedBy(both, 'consent.renewed', null, 'one')).toEqual([{ deadline: one, as: 'met' }]);
    expect(endedBy(both, 'consent.ended', null, 'other')).toEqual([{ deadline: other, as: 'stopped' }]);
    expect(endedBy(both, 'case.closed', null)).toHaveLength(2);
  });

  it('what ends one referral ends the things of that referral, and not those of another', () => {
    const of = (id: string, referralId: string) => ({
      ...open('appointment-result', referralId),
      id,
      aboutId: id,
    });
    const [here, there] = [of('a', 'here'), of('b', 'there')];
    expect(endedBy([here, there], 'referral.cancelled', 'here')).toEqual([{ deadline: here, as: 'stopped' }]);
    expect(endedBy([here, there], 'case.closed', null)).toHaveLength(2);
  });
});
