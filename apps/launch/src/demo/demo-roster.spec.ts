import { describe, expect, it } from '@jest/globals';
import { demoAccounts } from '../demo-accounts.js';
import { daysOf, DEMO_ROSTERS, nightOf } from './demo-roster.js';

describe('the roster of the demonstration', () => {
  it.each([
    ['in the evening: the night that runs', '2026-04-14T21:00:00+07:00', '2026-04-14T16:00:00+07:00'],
    ['before eight: still yesterday’s', '2026-04-15T07:59:00+07:00', '2026-04-14T16:00:00+07:00'],
    ['by day: the coming one', '2026-04-15T08:00:00+07:00', '2026-04-15T16:00:00+07:00'],
  ])('%s', (_name, now, startsAt) => {
    const night = nightOf(new Date(now), 0, 7);
    expect(night.startsAt).toBe(new Date(startsAt).toISOString());
    expect(Date.parse(night.endsAt) - Date.parse(night.startsAt)).toBe(16 * 3_600_000);
    expect(Date.parse(night.endsAt)).toBeGreaterThan(Date.parse(now));
  });

  it('counts whole days of the city for whoever is away', () => {
    const { startsAt, endsAt } = daysOf(new Date('2026-04-14T23:30:00+09:00'), { inDays: 1, days: 2 }, 9);
    expect([startsAt, endsAt]).toEqual(['2026-04-14T15:00:00.000Z', '2026-04-16T15:00:00.000Z']);
  });

  it('names people of the demonstration, each with a stand-in who is somebody else', () => {
    const known = demoAccounts().map(({ email }) => email);
    for (const { agency, head, nights, fallback, away } of DEMO_ROSTERS)
      for (const mailbox of [
        head,
        fallback,
        ...[...nights, ...(away ? [away] : [])].flatMap(({ who, standIn }) => [who, standIn]),
      ])
        expect(known).toContain(`${mailbox}@${agency}.simpul.example`);
    for (const { who, standIn } of DEMO_ROSTERS.flatMap(({ nights }) => nights))
      expect(who).not.toBe(standIn);
  });
});
