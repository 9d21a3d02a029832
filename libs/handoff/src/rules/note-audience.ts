import type { FieldPolicy } from './disclosure-policy.js';
import { FIELD_NAMES, FIELDS, type Field } from './field-catalogue.js';

/**
 * The classes of data that a note to another agency may hold. Identity is none of them: a note says "client", and the
 * packet of the referral says who that is, to whom it may.
 */
export const NOTE_CLASSES = ['OWN_REFERRAL', 'CHRONOLOGY', 'HEALTH_PSYCH', 'RISK_SAFETY'] as const;
export type NoteClass = (typeof NOTE_CLASSES)[number];

/** What the reviewed policy lets this receiver have at all: a class of which no field could cross is closed to notes. */
export function noteClasses(policy: Readonly<Record<Field, FieldPolicy>>): NoteClass[] {
  return NOTE_CLASSES.filter((scope) =>
    FIELD_NAMES.some((field) => FIELDS[field].dataClass === scope && policy[field].max !== 'NONE'),
  );
}
