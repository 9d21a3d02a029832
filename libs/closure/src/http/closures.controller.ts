import { CurrentActor, May, type Actor } from '#access';
import { ReferralView, toReferral } from '#referrals';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Closures } from '../closures.service.js';
import { CompletionDto, ConfirmationDto, FailureDto } from './closures.dto.js';

@ApiTags('referrals')
@Controller('referrals/:id')
export class ClosuresController {
  constructor(private readonly closures: Closures) {}

  @Post('completion')
  @HttpCode(200)
  @May('referral.complete')
  @ApiOperation({ operationId: 'completeReferral', summary: 'The receiver reports the outcome' })
  @ApiOkResponse({ type: ReferralView })
  async complete(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: CompletionDto,
  ): Promise<ReferralView> {
    const nextAt = body.nextAt ? new Date(body.nextAt) : undefined;
    return toReferral(await this.closures.complete(actor, id, { ...body, nextAt }), actor);
  }

  @Post('failure')
  @HttpCode(200)
  @May('referral.fail')
  @ApiOperation({ operationId: 'failReferral', summary: 'The receiver reports that it did not come about' })
  @ApiOkResponse({ type: ReferralView })
  async fail(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FailureDto,
  ): Promise<ReferralView> {
    return toReferral(await this.closures.fail(actor, id, body), actor);
  }

  @Post('confirmation')
  @HttpCode(200)
  @May('referral.confirm')
  @ApiOperation({ operationId: 'confirmReferral', summary: 'The sender closes the loop' })
  @ApiOkResponse({ type: ReferralView })
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ConfirmationDto,
  ): Promise<ReferralView> {
    const clientAnswer = body.clientAnswer ?? 'NOT_ASKED';
    return toReferral(await this.closures.confirm(actor, id, { ...body, clientAnswer }), actor);
  }
}
