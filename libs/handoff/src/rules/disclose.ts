import { exceeds, type FieldPolicy, type Level } from './disclosure-policy.js';
import { FIELDS, FIELD_NAMES, isField, type DataClass, type Field } from './field-catalogue.js';

/** What is known of a field, in both forms; a field with no value is simply missing. */
export interface FieldValue {
  readonly full: string;
  /** Given for the fields whose catalogue entry has a middle level. */
  readonly masked?: string;
}
export type FieldValues = Readonly<Partial<Record<Field, FieldValue>>>;

/** The sender's choices; what is not chosen stays at its usual level. */
export type Levels = Readonly<Partial<Record<Field, Level>>>;

export interface DisclosedField {
  readonly field: Field;
  readonly dataClass: DataClass;
  readonly level: Level;
  readonly maxLevel: Level;
  /** The basis that does not carry the field although the receiver might get it (code of DASAR_BERBAGI). */
  readonly heldBy?: string;
  /** Absent at NONE, and where nothing is known. */
  readonly value?: string;
}

/** Fields that a basis does not carry, with that basis. */
export type Held = Readonly<Partial<Record<Field, string>>>;

export interface LevelFault {
  readonly pointer: string;
  readonly code: 'disclosure.unknownField' | 'disclosure.aboveMax' | 'disclosure.noMiddleLevel';
}

/** The faults of the sender's choices under a policy; empty = they may be kept. */
export function levelFaults(
  levels: Readonly<Record<string, Level>>,
  policy: Readonly<Record<Field, FieldPolicy>>,
): LevelFault[] {
  const faults: LevelFault[] = [];
  for (const [name, level] of Object.entries(levels)) {
    const pointer = `/levels/${name}`;
    if (!isField(name)) faults.push({ pointer, code: 'disclosure.unknownField' });
    else if (exceeds(level, policy[name].max)) faults.push({ pointer, code: 'disclosure.aboveMax' });
    else if (level === 'MASKED' && !FIELDS[name].masked)
      faults.push({ pointer, code: 'disclosure.noMiddleLevel' });
  }
  return faults;
}

/**
 * The packet, field by field, in the catalogue's order. Pure, and an allow-list: a value leaves only if its field is
 * in the catalogue, its policy allows the level, and the sender has not lowered it. A choice above the ceiling is
 * cut to the ceiling, whoever wrote it, so that a policy made stricter later holds for old drafts too; what the basis
 * of its class does not carry stays at home, and says so.
 */
export function disclose(
  values: FieldValues,
  policy: Readonly<Record<Field, FieldPolicy>>,
  levels: Levels,
  held: Held = {},
): DisclosedField[] {
  return FIELD_NAMES.map((field) => {
    const { max: ofPolicy, usual } = policy[field];
    const heldBy = ofPolicy === 'NONE' ? undefined : held[field];
    const max = heldBy ? 'NONE' : ofPolicy;
    const wanted = levels[field] ?? usual;
    const level = exceeds(wanted, max) ? max : wanted;
    const value = valueAt(values[field], level);
    const entry = {
      ...{ field, dataClass: FIELDS[field].dataClass, level, maxLevel: max },
      ...(heldBy ? { heldBy } : {}),
    };
    return value === undefined ? entry : { ...entry, value };
  });
}

function valueAt(value: FieldValue | undefined, level: Level): string | undefined {
  if (value === undefined || level === 'NONE') return undefined;
  return level === 'FULL' ? value.full : value.masked;
}

/** What in fact crosses: the fields with a value. This, and only this, is frozen and shown to the receiver. */
export function packetOf(fields: readonly DisclosedField[]): DisclosedField[] {
  return fields.filter((field) => field.value !== undefined);
}

/** The classes for which a basis is needed: those of which something crosses, and the referral itself. */
export function classesOf(packet: readonly DisclosedField[]): DataClass[] {
  const classes = new Set<DataClass>(packet.map((field) => field.dataClass));
  classes.add('OWN_REFERRAL');
  return [...classes];
}

/** Counts for the one line under the preview. `none` counts what is known and stays at home. */
export function countsOf(
  fields: readonly DisclosedField[],
  values: FieldValues,
): { full: number; masked: number; none: number } {
  const known = fields.filter((field) => values[field.field] !== undefined);
  const at = (level: Level): number => known.filter((field) => field.level === level).length;
  return { full: at('FULL'), masked: at('MASKED'), none: at('NONE') };
}
