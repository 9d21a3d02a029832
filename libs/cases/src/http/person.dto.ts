import { PlainText } from '#access';
import { IsCode } from '#codes';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsUUID,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { PERSON_KINDS, type PersonKind } from '../person.entity.js';

export class SafeContactInput {
  @ApiProperty({ example: 'TELEPON', description: 'Code of list KANAL_MASUK' })
  @IsCode('KANAL_MASUK')
  channel: string;

  @PlainText(120, { optional: true })
  value?: string;

  @PlainText(120, { optional: true, example: '12.00-13.00' })
  window?: string;

  @PlainText(400, { optional: true, example: 'Hanya ke kakak. Jangan HP ayah.' })
  note?: string;

  @ApiProperty({ required: false })
  @IsOptional()
  @IsBoolean()
  mayLeaveMessage?: boolean;
}

/** What may be told about anybody. Nothing is required; what is impossible is refused with its pointer. */
export class PersonDetails {
  @PlainText(200, { optional: true })
  name?: string;

  @PlainText(32, { optional: true, example: '1674015207109951' })
  nik?: string;

  @PlainText(10, { optional: true, example: '2010-07-12' })
  birthDate?: string;

  @ApiProperty({ required: false, description: 'Whole years, as told at the report' })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(130)
  ageYears?: number;

  @PlainText(40, { optional: true })
  phone?: string;

  @PlainText(400, { optional: true })
  address?: string;

  @PlainText(13, { optional: true, example: '16.74.02.1003' })
  regionCode?: string;

  @ApiProperty({
    required: false,
    isArray: true,
    type: String,
    description: 'Codes of list RAGAM_DISABILITAS',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(8)
  @ArrayUnique()
  @IsCode('RAGAM_DISABILITAS', { each: true })
  disabilities?: string[];

  @PlainText(200, { optional: true })
  school?: string;

  @ApiProperty({ required: false, type: SafeContactInput })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => SafeContactInput)
  safeContact?: SafeContactInput;
}

export class PersonCorrection extends PersonDetails {
  @ApiProperty({ required: false, description: 'Code of list JENIS_KELAMIN' })
  @IsOptional()
  @IsCode('JENIS_KELAMIN')
  sex?: string;

  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'A reported person works at this partner agency',
  })
  @IsOptional()
  @IsUUID()
  employerAgencyId?: string;

  @PlainText(60, { optional: true })
  relation?: string;
}

export class AddPersonInput extends PersonCorrection {
  @ApiProperty({ enum: PERSON_KINDS })
  @IsIn(PERSON_KINDS)
  kind: PersonKind;

  @ApiProperty({
    required: false,
    description: 'Reported persons: code of list HUBUNGAN_PELAKU to the first victim',
  })
  @IsOptional()
  @IsCode('HUBUNGAN_PELAKU')
  relationToFirstVictim?: string;
}

export class PersonAdded {
  @ApiProperty({ format: 'uuid' }) id: string;
}
