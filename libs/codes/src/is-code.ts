import { ValidateBy, type ValidationOptions } from 'class-validator';
import { codes } from './codes.js';
import type { CodeList } from './rules/code-lists.js';

/**
 * DTO decorator: the field holds a code of `list` (with `{ each: true }`: every member does).
 * A value outside the list is refused as a shape error of that field.
 */
export function IsCode(list: CodeList, options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isCode',
      constraints: [list],
      validator: {
        validate: (value: unknown): boolean => codes.isIn(list, value),
        // The stable code of the refusal; the door shows it beside the field's pointer.
        defaultMessage: (): string => 'code.unknown',
      },
    },
    options,
  );
}
