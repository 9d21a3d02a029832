import { expect, it } from '@jest/globals';
import type { FieldPolicy } from './disclosure-policy.js';
import { FIELD_NAMES, type Field } from './field-catalogue.js';
import { noteClasses } from './note-audience.js';

const policy = (...open: Field[]): Record<Field, FieldPolicy> =>
  Object.fromEntries(
    FIELD_NAMES.map((field) => {
      const level = open.includes(field) ? 'FULL' : 'NONE';
      return [field, { max: level, usual: level }];
    }),
  ) as Record<Field, FieldPolicy>;

it('a note may hold a class of which the receiver may have a field, and identity never', () => {
  expect(noteClasses(policy())).toEqual([]);
  expect(noteClasses(policy('risk.level'))).toEqual(['RISK_SAFETY']);
  expect(noteClasses(policy('identity.name', 'guardian'))).toEqual([]);
  expect(noteClasses(policy(...FIELD_NAMES))).toEqual([
    'OWN_REFERRAL',
    'CHRONOLOGY',
    'HEALTH_PSYCH',
    'RISK_SAFETY',
  ]);
});
