import { PlainText } from '#access';
import { IsCode } from '#codes';
import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateBy,
  ValidateNested,
} from 'class-validator';
import { LEVELS, type Level } from '../rules/disclosure-policy.js';

/** Words that only some receivers need; each is a field of the packet and goes where the policy lets it. */
export class PurposeFieldsDto {
  @PlainText(500, { optional: true }) complaint?: string;
  @PlainText(500, { optional: true }) legalQuestion?: string;
  @PlainText(160, { optional: true }) schoolName?: string;
  @PlainText(500, { optional: true }) schoolAction?: string;
  @PlainText(500, { optional: true }) schoolSafety?: string;
  @PlainText(120, { optional: true }) costSource?: string;
  @PlainText(300, { optional: true }) noContactWith?: string;
  @PlainText(1000, { optional: true }) evidenceList?: string;

  @ApiProperty({ required: false, description: 'Whether the police have asked for a forensic report' })
  @IsOptional()
  @IsBoolean()
  spvPresent?: boolean;
}

/** A flat object of field names and levels; whether the field exists and how far it may go is the policy's to say. */
export function IsLevels(): PropertyDecorator {
  return ValidateBy({
    name: 'isLevels',
    validator: {
      validate: (value: unknown): boolean =>
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.keys(value).length <= 60 &&
        Object.entries(value).every(([name, level]) => name.length <= 60 && LEVELS.includes(level as Level)),
      defaultMessage: () => 'levels is an object of field names and NONE, MASKED or FULL',
    },
  });
}

export class DraftReferralDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  toAgencyId: string;

  @ApiProperty({ description: 'Code of list LAYANAN' })
  @IsCode('LAYANAN')
  serviceCode: string;

  @ApiProperty({ enum: ['SEGERA', 'BIASA'] })
  @IsIn(['SEGERA', 'BIASA'])
  urgency: 'SEGERA' | 'BIASA';

  @ApiProperty({
    required: false,
    type: [String],
    format: 'uuid',
    description: 'The clients whom it is about; absent: those whom the service fits',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsUUID('all', { each: true })
  clientIds?: string[];

  @ApiProperty({ required: false, format: 'uuid', description: 'The referral whose place this one takes' })
  @IsOptional()
  @IsUUID()
  followsReferralId?: string;

  @PlainText(2000)
  request: string;

  @PlainText(2000, { optional: true })
  summary?: string;

  @ApiProperty({ required: false, type: PurposeFieldsDto })
  @IsOptional()
  // ValidateNested alone lets a list through, empty or not.
  @IsObject()
  @ValidateNested()
  @Type(() => PurposeFieldsDto)
  purposeFields?: PurposeFieldsDto;

  @ApiProperty({
    selfRequired: false,
    type: 'object',
    additionalProperties: { type: 'string', enum: [...LEVELS] },
    example: { 'identity.name': 'MASKED' },
  })
  @IsOptional()
  @IsLevels()
  levels?: Record<string, Level>;
}

/** A change of a draft. A body with a `request` replaces words and levels whole. */
export class RewriteReferralDto extends PartialType(DraftReferralDto) {}
