import { FIELD_NAMES, type Field } from './field-catalogue.js';

/** How much of a field crosses. The order is part of the meaning: each level contains less than the next. */
export const LEVELS = ['NONE', 'MASKED', 'FULL'] as const;
export type Level = (typeof LEVELS)[number];

/** `max` is the ceiling; `usual` is where a new draft starts. The sender may choose anything up to the ceiling. */
export interface FieldPolicy {
  readonly max: Level;
  readonly usual: Level;
}

/** Fields that are not named are NONE and cannot be raised. */
export type FieldPolicies = Readonly<Partial<Record<Field, FieldPolicy>>>;

/** The reviewed policy (`data/disclosure-policy.md`) as it was read. */
export interface DisclosurePolicy {
  /** Kind of receiver -> fields. A kind that is not here can receive no person at all. */
  readonly kinds: ReadonlyMap<string, FieldPolicies>;
  /** `KIND:SERVICE` -> the fields that this service changes. */
  readonly services: ReadonlyMap<string, FieldPolicies>;
  /** Code of DASAR_BERBAGI -> what this basis does not carry. */
  readonly withheld: ReadonlyMap<string, ReadonlySet<Field>>;
}

const NONE: FieldPolicy = { max: 'NONE', usual: 'NONE' };

/** The policy for this receiver and service, every field of the catalogue named; null when none may be told of a person. */
export function policyFor(
  policy: DisclosurePolicy,
  kind: string,
  serviceCode: string,
): Record<Field, FieldPolicy> | null {
  const base = policy.kinds.get(kind);
  if (!base) return null;
  const special = policy.services.get(`${kind}:${serviceCode}`) ?? {};
  return Object.fromEntries(
    FIELD_NAMES.map((field) => [field, special[field] ?? base[field] ?? NONE]),
  ) as Record<Field, FieldPolicy>;
}

/** Whether data shared on this basis may hold the field; a basis that the policy does not know carries nothing. */
export function carries(policy: DisclosurePolicy, basis: string, field: Field): boolean {
  const withheld = policy.withheld.get(basis);
  return withheld !== undefined && !withheld.has(field);
}

export function exceeds(level: Level, ceiling: Level): boolean {
  return LEVELS.indexOf(level) > LEVELS.indexOf(ceiling);
}
