import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideRisk, higher, RED_FLAGS, RISK_LEVELS, suggestedRisk, type RiskDecision } from './risk.js';

const FLAGS = Object.keys(RED_FLAGS);
const level = fc.constantFrom(...RISK_LEVELS);
const flags = fc.subarray(FLAGS);

const decision: RiskDecision = {
  chosen: 'RENDAH',
  redFlags: ['CEKIKAN'],
  earlier: null,
};

describe('suggested risk', () => {
  it('is TINGGI whenever the reported person has access tonight', () => {
    fc.assert(
      fc.property(flags, (told) => expect(suggestedRisk([...told, 'AKSES_MALAM_INI'])).toBe('TINGGI')),
    );
  });

  it('never falls when one more flag is told', () => {
    fc.assert(
      fc.property(flags, fc.constantFrom(...FLAGS), (told, more) =>
        expect(higher(suggestedRisk(told), suggestedRisk([...told, more]))).toBe(
          suggestedRisk([...told, more]),
        ),
      ),
    );
  });

  it('adds nothing up: the flags together say what the gravest says alone', () => {
    fc.assert(
      fc.property(flags, (told) =>
        expect(suggestedRisk(told)).toBe(told.map((one) => suggestedRisk([one])).reduce(higher, 'RENDAH')),
      ),
    );
  });

  it('takes a flag that no row knows for the gravest', () => {
    expect(suggestedRisk(['TANDA_BARU'])).toBe('TINGGI');
    expect(suggestedRisk(['constructor'])).toBe('TINGGI');
    expect(suggestedRisk([])).toBe('RENDAH');
  });
});

describe('the decision on a level', () => {
  it('is free upwards: anybody may raise alone and without a reason', () => {
    fc.assert(
      fc.property(level, flags, fc.option(level), (chosen, redFlags, earlier) => {
        const floor = higher(suggestedRisk(redFlags), earlier ?? 'RENDAH');
        const verdict = decideRisk({ ...decision, chosen, redFlags, earlier });
        expect(verdict.allowed).toBe(higher(chosen, floor) === chosen);
      }),
    );
  });

  it('is a proposal below the flags or below the level that holds, and takes a reason', () => {
    expect(decideRisk(decision)).toMatchObject({ code: 'screening.loweringNeedsReason', pointer: '/reason' });
    expect(decideRisk({ ...decision, reason: '  ' })).toMatchObject({ allowed: false });
    expect(decideRisk({ ...decision, reason: 'Alasan' })).toMatchObject({ lowered: true, floor: 'TINGGI' });
    expect(decideRisk({ ...decision, redFlags: [], earlier: 'SEDANG', reason: 'Alasan' })).toMatchObject({
      lowered: true,
      floor: 'SEDANG',
    });
  });

  it('does not ask two people again for what two people have agreed on, until something new is told', () => {
    const agreed = {
      ...decision,
      chosen: 'SEDANG' as const,
      earlier: 'SEDANG' as const,
      knownFlags: ['CEKIKAN'],
    };
    expect(decideRisk(agreed)).toMatchObject({ allowed: true, lowered: false });
    expect(decideRisk({ ...agreed, redFlags: ['CEKIKAN', 'SENJATA'], reason: 'Alasan' })).toMatchObject({
      lowered: true,
      floor: 'TINGGI',
    });
  });

  it('never falls by itself: whatever holds while nobody else has agreed is at least what held', () => {
    fc.assert(
      fc.property(level, flags, flags, level, (chosen, redFlags, knownFlags, earlier) => {
        const verdict = decideRisk({ chosen, redFlags, knownFlags, earlier, reason: 'Alasan' });
        if (!verdict.allowed) throw new Error('a reason was given');
        const holds = verdict.lowered ? verdict.floor : chosen;
        expect(higher(holds, earlier)).toBe(holds);
      }),
    );
  });
});
