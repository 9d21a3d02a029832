import { PlainText, Instant } from '#access';
import { IsCode } from '#codes';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional } from 'class-validator';
import { REMAINDERS, type Remainder } from '../rules/remainder.js';
import { CLIENT_ANSWERS, type ClientAnswer } from '../loop-confirmation.entity.js';

export class CompletionDto {
  @ApiProperty({ description: 'Code of list HASIL_LAYANAN' })
  @IsCode('HASIL_LAYANAN')
  outcome: string;

  @PlainText(4000)
  text: string;

  @Instant({ optional: true, description: 'The next appointment, where one was made' })
  nextAt?: string;

  @ApiProperty({ required: false, description: 'Given in part: code of list ALASAN_SEBAGIAN' })
  @IsOptional()
  @IsCode('ALASAN_SEBAGIAN')
  shortfall?: string;

  @PlainText(1000, { optional: true, example: 'Enam sesi lagi' })
  remains?: string;
}

export class FailureDto {
  @ApiProperty({ description: 'Code of list ALASAN_TIDAK_BERHASIL' })
  @IsCode('ALASAN_TIDAK_BERHASIL')
  reason: string;

  @PlainText(4000)
  text: string;
}

export class ConfirmationDto {
  @ApiProperty({ required: false, enum: CLIENT_ANSWERS, default: 'NOT_ASKED' })
  @IsOptional()
  @IsIn(CLIENT_ANSWERS)
  clientAnswer?: ClientAnswer;

  @PlainText(1000, { optional: true })
  note?: string;

  @ApiProperty({ required: false, enum: REMAINDERS, description: 'The rest of a service given in part' })
  @IsOptional()
  @IsIn(REMAINDERS)
  remainder?: Remainder;

  @ApiProperty({ required: false, description: 'Code of list ALASAN_CUKUP, with ENOUGH' })
  @IsOptional()
  @IsCode('ALASAN_CUKUP')
  enoughReason?: string;
}
