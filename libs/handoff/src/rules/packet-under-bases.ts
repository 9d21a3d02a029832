import {
  classesOf,
  disclose,
  packetOf,
  type DisclosedField,
  type FieldValues,
  type Levels,
} from './disclose.js';
import type { FieldPolicy } from './disclosure-policy.js';
import { DATA_CLASSES, FIELD_NAMES, FIELDS, type DataClass, type Field } from './field-catalogue.js';

/** What the bases of a case say to some classes of data, for one receiver and service. */
export interface Cover {
  readonly covered: readonly { readonly scope: string; readonly basis: { id: string; basis: string } }[];
  readonly missing: readonly { readonly scope: string; readonly code: string }[];
}

export interface Wanted {
  readonly values: FieldValues;
  readonly policy: Readonly<Record<Field, FieldPolicy>>;
  readonly levels: Levels;
}

export interface Bases {
  /** All bases, consent or not. */
  readonly any: (classes: readonly DataClass[]) => Cover;
  readonly consentOnly: (classes: readonly DataClass[]) => Cover;
  /** Whether a basis carries the field (the reviewed policy). */
  readonly carries: (basis: string, field: Field) => boolean;
}

export interface PacketUnderBases {
  readonly fields: DisclosedField[];
  readonly basis: { dataClass: DataClass; basisId: string; basis: string }[];
  readonly missing: { dataClass: DataClass; code: string }[];
}

/**
 * The packet as its bases let it be. Every class stands on one basis: the one that `any` names, or the client's own
 * consent where that carries more of what is wanted. What the basis does not carry stays at home. Pure.
 */
export function packetUnderBases(wanted: Wanted, bases: Bases): PacketUnderBases {
  const { values, policy, levels } = wanted;
  const all = bases.any(DATA_CLASSES);
  const stands = new Map(all.covered.map(({ scope, basis }) => [scope, basis]));
  const asked = packetOf(disclose(values, policy, levels));
  for (const [scope, basis] of stands) {
    const lost = asked.some((one) => one.dataClass === scope && !bases.carries(basis.basis, one.field));
    const consent = lost ? bases.consentOnly([scope as DataClass]).covered[0] : undefined;
    if (consent) stands.set(scope, consent.basis);
  }
  const fields = disclose(values, policy, levels, heldBy(stands, bases));
  const needed = classesOf(packetOf(fields));
  return {
    fields,
    basis: needed.flatMap((dataClass) => {
      const basis = stands.get(dataClass);
      return basis ? [{ dataClass, basisId: basis.id, basis: basis.basis }] : [];
    }),
    missing: needed.flatMap((dataClass) => {
      const lacking = all.missing.find(({ scope }) => scope === dataClass);
      return lacking ? [{ dataClass, code: lacking.code }] : [];
    }),
  };
}

function heldBy(
  stands: ReadonlyMap<string, { basis: string }>,
  { carries }: Bases,
): Partial<Record<Field, string>> {
  return Object.fromEntries(
    FIELD_NAMES.flatMap((field) => {
      const basis = stands.get(FIELDS[field].dataClass)?.basis;
      return basis && !carries(basis, field) ? [[field, basis]] : [];
    }),
  );
}
