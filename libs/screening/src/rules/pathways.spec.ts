import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { WINDOWS, type PathwayFacts } from './pathway.js';
import { suggestPathway } from './pathways.js';

const cases: fc.Arbitrary<PathwayFacts> = fc.record({
  mandate: fc.constantFrom('VIOLENCE', 'FAMILY'),
  tracks: fc.subarray(['KTP', 'KTA', 'TPPO']),
  contexts: fc.subarray(['KDRT', 'TPKS', 'KBGO', 'ABH']),
  violenceTypes: fc.subarray(['FISIK', 'PSIKIS', 'SEKSUAL', 'TRAFFICKING', 'PENELANTARAN']),
  redFlags: fc.subarray(['CEKIKAN', 'BUNUH_DIRI', 'KONTAK_SEKSUAL', 'AKSES_MALAM_INI']),
  risk: fc.constantFrom('TINGGI', 'SEDANG', 'RENDAH', null),
  online: fc.boolean(),
  eventAgeHours: fc.option(fc.nat(1000)),
  victims: fc.array(
    fc.record({ sex: fc.constantFrom('P', 'L'), age: fc.option(fc.integer({ min: 0, max: 90 })) }),
    { minLength: 1, maxLength: 3 },
  ),
});

const receivers = (facts: PathwayFacts) => suggestPathway(facts).flatMap((window) => window.receivers);

describe('suggested receivers', () => {
  it('always name somebody for the first hour, each kind once in a window, with a reason in both languages', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        const windows = suggestPathway(facts);
        expect(windows.map((one) => one.window)).toEqual([...WINDOWS]);
        expect(windows[0]!.receivers.length).toBeGreaterThan(0);
        for (const { receivers: named } of windows) {
          const keys = named.map((one) => one.agencyKind ?? one.services.join());
          expect(new Set(keys).size).toBe(keys.length);
          for (const one of named) expect(one.reason.id && one.reason.en).toBeTruthy();
        }
      }),
    );
  });

  it('keep a family without violence at PUSPAGA', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        const kinds = new Set(receivers({ ...facts, mandate: 'FAMILY' }).map((one) => one.agencyKind));
        expect([...kinds]).toEqual(['PUSPAGA']);
      }),
    );
  });

  it('never suggest mediation, and never send a person to the task force', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        for (const one of receivers(facts)) {
          expect(one.services).not.toContain('MEDIASI');
          expect(one.figuresOnly === true).toBe(one.agencyKind === 'GUGUS_TUGAS_TPPO');
        }
      }),
    );
  });

  it('offer the shelter only in high risk, and PUSPAGA in a case of violence only on a condition', () => {
    fc.assert(
      fc.property(cases, (facts) => {
        for (const one of receivers({ ...facts, mandate: 'VIOLENCE' })) {
          if (one.agencyKind === 'RUMAH_AMAN') expect(['TINGGI', null]).toContain(facts.risk);
          if (one.agencyKind === 'PUSPAGA' || one.agencyKind === 'DISDIKBUD')
            expect(one.condition).toBeDefined();
        }
      }),
    );
  });

  it('name the police within a day whenever the violence is sexual', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const facts = { ...given, mandate: 'VIOLENCE', violenceTypes: [...given.violenceTypes, 'SEKSUAL'] };
        const kinds = suggestPathway(facts).find((one) => one.window === 'WITHIN_24H')!.receivers;
        expect(kinds.map((one) => one.agencyKind)).toContain('POLRES');
      }),
    );
  });
});
