import { PlainText } from '#access';
import { IsCode } from '#codes';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
} from 'class-validator';
import type { AgencyEntry, ContactEntry, ServiceEntry } from '../rules/directory-entry.js';

export const HOURS = ['24/7', 'OFFICE', 'OFFICE_ONCALL'];
/** Violence against women, against children, trafficking; and families without violence (PUSPAGA). */
export const TRACKS = ['KTP', 'KTA', 'TPPO', 'KELUARGA_TANPA_KEKERASAN'];
// Plain letters only: an address with strange ones is somebody else's that looks like it.
const EMAIL = /^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/;
const PHONE = /^\+?[\d][\d \-()]{4,24}$/;
const LINES_MAX = 20;
const AGE_MAX = 120;
const PLACES_MAX = 10_000;

function Lines(): PropertyDecorator {
  return (target, key) => {
    ApiProperty({ type: [String], maxItems: LINES_MAX })(target, key);
    IsArray()(target, key);
    ArrayMaxSize(LINES_MAX)(target, key);
    ArrayUnique({ message: 'list.twice' })(target, key);
    IsString({ each: true })(target, key);
    MinLength(1, { each: true })(target, key);
    MaxLength(200, { each: true })(target, key);
    Matches(/^[^\u0000-\u001f\u007f\u202e\ud800-\udfff]*$/u, {
      each: true,
      message: 'text.controlCharacters',
    })(target, key);
  };
}

export class DirectoryQuery {
  @PlainText(100, { optional: true }) q?: string;
  @ApiPropertyOptional({ description: 'Code of list JENIS_INSTANSI' })
  @IsOptional()
  @IsCode('JENIS_INSTANSI')
  kind?: string;
  @ApiPropertyOptional({ description: 'Code of list LAYANAN' })
  @IsOptional()
  @IsCode('LAYANAN')
  serviceCode?: string;
  @ApiPropertyOptional({ enum: ['STALE'] }) @IsOptional() @IsIn(['STALE']) state?: 'STALE';
}

export class VersionInput {
  @ApiProperty({ description: 'The version that was read; another one since is a 409' })
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  version: number;
}

export class EditAgencyInput extends VersionInput {
  @PlainText(200) name: string;
  @PlainText(300, { optional: true }) unit?: string;
  @PlainText(2000, { optional: true }) description?: string;

  @ApiProperty({ type: [String], enum: TRACKS })
  @IsArray()
  @ArrayUnique({ message: 'list.twice' })
  @IsIn(TRACKS, { each: true })
  takesTracks: string[];

  @Lines() needsToAccept: string[];
  @PlainText(200, { optional: true }) feedbackDocument?: string;
  @ApiProperty({ enum: HOURS }) @IsIn(HOURS) hours: string;
  @PlainText(300, { optional: true }) hoursNote?: string;
  @PlainText(500, { optional: true }) address?: string;
  @PlainText(200, { optional: true }) costSource?: string;
}

export class AgencyContactsInput extends VersionInput {
  @ApiPropertyOptional({ maxLength: 254, description: 'Where one-time links go' })
  @IsOptional()
  @IsString()
  @MaxLength(254)
  @Matches(EMAIL, { message: 'account.email' })
  email?: string;

  @ApiPropertyOptional({ example: '0812-0000-9008' })
  @IsOptional()
  @IsString()
  @Matches(PHONE, { message: 'phone.malformed' })
  dutyPhone?: string;

  @ApiPropertyOptional({ description: 'When the first does not answer' })
  @IsOptional()
  @IsString()
  @Matches(PHONE, { message: 'phone.malformed' })
  dutyPhoneFallback?: string;
}

export class ServiceInput {
  @ApiProperty({ description: 'Code of list LAYANAN' }) @IsCode('LAYANAN') serviceCode: string;
  @PlainText(200) nameId: string;
  @PlainText(200) nameEn: string;
  @PlainText(2000, { optional: true }) description?: string;

  @ApiProperty({ type: [String], enum: TRACKS })
  @IsArray()
  @ArrayUnique({ message: 'list.twice' })
  @IsIn(TRACKS, { each: true })
  forTracks: string[];

  @ApiProperty({ type: [String], description: 'Codes of list JENIS_KELAMIN' })
  @IsArray()
  @ArrayUnique({ message: 'list.twice' })
  @IsCode('JENIS_KELAMIN', { each: true })
  forSex: string[];

  @ApiPropertyOptional({ type: Number, minimum: 0, maximum: AGE_MAX })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(AGE_MAX)
  ageMin?: number;

  @ApiPropertyOptional({ type: Number, minimum: 0, maximum: AGE_MAX })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(AGE_MAX)
  ageMax?: number;

  @ApiProperty({ type: [String], description: 'Codes of list TINGKAT_RISIKO' })
  @IsArray()
  @ArrayUnique({ message: 'list.twice' })
  @IsCode('TINGKAT_RISIKO', { each: true })
  riskLevels: string[];

  @Lines() requires: string[];
  @PlainText(200, { optional: true }) costSource?: string;
  @ApiProperty({ enum: HOURS }) @IsIn(HOURS) hours: string;
  @ApiProperty() @IsBoolean() emergency: boolean;
  @Lines() accessibility: string[];
}

export class EditServiceInput extends ServiceInput {
  @ApiProperty({ description: 'The version that was read; another one since is a 409' })
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  version: number;
}

export class CapacityInput extends VersionInput {
  @ApiProperty({ minimum: 0, maximum: PLACES_MAX }) @IsInt() @Min(0) @Max(PLACES_MAX) total: number;
  @ApiProperty({ minimum: 0, maximum: PLACES_MAX }) @IsInt() @Min(0) @Max(PLACES_MAX) free: number;
}

export const toAgencyEntry = (input: EditAgencyInput): AgencyEntry => ({
  name: input.name,
  unit: input.unit ?? null,
  description: input.description ?? null,
  takesTracks: input.takesTracks,
  needsToAccept: input.needsToAccept,
  feedbackDocument: input.feedbackDocument ?? null,
  hours: input.hours,
  hoursNote: input.hoursNote ?? null,
  address: input.address ?? null,
  costSource: input.costSource ?? null,
});

export const toContactEntry = (input: AgencyContactsInput): ContactEntry => ({
  email: input.email ?? null,
  dutyPhone: input.dutyPhone ?? null,
  dutyPhoneFallback: input.dutyPhoneFallback ?? null,
});

export const toServiceEntry = (input: ServiceInput): ServiceEntry => ({
  serviceCode: input.serviceCode,
  nameId: input.nameId,
  nameEn: input.nameEn,
  description: input.description ?? null,
  forTracks: input.forTracks,
  forSex: input.forSex,
  ageMin: input.ageMin ?? null,
  ageMax: input.ageMax ?? null,
  riskLevels: input.riskLevels,
  requires: input.requires,
  costSource: input.costSource ?? null,
  hours: input.hours,
  emergency: input.emergency,
  accessibility: input.accessibility,
});
