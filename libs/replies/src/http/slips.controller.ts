import { CurrentActor, Instant, May, PlainText, type Actor } from '#access';
import { codes } from '#codes';
import { AgencyNameView, ReferralView, statusWords, toReferral, type ReferralRow } from '#referrals';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsIn, IsOptional, ValidateBy } from 'class-validator';
import { ReturnedSlips } from '../returned-slips.service.js';
import { possibleAnswers, SLIP_ANSWERS, type SlipAnswer } from '../rules/slip-answer.js';

/** Of one of two lists: which one, the answer says. */
const IsReason = (): PropertyDecorator =>
  ValidateBy({
    name: 'code',
    validator: {
      validate: (value) => codes.isIn('ALASAN_TOLAK', value) || codes.isIn('ALASAN_TIDAK_BERHASIL', value),
      defaultMessage: () => 'code.unknown',
    },
  });

export class ReturnedSlipDto {
  @PlainText(16, { example: '7KQ3F-0ZB1M' })
  code: string;

  @ApiProperty({ enum: SLIP_ANSWERS })
  @IsIn(SLIP_ANSWERS)
  answer: SlipAnswer;

  @Instant({ description: 'When the receiver answered, as written on the slip' })
  answeredAt: string;

  // Who filled it in.
  @PlainText(80)
  name: string;

  @ApiProperty({ required: false, description: 'Code of list ALASAN_TOLAK or ALASAN_TIDAK_BERHASIL' })
  @IsOptional()
  @IsReason()
  reason?: string;

  @ApiProperty({ required: false, description: 'Code of list HASIL_LAYANAN' })
  @IsOptional()
  @IsIn(codes.of('HASIL_LAYANAN').map(({ code }) => code))
  outcome?: string;

  @PlainText(2000, { optional: true })
  text?: string;

  @Instant({ optional: true })
  appointmentAt?: string;

  @PlainText(200, { optional: true })
  place?: string;
}

export class SlipView {
  @ApiProperty({ format: 'uuid' }) referralId: string;
  @ApiProperty({ type: String, nullable: true }) number: string | null;
  @ApiProperty() caseNumber: string;
  @ApiProperty() status: string;
  @ApiProperty() statusWords: string;
  @ApiProperty({ type: AgencyNameView }) toAgency: AgencyNameView;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) sentAt: Date | null;
  @ApiProperty({ isArray: true, enum: SLIP_ANSWERS, description: 'What the slip can still say' })
  possible: SlipAnswer[];
}

@ApiTags('referrals')
@Controller()
export class SlipsController {
  constructor(private readonly slips: ReturnedSlips) {}

  @Get('reply-slips/:code')
  @May('referral.findSlip')
  @ApiOperation({ operationId: 'findSlip', summary: 'The referral whose slip came back' })
  @ApiOkResponse({ type: SlipView })
  async find(@CurrentActor() actor: Actor, @Param('code') code: string): Promise<SlipView> {
    return toSlip(await this.slips.find(actor, code), actor);
  }

  @Post('referrals/:id/returned-slip')
  @HttpCode(200)
  @May('referral.enterSlip')
  @ApiOperation({ operationId: 'enterSlip', summary: 'Writes down what the receiver answered on paper' })
  @ApiOkResponse({ type: ReferralView })
  async enter(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReturnedSlipDto,
  ): Promise<ReferralView> {
    const appointmentAt = body.appointmentAt ? new Date(body.appointmentAt) : undefined;
    const slip = { ...body, answeredAt: new Date(body.answeredAt), appointmentAt };
    return toReferral(await this.slips.enter(actor, id, slip), actor);
  }
}

function toSlip(row: ReferralRow, actor: Actor): SlipView {
  const { number, caseNumber, status, toAgency, sentAt } = row;
  return {
    referralId: row.id,
    ...{ number, caseNumber, status, toAgency, sentAt },
    statusWords: statusWords(status, row.confirmedAt !== null, actor.locale),
    possible: possibleAnswers(status),
  };
}
