import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { groupOf, GROUPS, verbOf, type GroupFacts } from './group-of.js';

const now = new Date('2026-03-20T16:10:00Z');
const facts = (more: Partial<GroupFacts>): GroupFacts => ({
  mine: true,
  dueAt: null,
  missed: false,
  paused: false,
  now,
  dayEnds: new Date('2026-03-20T16:59:59Z'),
  weekEnds: new Date('2026-03-27T16:59:59Z'),
  ...more,
});

describe('what needs me now', () => {
  it('puts what is past its time, or was missed, first', () => {
    expect(groupOf(facts({ dueAt: new Date(now.getTime() - 1) }))).toBe('OVERDUE');
    expect(groupOf(facts({ dueAt: new Date(now.getTime() + 1e9), missed: true }))).toBe('OVERDUE');
  });

  it('lets a stopped clock wait, even one whose old due time is past', () => {
    expect(groupOf(facts({ dueAt: new Date(now.getTime() - 1), paused: true }))).toBe('WAITING');
  });

  it('counts a duty without a number as today’s', () => {
    expect(groupOf(facts({ dueAt: null }))).toBe('TODAY');
  });

  it('keeps today and this week apart, and what comes later off the list', () => {
    expect(groupOf(facts({ dueAt: new Date('2026-03-20T16:30:00Z') }))).toBe('TODAY');
    expect(groupOf(facts({ dueAt: new Date('2026-03-21T01:00:00Z') }))).toBe('WEEK');
    expect(groupOf(facts({ dueAt: new Date('2026-04-21T01:00:00Z') }))).toBeNull();
  });

  it('never shows as mine what others owe', () => {
    fc.assert(
      fc.property(fc.option(fc.date({ noInvalidDate: true })), fc.boolean(), (dueAt, missed) => {
        expect(groupOf(facts({ mine: false, dueAt, missed }))).toBe('WAITING');
        expect(verbOf('referral-ack-high', false)).toBe('open');
      }),
    );
  });

  it('has a place on the page for every group', () => {
    expect(new Set(GROUPS).size).toBe(4);
  });
});
