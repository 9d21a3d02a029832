import { CurrentActor, May, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ConferencePages } from '../conferences.queries.js';
import { Invitations } from '../invitations.service.js';
import { DissentInput, InvitationsView, ReplyInput, toConference } from './conferences.dto.js';

@ApiTags('conferences')
@Controller('referrals/:id')
export class InvitationsController {
  constructor(
    private readonly invitations: Invitations,
    private readonly pages: ConferencePages,
  ) {}

  @Get('conferences')
  @May('conference.invited')
  @ApiOperation({
    operationId: 'listInvitations',
    summary: 'What this agency was invited to, as far as a basis goes',
  })
  @ApiOkResponse({ type: InvitationsView })
  async list(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<InvitationsView> {
    const items = await this.pages.ofReferral(actor, id);
    return { items: items.map((one) => toConference(one, actor, { team: false, open: true })) };
  }

  @Post('conferences/:conferenceId/reply')
  @HttpCode(204)
  @May('conference.reply')
  @ApiOperation({ operationId: 'replyToInvitation' })
  @ApiNoContentResponse()
  async reply(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('conferenceId', ParseUUIDPipe) conferenceId: string,
    @Body() { answer }: ReplyInput,
  ): Promise<void> {
    await this.invitations.reply(actor, id, conferenceId, answer);
  }

  @Post('conferences/:conferenceId/dissent')
  @HttpCode(204)
  @May('conference.reply')
  @ApiOperation({
    operationId: 'dissent',
    summary: 'What this agency does not agree with; frozen with the minutes',
  })
  @ApiNoContentResponse()
  async dissent(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('conferenceId', ParseUUIDPipe) conferenceId: string,
    @Body() { text }: DissentInput,
  ): Promise<void> {
    await this.invitations.dissent(actor, id, conferenceId, text);
  }

  @Post('conference-decisions/:decisionId/completion')
  @HttpCode(204)
  @May('conference.reply')
  @ApiOperation({ operationId: 'fulfilDecision', summary: 'This agency has done what was decided' })
  @ApiNoContentResponse()
  async fulfil(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('decisionId', ParseUUIDPipe) decisionId: string,
  ): Promise<void> {
    await this.invitations.fulfil(actor, id, decisionId);
  }
}
