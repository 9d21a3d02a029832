import { CurrentActor, May, type Actor } from '#access';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ReferralActs } from '../referral-acts.service.js';
import { AcceptanceDto, CancellationDto, NothingDto, RejectionDto } from './referral-acts.dto.js';
import { ReferralView, toReferral } from './referral.dto.js';

@ApiTags('referrals')
@Controller('referrals/:id')
export class ReferralsController {
  constructor(private readonly acts: ReferralActs) {}

  @Post('receipt')
  @HttpCode(200)
  @May('referral.acknowledge')
  @ApiOperation({
    operationId: 'acknowledgeReferral',
    summary: 'The receiver confirms that it has the referral',
  })
  @ApiOkResponse({ type: ReferralView })
  async receipt(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() _body: NothingDto,
  ): Promise<ReferralView> {
    return toReferral(await this.acts.acknowledge(actor, id), actor);
  }

  @Post('acceptance')
  @HttpCode(200)
  @May('referral.accept')
  @ApiOperation({
    operationId: 'acceptReferral',
    summary: 'The receiver takes it on and names who is responsible',
  })
  @ApiOkResponse({ type: ReferralView })
  async acceptance(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: AcceptanceDto,
  ): Promise<ReferralView> {
    const appointmentAt = body.appointmentAt ? new Date(body.appointmentAt) : undefined;
    return toReferral(await this.acts.accept(actor, id, { ...body, appointmentAt }), actor);
  }

  @Post('rejection')
  @HttpCode(200)
  @May('referral.reject')
  @ApiOperation({ operationId: 'rejectReferral', summary: 'The receiver declines with a coded reason' })
  @ApiOkResponse({ type: ReferralView })
  async rejection(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RejectionDto,
  ): Promise<ReferralView> {
    return toReferral(await this.acts.reject(actor, id, body), actor);
  }

  @Post('cancellation')
  @HttpCode(200)
  @May('referral.cancel')
  @ApiOperation({
    operationId: 'cancelReferral',
    summary: 'The sender withdraws it; the receiver sees a tombstone',
  })
  @ApiOkResponse({ type: ReferralView })
  async cancellation(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CancellationDto,
  ): Promise<ReferralView> {
    return toReferral(await this.acts.cancel(actor, id, body.reason), actor);
  }
}
