import type { FieldError } from '#refusals';
import {
  BadRequestException,
  ValidationPipe,
  type ArgumentMetadata,
  type ValidationError,
} from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';

/** Flattens class-validator's tree into one entry per wrong field, with a JSON pointer (RFC 6901) as its place. */
export function fieldErrors(errors: ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    // A body that is no object at all has no field to point to: the pointer is the whole document.
    const pointer =
      error.property === undefined
        ? parent
        : `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      pointer,
      code: codeOf(rule, message, error.value),
    }));
    return [...own.slice(0, 1), ...fieldErrors(error.children ?? [], pointer)];
  });
}

/**
 * A rule's own stable code (`code.unknown`, `nik.date`) when its message is one; else the validator's name. What is not there
 * at all was not chosen wrongly: it is asked for.
 */
function codeOf(rule: string, message: string, value: unknown): string {
  if (message === 'code.unknown' && (value === undefined || value === null)) return 'field.isNotEmpty';
  return /^[a-zA-Z]+(?:\.[a-zA-Z]+)+$/.test(message) ? message : `field.${rule}`;
}

/** The door: unknown fields refused, nothing converted silently, every fault named. */
class Door extends ValidationPipe {
  /** A body class without any field: class-validator knows nothing of it and would refuse even `{}`. */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type !== 'body' || !metadata.metatype || !hasNoField(metadata.metatype))
      return super.transform(value, metadata) as Promise<unknown>;
    if (value === undefined || value === null) return {};
    if (typeof value !== 'object' || Array.isArray(value))
      throw new BadRequestException({ errors: [{ pointer: '', code: 'field.object' }] });
    const unknown = Object.keys(value).map((property) => ({
      property,
      constraints: { whitelistValidation: '' },
    }));
    if (unknown.length > 0)
      throw new BadRequestException({ errors: fieldErrors(unknown as ValidationError[]) });
    return {};
  }
}

function hasNoField(metatype: Function): boolean {
  if ([String, Boolean, Number, Array, Object, Buffer, Date].includes(metatype as never)) return false;
  return getMetadataStorage().getTargetValidationMetadatas(metatype, '', false, false).length === 0;
}

/** The global pipe. */
export function createValidationPipe(): ValidationPipe {
  return new Door({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    stopAtFirstError: false,
    exceptionFactory: (errors) => new BadRequestException({ errors: fieldErrors(errors) }),
  });
}
