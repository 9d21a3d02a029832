import { CurrentActor, May, type Actor } from '#access';
import { ReferralView, toReferral } from '#referrals';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Conversations } from '../conversation.service.js';
import { MessageDto, ProgressDto, ServiceStartDto } from './handoff-acts.dto.js';

@ApiTags('referrals')
@Controller('referrals/:id')
export class ConversationsController {
  constructor(private readonly conversations: Conversations) {}

  @Post('question')
  @HttpCode(200)
  @May('referral.ask')
  @ApiOperation({
    operationId: 'askReferral',
    summary: 'The receiver asks; its clock stops, the sender’s starts',
  })
  @ApiOkResponse({ type: ReferralView })
  async ask(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MessageDto,
  ): Promise<ReferralView> {
    return toReferral(await this.conversations.ask(actor, id, body.text), actor);
  }

  @Post('answer')
  @HttpCode(200)
  @May('referral.answer')
  @ApiOperation({
    operationId: 'answerReferral',
    summary: 'The sender answers; the receiver’s clock goes on',
  })
  @ApiOkResponse({ type: ReferralView })
  async answer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: MessageDto,
  ): Promise<ReferralView> {
    return toReferral(await this.conversations.answer(actor, id, body.text), actor);
  }

  @Post('service-start')
  @HttpCode(200)
  @May('referral.start')
  @ApiOperation({ operationId: 'startService', summary: 'The first service was given' })
  @ApiOkResponse({ type: ReferralView })
  async start(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ServiceStartDto,
  ): Promise<ReferralView> {
    const at = body.at ? new Date(body.at) : undefined;
    return toReferral(await this.conversations.start(actor, id, { at, note: body.note }), actor);
  }

  @Post('progress')
  @HttpCode(200)
  @May('referral.report')
  @ApiOperation({ operationId: 'reportProgress', summary: 'Interim feedback; its clock starts anew' })
  @ApiOkResponse({ type: ReferralView })
  async report(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ProgressDto,
  ): Promise<ReferralView> {
    const nextAt = body.nextAt ? new Date(body.nextAt) : undefined;
    return toReferral(await this.conversations.report(actor, id, { text: body.text, nextAt }), actor);
  }
}
