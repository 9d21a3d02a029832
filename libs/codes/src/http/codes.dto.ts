import { ApiProperty } from '@nestjs/swagger';
import { codes } from '../codes.js';
import { CODE_LISTS } from '../rules/code-lists.js';

export class CodeView {
  @ApiProperty({ example: 'TINGGI' }) code: string;
  @ApiProperty({ example: 'Tinggi' }) labelId: string;
  @ApiProperty({ example: 'High' }) labelEn: string;
}

export class CodeListsView {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { $ref: '#/components/schemas/CodeView' } },
    description: 'Every coded list by its name, codes in the order of screens',
  })
  lists: Record<string, CodeView[]>;
}

/** Labels only: definitions and mappings are for programs and reviewers, not for forms. */
export function toCodeLists(): CodeListsView {
  return {
    lists: Object.fromEntries(
      CODE_LISTS.map((list) => [
        list,
        codes.of(list).map(({ code, labelId, labelEn }) => ({ code, labelId, labelEn })),
      ]),
    ),
  };
}
