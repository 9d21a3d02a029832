import type { FieldError } from '#refusals';
import { BadRequestException, ValidationPipe, type ValidationError } from '@nestjs/common';

/** Flattens class-validator's tree into one entry per wrong field, with a JSON pointer (RFC 6901) as its place. */
export function fieldErrors(errors: ValidationError[], parent = ''): FieldError[] {
  return errors.flatMap((error) => {
    const pointer = `${parent}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]) => ({
      pointer,
      // A rule's own stable code (`code.unknown`, `nik.date`) when its message is one; else the validator's name.
      code: /^[a-zA-Z]+(?:\.[a-zA-Z]+)+$/.test(message) ? message : `field.${rule}`,
    }));
    return [...own.slice(0, 1), ...fieldErrors(error.children ?? [], pointer)];
  });
}

/** The door: unknown fields refused, nothing converted silently, every fault named. */
export function createValidationPipe(): ValidationPipe {
  return new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    transformOptions: { enableImplicitConversion: false },
    stopAtFirstError: false,
    exceptionFactory: (errors) => new BadRequestException({ errors: fieldErrors(errors) }),
  });
}
