import { createHash } from 'node:crypto';
import type { DisclosedField } from './disclose.js';
import { FIELD_NAMES, type Field } from './field-catalogue.js';

export const CHANGES = ['ADDED', 'CHANGED', 'REMOVED'] as const;

/** A field that the receiver now gets, gets in other words, or no longer gets. */
export interface FieldChange {
  readonly field: Field;
  readonly change: (typeof CHANGES)[number];
}

/** What differs between two packets, in the catalogue's order. Pure. */
export function changesBetween(
  before: readonly DisclosedField[],
  after: readonly DisclosedField[],
): FieldChange[] {
  const [old, now] = [valuesOf(before), valuesOf(after)];
  return FIELD_NAMES.flatMap((field): FieldChange[] => {
    const [was, is] = [old.get(field), now.get(field)];
    if (was === is) return [];
    return [{ field, change: was === undefined ? 'ADDED' : is === undefined ? 'REMOVED' : 'CHANGED' }];
  });
}

/**
 * Tells two packets apart: what a sender approves is what was looked at, to the letter and to the basis. Whoever gets
 * the mark has the packet itself before them. Pure.
 */
export function packetMark(
  fields: readonly DisclosedField[],
  basis: readonly { dataClass: string; basisId: string }[],
): string {
  const said = fields.map(({ field, level, value }) => [field, level, value ?? null]);
  const rests = basis.map(({ dataClass, basisId }) => [dataClass, basisId]);
  return createHash('sha256')
    .update(JSON.stringify([said, rests]))
    .digest('base64url');
}

const valuesOf = (fields: readonly DisclosedField[]): Map<Field, string | undefined> =>
  new Map(fields.map(({ field, value }) => [field, value]));
