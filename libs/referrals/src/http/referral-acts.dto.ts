import { PlainText, Instant } from '#access';
import { IsCode } from '#codes';
import { ApiHideProperty, ApiProperty } from '@nestjs/swagger';
import { Equals, IsOptional, IsUUID } from 'class-validator';

/** An act that needs no words: `{}`. The hidden field is there because the pipe knows no class without any rule. */
export class NothingDto {
  @ApiHideProperty()
  @Equals(undefined)
  readonly nothing?: undefined;
}

export class AcceptanceDto {
  @PlainText(120, { optional: true })
  responsibleName?: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'An account of the receiving agency' })
  @IsOptional()
  @IsUUID()
  responsibleAccountId?: string;

  @Instant({ optional: true })
  appointmentAt?: string;

  @PlainText(200, { optional: true })
  place?: string;
}

export class RejectionDto {
  @ApiProperty({ description: 'Code of list ALASAN_TOLAK' })
  @IsCode('ALASAN_TOLAK')
  reason: string;

  @PlainText(500, { optional: true })
  note?: string;
}

export class CancellationDto {
  @PlainText(500)
  reason: string;
}
