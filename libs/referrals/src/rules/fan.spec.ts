import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ASKED_TOGETHER_MAX, bareQuestion, fanObstacles, paceOf } from './fan.js';

const agency = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
  kind: fc.constantFrom('RSUD', 'PUSKESMAS', 'POLRES', 'LPSK', 'DINSOS', 'LBH'),
  hasAccounts: fc.boolean(),
});
const tracks = fc.subarray(['KTP', 'KTA', 'TPPO']);

describe('one need asked of several', () => {
  it('never of the police or LPSK for what the law counts from, of the same twice, of more than five, or on paper', () => {
    const service = fc.constantFrom('KESEHATAN', 'PENEGAKAN_HUKUM', 'PERLINDUNGAN_LPSK', 'BANTUAN_HUKUM');
    fc.assert(
      fc.property(fc.array(agency, { maxLength: 7 }), service, tracks, (asked, serviceCode, of) => {
        const need = { serviceCode, urgency: 'SEGERA' as const };
        if (fanObstacles(asked, need, { tracks: of, risk: 'TINGGI' }).length > 0) return;
        expect(asked.length).toBeGreaterThanOrEqual(2);
        expect(asked.length).toBeLessThanOrEqual(ASKED_TOGETHER_MAX);
        expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length);
        expect(asked.every((one) => one.hasAccounts)).toBe(true);
        if (serviceCode === 'PENEGAKAN_HUKUM') expect(asked.map(({ kind }) => kind)).not.toContain('POLRES');
        if (serviceCode === 'PERLINDUNGAN_LPSK') expect(asked.map(({ kind }) => kind)).not.toContain('LPSK');
      }),
    );
  });

  it('asks five at most', () => {
    const asked = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ id, kind: 'RSUD', hasAccounts: true }));
    const codes = (count: number) =>
      fanObstacles(
        asked.slice(0, count),
        { serviceCode: 'KESEHATAN', urgency: 'SEGERA' },
        { tracks: [], risk: null },
      ).map(({ code }) => code);
    expect([codes(5), codes(6)]).toEqual([[], ['referral.fan.tooMany']]);
  });

  it('asks nobody at an ordinary pace for somebody in danger, or whose danger nobody knows', () => {
    const asked = [
      { id: 'a', kind: 'RSUD', hasAccounts: true },
      { id: 'b', kind: 'PUSKESMAS', hasAccounts: true },
    ];
    const codes = (urgency: 'SEGERA' | 'BIASA', risk: string | null) =>
      fanObstacles(asked, { serviceCode: 'KESEHATAN', urgency }, { tracks: [], risk }).map(
        ({ code }) => code,
      );
    for (const risk of ['TINGGI', null])
      expect(codes('BIASA', risk)).toEqual(['referral.fan.dangerIsUrgent']);
    expect([codes('SEGERA', 'TINGGI'), codes('BIASA', 'SEDANG'), codes('SEGERA', 'RENDAH')]).toEqual([
      [],
      [],
      [],
    ]);
    expect([paceOf('SEGERA'), paceOf('BIASA')]).toEqual(['TINGGI', 'SEDANG']);
  });

  it('says bands of age and the city, never an age or a quarter', () => {
    const clients = [{ ageBand: '25_44' }, { ageBand: '6_12' }, { ageBand: null }, { ageBand: '25_44' }];
    expect(bareQuestion(clients, '16.74.01.1001')).toEqual({
      ageBands: ['25_44', '6_12'],
      regionCode: '16.74',
    });
    expect(bareQuestion([], null)).toEqual({ ageBands: [], regionCode: null });
  });
});
