import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DisclosedField } from './disclose.js';
import { FIELD_NAMES, FIELDS, type Field } from './field-catalogue.js';
import { changesBetween, keeping, packetMark } from './packet-changes.js';

const packet = (values: Partial<Record<Field, string>>): DisclosedField[] =>
  FIELD_NAMES.map((field) => {
    const entry = { field, dataClass: FIELDS[field].dataClass, level: 'FULL', maxLevel: 'FULL' } as const;
    return values[field] === undefined ? entry : { ...entry, value: values[field] };
  });
const anyPacket = fc
  .dictionary(fc.constantFrom(...FIELD_NAMES), fc.constantFrom('a', 'b'))
  .map((values) => packet(values));

describe('what differs between two packets', () => {
  it('is named as come, gone or changed', () => {
    const before = packet({ 'risk.level': 'Sedang', summary: 'x' });
    const after = packet({ 'risk.level': 'Tinggi', complaint: 'y' });
    expect(changesBetween(before, after)).toEqual([
      { field: 'risk.level', change: 'CHANGED' },
      { field: 'complaint', change: 'ADDED' },
      { field: 'summary', change: 'REMOVED' },
    ]);
  });

  it('makes the second of the first, whatever they hold, and is empty exactly when they are the same', () => {
    fc.assert(
      fc.property(anyPacket, anyPacket, (before, after) => {
        const named = changesBetween(before, after).map(({ field }) => field);
        for (const [index, field] of FIELD_NAMES.entries())
          expect(named.includes(field)).toBe(before[index]!.value !== after[index]!.value);
      }),
    );
  });

  it('leaves out what the sender keeps for later, and nothing that may no longer cross', () => {
    const before = packet({ 'risk.level': 'Sedang', summary: 'x', guardian: 'Ibu' });
    const after = packet({ 'risk.level': 'Tinggi', complaint: 'y', guardian: 'Bibi' });
    const named = (fields: DisclosedField[]) => changesBetween(before, fields).map(({ field }) => field);
    expect(named(keeping(before, after, ['risk.level']))).toEqual(['guardian', 'complaint', 'summary']);
    // What is new or gone is no change to keep: a field is added or taken out by its level.
    expect(keeping(before, after, ['complaint', 'summary', 'no field'])).toEqual(after);
    const masked = after.map((one) =>
      one.field === 'guardian' ? ({ ...one, level: 'MASKED', maxLevel: 'MASKED' } as const) : one,
    );
    expect(keeping(before, masked, ['guardian'])).toEqual(masked);
    fc.assert(
      fc.property(anyPacket, anyPacket, fc.subarray(FIELD_NAMES), (one, other, keep) => {
        const told = new Map(other.map(({ field, value }) => [field, value]));
        const had = new Map(one.map(({ field, value }) => [field, value]));
        for (const { field, value } of keeping(one, other, keep))
          expect([told.get(field), had.get(field)]).toContain(value);
        expect(keeping(one, other, FIELD_NAMES).map(({ value }) => value === undefined)).toEqual(
          other.map(({ value }) => value === undefined),
        );
      }),
    );
  });

  it('gives another mark for another word, level or basis', () => {
    const fields = packet({ summary: 'x' });
    const basis = [{ dataClass: 'CHRONOLOGY', basisId: 'one' }];
    const mark = packetMark(fields, basis);
    expect(mark).toMatch(/^[\w-]{43}$/);
    expect(packetMark(packet({ summary: 'x' }), [...basis])).toBe(mark);
    expect(packetMark(packet({ summary: 'y' }), basis)).not.toBe(mark);
    expect(packetMark(fields, [{ dataClass: 'CHRONOLOGY', basisId: 'two' }])).not.toBe(mark);
    expect(packetMark([{ ...fields[0]!, level: 'NONE' }, ...fields.slice(1)], basis)).not.toBe(mark);
  });
});
