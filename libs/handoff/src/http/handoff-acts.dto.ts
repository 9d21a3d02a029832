import { PlainText, Instant } from '#access';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { INBOX_TABS, type InboxTab } from '../inbox.queries.js';

export class MessageDto {
  @PlainText(2000)
  text: string;
}

export class ServiceStartDto {
  @Instant({ optional: true })
  at?: string;

  @PlainText(2000, { optional: true })
  note?: string;
}

export class ProgressDto {
  @PlainText(4000)
  text: string;

  @Instant({ optional: true })
  nextAt?: string;
}

export class FanOutDto {
  @ApiProperty({
    type: [String],
    format: 'uuid',
    description: 'Asked for the same, beside the receiver of the draft',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @IsUUID('all', { each: true })
  alsoAgencyIds: string[];
}

export class ReroutingDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  toAgencyId: string;
}

export class DisclosureQuery {
  @ApiProperty({ required: false, format: 'uuid', description: 'What this agency would get instead' })
  @IsOptional()
  @IsUUID()
  agencyId?: string;
}

export class InboxQuery {
  @ApiProperty({ required: false, enum: INBOX_TABS, default: 'answer' })
  @IsOptional()
  @IsIn(INBOX_TABS)
  tab?: InboxTab;

  @ApiProperty({ required: false, description: '`next` of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  cursor?: string;
}
