import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { IsISO8601, IsOptional, Matches, MaxLength } from 'class-validator';

/**
 * A point in time: RFC 3339 with `Z` or an offset. Without one it would be read in the zone of whichever machine
 * answers, and a deadline would count from the wrong hour.
 */
export function Instant(options: { optional?: boolean; description?: string } = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      type: String,
      format: 'date-time',
      required: !options.optional,
      description: options.description,
      example: '2026-03-20T23:10:00+07:00',
    }),
    ...(options.optional ? [IsOptional()] : []),
    IsISO8601({ strict: true, strictSeparator: true }, { message: 'time.impossible' }),
    MaxLength(35),
    Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})$/, {
      message: 'time.needsOffset',
    }),
    // A typed year goes wrong by a digit, and a clock that starts in 1026 is missed for good.
    Matches(/^(?:19|20)\d\d-/, { message: 'time.yearImpossible' }),
  );
}
