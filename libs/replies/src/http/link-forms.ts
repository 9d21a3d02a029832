import { PlainText } from '#access';
import { IsCode } from '#codes';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsString, Matches } from 'class-validator';

export class StandingQuery {
  @ApiProperty({ pattern: '^[1-9]\\d{0,5}$', description: 'Of the packet, as the page shows it' })
  @IsString()
  @Matches(/^[1-9]\d{0,5}$/)
  version: string;
}

/** What the forms of the link's page send. An empty field of a form arrives as an empty text, not as nothing. */
export class OpeningForm {
  @IsString()
  @Matches(/^\d{6}$/)
  code: string;

  @PlainText(80)
  name: string;
}

export class EmptyForm {
  @IsOptional()
  @Matches(/^$/)
  nothing?: string;
}

export class AcceptanceForm {
  @PlainText(120)
  responsibleName: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)
  appointmentAt?: string;

  @PlainText(200, { optional: true })
  place?: string;
}

export class RejectionForm {
  @IsCode('ALASAN_TOLAK')
  reason: string;

  @PlainText(500, { optional: true })
  note?: string;
}

export class TextForm {
  @PlainText(2000)
  text: string;
}

export class CompletionForm {
  @IsCode('HASIL_LAYANAN')
  outcome: string;

  @PlainText(4000)
  text: string;
}

export class FailureForm {
  @IsCode('ALASAN_TIDAK_BERHASIL')
  reason: string;

  @PlainText(4000)
  text: string;
}
