import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mediationVerdict, type MediationFacts } from './mediation.js';

const facts = fc.record({
  mandate: fc.constantFrom('VIOLENCE', 'FAMILY'),
  tracks: fc.subarray(['KTP', 'KTA', 'TPPO']),
  violenceTypes: fc.subarray(['FISIK', 'PSIKIS', 'SEKSUAL', 'TRAFFICKING']),
  risk: fc.constantFrom('TINGGI', 'SEDANG', 'RENDAH', null),
  lowScreeningsInARow: fc.nat(4),
});

const low: MediationFacts = {
  mandate: 'VIOLENCE',
  tracks: ['KTP'],
  violenceTypes: ['PSIKIS'],
  risk: 'RENDAH',
  lowScreeningsInARow: 2,
};

describe('mediation', () => {
  it('is never allowed for sexual violence, trafficking, children, or any risk but the lowest found twice', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { allowed, code } = mediationVerdict(given);
        expect(allowed).toBe(code === 'ALLOWED');
        if (!allowed) return;
        expect(given.violenceTypes).not.toContain('SEKSUAL');
        expect(given.tracks).not.toContain('TPPO');
        expect(given.tracks).not.toContain('KTA');
        expect(given.risk).toBe('RENDAH');
        expect(given.lowScreeningsInARow).toBeGreaterThanOrEqual(2);
      }),
    );
  });

  it.each<[Partial<MediationFacts>, string]>([
    [{}, 'ALLOWED'],
    [{ lowScreeningsInARow: 1 }, 'NOT_BEFORE_RESCREEN'],
    [{ risk: null, lowScreeningsInARow: 0 }, 'NOT_BEFORE_RESCREEN'],
    [{ risk: 'SEDANG' }, 'REFUSED_RISK'],
    [{ risk: 'TINGGI' }, 'REFUSED_RISK'],
    [{ tracks: ['KTP', 'TPPO'] }, 'REFUSED_RISK'],
    [{ tracks: ['KTA'] }, 'NOT_APPLICABLE'],
    [{ violenceTypes: ['SEKSUAL'], risk: 'TINGGI' }, 'REFUSED_SEXUAL_VIOLENCE'],
    [{ mandate: 'FAMILY', tracks: [], violenceTypes: [] }, 'NOT_APPLICABLE'],
  ])('with %p is %p', (change, code) => expect(mediationVerdict({ ...low, ...change }).code).toBe(code));
});
