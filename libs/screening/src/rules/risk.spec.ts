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
  deciderPersonId: 'person-a',
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

  it('needs a reason and a second human being below the flags or below the level that holds', () => {
    const second = { personId: 'person-b', mayApprove: true };
    expect(decideRisk(decision)).toMatchObject({ code: 'screening.loweringNeedsReason', pointer: '/reason' });
    expect(decideRisk({ ...decision, reason: '  ', second })).toMatchObject({
      code: 'screening.loweringNeedsReason',
    });
    expect(decideRisk({ ...decision, reason: 'Alasan' })).toMatchObject({
      code: 'screening.loweringNeedsSecondPerson',
      pointer: '/secondAccountEmail',
    });
    expect(decideRisk({ ...decision, reason: 'Alasan', second })).toMatchObject({
      allowed: true,
      lowered: true,
    });
    expect(decideRisk({ ...decision, redFlags: [], earlier: 'SEDANG', reason: 'Alasan' })).toMatchObject({
      code: 'screening.loweringNeedsSecondPerson',
    });
  });

  it('counts a second account of the same person as nobody', () => {
    const second = { personId: 'person-a', mayApprove: true };
    expect(decideRisk({ ...decision, reason: 'Alasan', second })).toMatchObject({
      code: 'screening.secondPersonIsTheFirst',
    });
  });

  it('refuses a second person who may not approve', () => {
    const second = { personId: 'person-b', mayApprove: false };
    expect(decideRisk({ ...decision, reason: 'Alasan', second })).toMatchObject({
      code: 'screening.secondPersonMayNotApprove',
    });
  });
});
