import { describe, expect, it } from '@jest/globals';
import { onDutyAt, present, type Roster, type Span } from './duty-now.js';

const at = (time: string): Date => new Date(`2026-03-${time}+07:00`);
const span = (accountId: string, from: string, to: string, standInAccountId: string | null = null): Span => ({
  accountId,
  standInAccountId,
  startsAt: at(from),
  endsAt: at(to),
});
const NIGHT = ['20T16:00', '21T08:00'] as const;
const roster = (change: Partial<Roster> = {}): Roster => ({
  shifts: [span('dewi', ...NIGHT)],
  absences: [],
  fallbackAccountId: 'herlina',
  ...change,
});
const all = (): boolean => true;

describe('who is on duty', () => {
  it('whoever has the shift, from its first minute up to its last', () => {
    expect(onDutyAt(roster(), at('20T16:00'), all)).toEqual([{ accountId: 'dewi', reason: 'SHIFT' }]);
    expect(onDutyAt(roster(), at('21T07:59'), all)).toEqual([{ accountId: 'dewi', reason: 'SHIFT' }]);
    expect(onDutyAt(roster(), at('21T08:00'), all)).toEqual([{ accountId: 'herlina', reason: 'FALLBACK' }]);
  });

  it('two with the same shift: both, each once', () => {
    const shifts = [span('dewi', ...NIGHT), span('lestari', ...NIGHT), span('dewi', '20T20:00', '21T02:00')];
    expect(onDutyAt(roster({ shifts }), at('20T23:00'), all).map(({ accountId }) => accountId)).toEqual([
      'dewi',
      'lestari',
    ]);
  });

  it.each([
    ['the stand-in of the shift', 'ani', 'maya', 'ani'],
    ['the stand-in of the absence', null, 'maya', 'maya'],
    ['the fallback person', null, null, 'herlina'],
  ])('somebody is away: %s', (_, ofShift, ofAbsence, who) => {
    const shifts = [span('dewi', ...NIGHT, ofShift)];
    const absences = [span('dewi', '20T00:00', '25T00:00', ofAbsence)];
    const [found] = onDutyAt(roster({ shifts, absences }), at('20T23:00'), all);
    expect(found!.accountId).toBe(who);
  });

  it('somebody who left the agency is nobody', () => {
    const works = (id: string): boolean => id !== 'dewi';
    expect(onDutyAt(roster(), at('20T23:00'), works)).toEqual([{ accountId: 'herlina', reason: 'FALLBACK' }]);
    expect(onDutyAt(roster({ fallbackAccountId: 'dewi', shifts: [] }), at('20T23:00'), works)).toEqual([]);
  });

  it('a stand-in who is away as well is nobody: no chains', () => {
    const absences = [
      span('dewi', '20T00:00', '25T00:00', 'ani'),
      span('ani', '20T00:00', '25T00:00', 'maya'),
    ];
    expect(present({ absences }, 'dewi', at('20T23:00'), all)).toBeNull();
    expect(present({ absences }, 'ani', at('20T23:00'), all)).toBe('maya');
    expect(present({ absences }, 'dewi', at('25T00:00'), all)).toBe('dewi');
  });

  it('no roster and no fallback: nobody', () => {
    expect(onDutyAt({ shifts: [], absences: [], fallbackAccountId: null }, at('20T23:00'), all)).toEqual([]);
  });
});
