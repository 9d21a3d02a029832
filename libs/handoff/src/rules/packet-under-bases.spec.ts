import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DISCLOSURE_POLICY } from '../reviewed-policy.js';
import { packetOf, type FieldValues, type Levels } from './disclose.js';
import { carries, LEVELS, policyFor } from './disclosure-policy.js';
import { DATA_CLASSES, FIELD_NAMES, type DataClass, type Field } from './field-catalogue.js';
import { packetUnderBases, type Bases, type Cover } from './packet-under-bases.js';

const VALUES: FieldValues = Object.fromEntries(
  FIELD_NAMES.map((field) => [field, { full: field, masked: '•' }]),
);

/** Bases by class; what is not named is missing. */
function standing(any: Partial<Record<DataClass, string>>, consent: readonly DataClass[] = []): Bases {
  const cover =
    (on: (scope: DataClass) => string | undefined) =>
    (classes: readonly DataClass[]): Cover => ({
      covered: classes.flatMap((scope) =>
        on(scope) ? [{ scope, basis: { id: on(scope)!, basis: on(scope)! } }] : [],
      ),
      missing: classes.filter((scope) => !on(scope)).map((scope) => ({ scope, code: 'consent.missing' })),
    });
  return {
    any: cover((scope) => any[scope]),
    consentOnly: cover((scope) => (consent.includes(scope) ? 'PERSETUJUAN' : undefined)),
    carries: (basis, field) => carries(DISCLOSURE_POLICY, basis, field),
  };
}
const all = (basis: string): Partial<Record<DataClass, string>> =>
  Object.fromEntries(DATA_CLASSES.map((scope) => [scope, basis]));
const police = policyFor(DISCLOSURE_POLICY, 'POLRES', 'PENEGAKAN_HUKUM')!;

describe('a packet under its bases', () => {
  it('carries the story on consent and on the duty to report, and not to save a life', () => {
    const fieldsOn = (basis: string): Field[] =>
      packetOf(
        packetUnderBases({ values: VALUES, policy: police, levels: {} }, standing(all(basis))).fields,
      ).map(({ field }) => field);
    expect(fieldsOn('PERSETUJUAN')).toContain('chronology.full');
    expect(fieldsOn('KEWAJIBAN_HUKUM')).toContain('chronology.full');
    expect(fieldsOn('KEPENTINGAN_VITAL')).not.toContain('chronology.full');
    expect(fieldsOn('KEPENTINGAN_VITAL')).toEqual(
      expect.arrayContaining(['identity.name', 'reportedPerson.name']),
    );
  });

  it('says which basis holds a field back, and rests on the client’s consent where that carries more', () => {
    const wanted = { values: VALUES, policy: police, levels: {} };
    const vital = packetUnderBases(wanted, standing(all('KEPENTINGAN_VITAL')));
    expect(vital.fields.find(({ field }) => field === 'chronology.full')).toEqual({
      ...{ field: 'chronology.full', dataClass: 'CHRONOLOGY', level: 'NONE', maxLevel: 'NONE' },
      heldBy: 'KEPENTINGAN_VITAL',
    });
    // And nowhere else: what carries all that is wanted stays what the class rests on.
    const both = packetUnderBases(wanted, standing(all('KEPENTINGAN_VITAL'), ['CHRONOLOGY', 'IDENTITY']));
    expect(packetOf(both.fields).map(({ field }) => field)).toContain('chronology.full');
    expect(both.basis.find(({ dataClass }) => dataClass === 'CHRONOLOGY')?.basis).toBe('PERSETUJUAN');
    expect(both.basis.find(({ dataClass }) => dataClass === 'IDENTITY')?.basis).toBe('KEPENTINGAN_VITAL');
  });

  it('holds no field that its policy, its level or its basis keeps at home, and names every class without a basis', () => {
    const anyBases = fc.dictionary(
      fc.constantFrom(...DATA_CLASSES),
      fc.constantFrom(...DISCLOSURE_POLICY.withheld.keys()),
    );
    const anyLevels: fc.Arbitrary<Levels> = fc.dictionary(
      fc.constantFrom(...FIELD_NAMES),
      fc.constantFrom(...LEVELS),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...DISCLOSURE_POLICY.kinds.keys()),
        anyLevels,
        anyBases,
        fc.subarray([...DATA_CLASSES]),
        (kind, levels, any, consent) => {
          const policy = policyFor(DISCLOSURE_POLICY, kind, 'KESEHATAN')!;
          const { fields, basis, missing } = packetUnderBases(
            { values: VALUES, policy, levels },
            standing(any, consent),
          );
          for (const { field, dataClass, level } of packetOf(fields)) {
            const stands = basis.find((one) => one.dataClass === dataClass);
            expect([policy[field].max, levels[field]]).not.toContain('NONE');
            if (stands) expect(carries(DISCLOSURE_POLICY, stands.basis, field)).toBe(true);
            else expect(missing.map((one) => one.dataClass)).toContain(dataClass);
            expect(level).not.toBe('NONE');
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
