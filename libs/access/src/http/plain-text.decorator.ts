import { applyDecorators } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';

// Everything below space except tab and newline, DEL, and lone surrogates: PostgreSQL refuses NUL, and RFC 8785
// refuses lone surrogates; right-to-left overrides can make a text read as something else.
const NO_CONTROLS =
  /^(?:[\t\n\u0020-\u007e\u00a0-\u202d\u202f-\ud7ff\ue000-\uffff]|[\ud800-\udbff][\udc00-\udfff])*$/;

/**
 * A free-text field: a string, NFC-normalised, trimmed, CRLF made LF, 1..max characters, no control characters.
 * `optional` allows it to be absent; an empty text then counts as absent.
 */
export function PlainText(
  max: number,
  options: { optional?: boolean; example?: string } = {},
): PropertyDecorator {
  return applyDecorators(
    ApiProperty({ type: String, maxLength: max, required: !options.optional, example: options.example }),
    Transform(({ value }: { value: unknown }) => {
      if (typeof value !== 'string') return value;
      const text = value.replaceAll('\r\n', '\n').normalize('NFC').trim();
      return options.optional && text === '' ? undefined : text;
    }),
    ...(options.optional ? [IsOptional()] : []),
    IsString(),
    MinLength(1),
    MaxLength(max),
    Matches(NO_CONTROLS, { message: 'text.controlCharacters' }),
  );
}
