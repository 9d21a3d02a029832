import { expect, it } from '@jest/globals';
import { BadRequestException } from '@nestjs/common';
import { IsCode } from '#codes';
import { createValidationPipe } from './validation.js';

class Asked {
  @IsCode('TINGKAT_RISIKO') level!: string;
  @IsCode('TINGKAT_RISIKO', { each: true }) levels!: string[];
}

const faultsOf = async (body: unknown): Promise<unknown> =>
  createValidationPipe()
    .transform(body, { type: 'body', metatype: Asked })
    .catch((refused: BadRequestException) => (refused.getResponse() as { errors: unknown }).errors);

it('asks for a code that is not there, and for another one where it is no code of the list', async () => {
  expect(await faultsOf({ level: null })).toEqual([
    { pointer: '/level', code: 'field.isNotEmpty' },
    { pointer: '/levels', code: 'field.isNotEmpty' },
  ]);
  expect(await faultsOf({ level: 'ZZZ', levels: ['ZZZ'] })).toEqual([
    { pointer: '/level', code: 'code.unknown' },
    { pointer: '/levels', code: 'code.unknown' },
  ]);
});
