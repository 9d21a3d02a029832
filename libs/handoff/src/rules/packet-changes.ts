import { createHash } from 'node:crypto';
import type { DisclosedField } from './disclose.js';
import { exceeds } from './disclosure-policy.js';
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
 * The packet with some of its changed fields left as the receiver has them: the sender tells the new telephone number
 * today and the new summary when the client has read it. Only what crosses today, and in a form that may cross today, is
 * left so; what policy or basis no longer carry goes, whoever would keep it. Pure.
 */
export function keeping(
  before: readonly DisclosedField[],
  after: readonly DisclosedField[],
  keep: readonly string[],
): DisclosedField[] {
  const old = new Map(before.map((one) => [one.field, one]));
  return after.map((now) => {
    const was = old.get(now.field);
    if (!keep.includes(now.field) || was?.value === undefined || now.value === undefined) return now;
    return exceeds(was.level, now.maxLevel) ? now : { ...now, level: was.level, value: was.value };
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
