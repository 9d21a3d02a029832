import { PlainText } from '#access';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsObject,
  IsOptional,
  Matches,
  ValidateNested,
} from 'class-validator';
import type { UpdatePreview } from '../packet-updates.service.js';
import type { Level } from '../rules/disclosure-policy.js';
import { FIELD_NAMES } from '../rules/field-catalogue.js';
import { DisclosureView, FieldChangeView, toChanges, toDisclosure } from './disclosure.dto.js';
import { IsLevels, PurposeFieldsDto } from './draft.dto.js';

/** What the sender writes anew; what is left out stays as it was written last. */
export class UpdateSheetDto {
  @PlainText(2000, { optional: true }) request?: string;
  @PlainText(2000, { optional: true }) summary?: string;

  @ApiProperty({ required: false, type: PurposeFieldsDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => PurposeFieldsDto)
  purposeFields?: PurposeFieldsDto;

  @ApiProperty({ selfRequired: false, type: 'object', additionalProperties: { type: 'string' } })
  @IsOptional()
  @IsLevels()
  levels?: Record<string, Level>;

  @ApiProperty({
    required: false,
    enum: FIELD_NAMES,
    isArray: true,
    description: 'Changed fields that are not told yet: the receiver keeps what it has of them',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(FIELD_NAMES.length)
  @ArrayUnique()
  @IsIn(FIELD_NAMES, { each: true })
  keep?: string[];
}

export class SendUpdateDto extends UpdateSheetDto {
  @ApiProperty({ description: 'The mark of the preview that is approved' })
  @Matches(/^[\w-]{43}$/)
  mark: string;
}

export class UpdatedFieldView extends FieldChangeView {
  @ApiProperty({ required: false, description: 'As the receiver has it now' }) before?: string;
  @ApiProperty({ required: false, description: 'As the receiver would have it' }) after?: string;
}

export class UpdatePreviewView extends DisclosureView {
  @ApiProperty({ required: true, type: [UpdatedFieldView] })
  declare changes: UpdatedFieldView[];
  @ApiProperty({ description: 'Give it back to approve this packet and no other' }) mark: string;
}

export function toUpdatePreview(preview: UpdatePreview, locale: 'id' | 'en'): UpdatePreviewView {
  const { before, packet, changes, mark } = preview;
  const valueIn = (fields: typeof packet.fields, name: string): string | undefined =>
    fields.find(({ field }) => field === name)?.value;
  return {
    ...toDisclosure(preview, locale),
    version: before.version,
    frozenAt: before.frozenAt,
    changes: toChanges(changes, locale).map((change) => ({
      ...change,
      ...present('before', valueIn(before.fields, change.field)),
      ...present('after', valueIn(packet.fields, change.field)),
    })),
    mark,
  };
}

const present = (name: 'before' | 'after', value: string | undefined): { before?: string; after?: string } =>
  value === undefined ? {} : { [name]: value };
