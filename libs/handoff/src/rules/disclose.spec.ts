import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  classesOf,
  countsOf,
  disclose,
  levelFaults,
  packetOf,
  type FieldValues,
  type Levels,
} from './disclose.js';
import { DISCLOSURE_POLICY } from '../reviewed-policy.js';
import { exceeds, LEVELS, policyFor } from './disclosure-policy.js';
import { FIELD_NAMES, FIELDS } from './field-catalogue.js';

const CANARIES: FieldValues = Object.fromEntries(
  FIELD_NAMES.map((field) => [
    field,
    FIELDS[field].masked
      ? { full: `<full ${field}>`, masked: `<masked ${field}>` }
      : { full: `<full ${field}>` },
  ]),
);
const anyKind = fc.constantFrom(...DISCLOSURE_POLICY.kinds.keys());
const anyService = fc.constantFrom(
  'KESEHATAN',
  'PSIKOLOG_KLINIS',
  'VISUM',
  'RESTITUSI',
  'PEMULANGAN',
  'LAYANAN_SEKOLAH',
);
const anyLevels: fc.Arbitrary<Levels> = fc.dictionary(
  fc.constantFrom(...FIELD_NAMES),
  fc.constantFrom(...LEVELS),
);

describe('the packet', () => {
  it('holds no trace of a field that is not shared, whatever the sender writes', () => {
    fc.assert(
      fc.property(anyKind, anyService, anyLevels, (kind, service, levels) => {
        const fields = disclose(CANARIES, policyFor(DISCLOSURE_POLICY, kind, service)!, levels);
        const out = JSON.stringify(packetOf(fields));
        for (const { field, level, maxLevel } of fields) {
          expect(exceeds(level, maxLevel)).toBe(false);
          if (level !== 'FULL') expect(out).not.toContain(`<full ${field}>`);
          if (level !== 'MASKED') expect(out).not.toContain(`<masked ${field}>`);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('leaves hidden fields out instead of emptying them', () => {
    const fields = disclose(CANARIES, policyFor(DISCLOSURE_POLICY, 'DISDIKBUD', 'LAYANAN_SEKOLAH')!, {});
    for (const one of fields.filter(({ level }) => level === 'NONE'))
      expect(Object.keys(one)).not.toContain('value');
    expect(packetOf(fields).map((one) => one.field)).toEqual([
      'identity.name',
      'school.name',
      'school.safety',
      'request',
      'school.action',
    ]);
  });

  it('is lowered by the sender field by field', () => {
    const policy = policyFor(DISCLOSURE_POLICY, 'RSUD', 'KESEHATAN')!;
    const at = (levels: Levels, field: string) =>
      disclose(CANARIES, policy, levels).find((one) => one.field === field);
    expect(at({}, 'identity.name')?.value).toBe('<full identity.name>');
    expect(at({ 'identity.name': 'MASKED' }, 'identity.name')?.value).toBe('<masked identity.name>');
    expect(at({ 'identity.name': 'NONE' }, 'identity.name')).not.toHaveProperty('value');
    expect(at({ 'chronology.full': 'FULL' }, 'chronology.full')).not.toHaveProperty('value');
  });

  it('has the faults of a choice named', () => {
    const policy = policyFor(DISCLOSURE_POLICY, 'RSUD', 'KESEHATAN')!;
    expect(
      levelFaults(
        { 'chronology.full': 'FULL', 'identity.sex': 'MASKED', 'identity.shoes': 'FULL', summary: 'NONE' },
        policy,
      ),
    ).toEqual([
      { pointer: '/levels/chronology.full', code: 'disclosure.aboveMax' },
      { pointer: '/levels/identity.sex', code: 'disclosure.noMiddleLevel' },
      { pointer: '/levels/identity.shoes', code: 'disclosure.unknownField' },
    ]);
  });

  it('needs cover for the classes of which something crosses, and always for the referral itself', () => {
    const policy = policyFor(DISCLOSURE_POLICY, 'LBH', 'BANTUAN_HUKUM')!;
    expect(classesOf(packetOf(disclose({}, policy, {})))).toEqual(['OWN_REFERRAL']);
    const some: FieldValues = {
      'identity.name': { full: 'x' },
      'risk.level': { full: 'y' },
      complaint: { full: 'z' },
    };
    expect(classesOf(packetOf(disclose(some, policy, {}))).sort()).toEqual([
      'IDENTITY',
      'OWN_REFERRAL',
      'RISK_SAFETY',
    ]);
  });

  it('counts what is known: in full, masked, and kept at home', () => {
    const policy = policyFor(DISCLOSURE_POLICY, 'RSUD', 'KESEHATAN')!;
    const values: FieldValues = {
      'identity.name': { full: 'a', masked: 'b' },
      'identity.age': { full: 'a', masked: 'b' },
      'chronology.full': { full: 'c' },
    };
    const fields = disclose(values, policy, { 'identity.name': 'MASKED' });
    expect(countsOf(fields, values)).toEqual({ full: 1, masked: 1, none: 1 });
  });
});
