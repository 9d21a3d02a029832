import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { letterNumber } from './letter-number.js';
import { fits, obstacles, type CaseFacts, type ReceiverFacts, type ServiceFacts } from './may-send.js';

const rsud: ReceiverFacts = {
  agencyId: 'rsud',
  receivesPersons: true,
  takesTracks: ['KTP', 'KTA', 'TPPO'],
  conflictOfInterest: false,
};
const care: ServiceFacts = {
  code: 'KESEHATAN',
  forTracks: ['KTP', 'KTA', 'TPPO'],
  forSex: ['P', 'L'],
  ageMin: null,
  ageMax: null,
  riskLevels: ['SEDANG', 'RENDAH'],
};
const mediation: ServiceFacts = { ...care, code: 'MEDIASI', ageMin: 18, riskLevels: ['RENDAH'] };
const nuri = { sex: 'P', age: 13 };
const childCase: CaseFacts = {
  agencyId: 'uptd',
  mandate: 'VIOLENCE',
  tracks: ['KTA'],
  risk: 'TINGGI',
  mediation: 'REFUSED_SEXUAL_VIOLENCE',
};
const codesOf = (...args: Parameters<typeof obstacles>): string[] =>
  obstacles(...args).map((one) => one.code);

describe('whether a receiver is open', () => {
  it('lets care in high danger through, whatever the directory advises', () => {
    expect(codesOf(rsud, [care], 'KESEHATAN', [nuri], childCase)).toEqual([]);
  });

  it('refuses an agency where the reported person works', () => {
    expect(codesOf({ ...rsud, conflictOfInterest: true }, [care], 'KESEHATAN', [nuri], childCase)).toEqual([
      'referral.receiver.conflictOfInterest',
    ]);
  });

  it('refuses to send to the own house', () => {
    expect(codesOf({ ...rsud, agencyId: 'uptd' }, [care], 'KESEHATAN', [nuri], childCase)).toEqual([
      'referral.receiver.isSender',
    ]);
  });

  it('refuses a service that the agency does not offer', () => {
    expect(codesOf(rsud, [care], 'LITMAS', [nuri], childCase)).toEqual(['referral.service.notOffered']);
  });

  it('refuses mediation for sexual violence, naming that before anything else', () => {
    expect(codesOf({ ...rsud, agencyId: 'uptd' }, [mediation], 'MEDIASI', [nuri], childCase)[0]).toBe(
      'referral.mediation.sexualViolence',
    );
  });

  it.each([
    ['REFUSED_RISK', 'referral.mediation.risk'],
    ['NOT_BEFORE_RESCREEN', 'referral.mediation.notBeforeRescreen'],
    ['NOT_APPLICABLE', 'referral.mediation.notApplicable'],
    ['SOMETHING_NEW', 'referral.mediation.notApplicable'],
  ])('refuses mediation that screening calls %s', (verdict, code) => {
    const theCase = { ...childCase, risk: 'RENDAH', mediation: verdict };
    expect(codesOf(rsud, [mediation], 'MEDIASI', [{ sex: 'P', age: 40 }], theCase)).toEqual([code]);
  });

  it('lets mediation through when screening allows it, for adults at low risk', () => {
    const theCase = { ...childCase, risk: 'RENDAH', mediation: 'ALLOWED' };
    expect(codesOf(rsud, [mediation], 'MEDIASI', [{ sex: 'P', age: 40 }], theCase)).toEqual([]);
    expect(codesOf(rsud, [mediation], 'MEDIASI', [nuri], theCase)).toEqual(['referral.service.notForClient']);
    expect(
      codesOf(rsud, [mediation], 'MEDIASI', [{ sex: 'P', age: 40 }], { ...theCase, risk: 'SEDANG' }),
    ).toEqual(['referral.service.notForRisk']);
  });

  it('refuses to move a case of violence to family counselling', () => {
    const puspaga = { ...rsud, takesTracks: ['KELUARGA_TANPA_KEKERASAN'] };
    const family = {
      ...care,
      code: 'KONSULTASI_KELUARGA',
      forTracks: ['KELUARGA_TANPA_KEKERASAN'],
      riskLevels: ['RENDAH'],
    };
    expect(codesOf(puspaga, [family], 'KONSULTASI_KELUARGA', [nuri], childCase)).toEqual([
      'referral.receiver.doesNotTakeTrack',
      'referral.service.notForTrack',
    ]);
    const noViolence: CaseFacts = {
      ...childCase,
      mandate: 'FAMILY',
      tracks: [],
      risk: 'RENDAH',
    };
    expect(codesOf(puspaga, [family], 'KONSULTASI_KELUARGA', [nuri], noViolence)).toEqual([]);
  });

  it('takes a school service for the child even when the mother is a client too', () => {
    const school = { ...care, code: 'LAYANAN_SEKOLAH', forTracks: ['KTA'], ageMin: 3, ageMax: 17 };
    const both: CaseFacts = { ...childCase, tracks: ['KTP', 'KTA'] };
    expect(
      codesOf(
        rsud,
        [school],
        'LAYANAN_SEKOLAH',
        [
          { sex: 'P', age: 34 },
          { sex: 'L', age: 7 },
        ],
        both,
      ),
    ).toEqual([]);
    expect(codesOf(rsud, [school], 'LAYANAN_SEKOLAH', [{ sex: 'P', age: 34 }], both)).toEqual([
      'referral.service.notForClient',
    ]);
  });

  it('never sends a person to those who only plan, count or inspect', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('KESEHATAN', 'MEDIASI', 'RESTITUSI'),
        fc.subarray(['KTP', 'KTA', 'TPPO']),
        (code, tracks) => {
          const planner = { ...rsud, receivesPersons: false };
          const codes = codesOf(planner, [{ ...care, code }], code, [nuri], { ...childCase, tracks });
          expect(codes).toContain('referral.receiver.neverReceivesPersons');
        },
      ),
    );
  });

  it('never shuts a door for what is not known', () => {
    expect(fits({ ...care, forSex: ['P'], ageMax: 17 }, { sex: null, age: null })).toBe(true);
    expect(fits({ ...care, ageMin: 18 }, { sex: null, age: null })).toBe(true);
    expect(fits({ ...care, ageMin: 18 }, { sex: 'P', age: 17 })).toBe(false);
    expect(fits({ ...care, ageMax: 17 }, { sex: 'P', age: 18 })).toBe(false);
    expect(fits({ ...care, forSex: ['P'] }, { sex: 'L', age: 5 })).toBe(false);
  });
});

describe('letter numbers', () => {
  it('tells the city, the year and the order, and nothing else', () => {
    expect(letterNumber('PBM', 2026, 42)).toBe('PBM-R-2026-0042');
    expect(letterNumber('PBM', 2026, 12345)).toBe('PBM-R-2026-12345');
    expect(() => letterNumber('ktp', 2026, 1)).toThrow();
    expect(() => letterNumber('PBM', 2026, 0)).toThrow();
  });
});
