import type { WordKey, Words } from '../../words/words';
import { fieldId } from '../../api/faults';

/** Fields that stand in the folded part: it opens by itself when one of them is wrong. */
export const DETAILS =
  /^\/(receivedAt|knownAt|externalRef|place|online|reporter\/(name|phone)|victims\/(0\/(nik|birthDate|phone|address|disabilities|school)|[1-9]))/;

/** The element on the screen that a pointer belongs to: its own, else the nearest one around it. */
export function shownField(pointer: string): string | undefined {
  let at = pointer;
  while (at) {
    const id = fieldId(at);
    if (document.getElementById(id)) return id;
    at = at.slice(0, at.lastIndexOf('/'));
  }
  return undefined;
}

export function fieldName(pointer: string, t: Words): string | undefined {
  const row = NAMES.find(([pattern]) => pattern.test(pointer));
  return row && t(row[1]);
}

const NAMES: [RegExp, WordKey][] = [
  [/^\/clientSafeNow/, 'case.safeNow'],
  [/^\/violenceTypes/, 'intake.violence'],
  [/^\/contexts/, 'intake.contexts'],
  [/^\/occurredAt/, 'intake.occurredAt'],
  [/^\/receivedAt/, 'intake.receivedAt'],
  [/^\/channel/, 'intake.channel'],
  [/^\/reporter\/kind/, 'intake.reporter'],
  [/^\/reporter\/phone/, 'intake.reporterPhone'],
  [/^\/narrative/, 'intake.narrative'],
  [/^\/externalRef/, 'intake.externalRef'],
  [/\/name$/, 'intake.name'],
  [/\/ageYears$/, 'intake.age'],
  [/\/birthDate$/, 'intake.birthDate'],
  [/\/sex$/, 'intake.sex'],
  [/\/nik$/, 'intake.nik'],
  [/\/phone$/, 'intake.phone'],
  [/\/regionCode$/, 'intake.district'],
  [/\/safeContact/, 'intake.safeContact'],
  [/\/relation$/, 'intake.relation'],
  [/\/agencyId$/, 'intake.partner'],
];
