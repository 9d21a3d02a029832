import { CurrentActor, may, May, StepUp, type Actor } from '#access';
import { Created } from '#cases';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { ConferencePages } from '../conferences.queries.js';
import { Conferences } from '../conferences.service.js';
import {
  CancellationInput,
  CaseConferencesView,
  ConferenceInput,
  MinutesInput,
  toConference,
  toMinutes,
  toNewConference,
} from './conferences.dto.js';

@ApiTags('conferences')
@Controller('cases/:id')
export class ConferencesController {
  constructor(
    private readonly conferences: Conferences,
    private readonly pages: ConferencePages,
  ) {}

  @Get('conferences')
  @May('conference.read')
  @ApiOperation({ operationId: 'listConferences' })
  @ApiOkResponse({ type: CaseConferencesView })
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<CaseConferencesView> {
    const { caseNumber, open, items } = await this.pages.ofCase(actor, id);
    return {
      caseNumber,
      mayCall: open && may(actor.role, 'conference.call'),
      items: items.map((one) => toConference(one, actor, { team: true, open })),
    };
  }

  @Post('conferences')
  @May('conference.call')
  @ApiOperation({
    operationId: 'callConference',
    summary: 'Invites agencies to talk a case over, without its names',
  })
  @ApiCreatedResponse({ type: Created })
  async call(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ConferenceInput,
  ): Promise<Created> {
    return { id: await this.conferences.call(actor, id, toNewConference(input)) };
  }

  @Post('conferences/:conferenceId/minutes')
  @HttpCode(204)
  @May('conference.minute')
  @ApiOperation({
    operationId: 'writeMinutes',
    summary: 'What was said and decided; anew until it is signed',
  })
  @ApiNoContentResponse()
  async minute(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('conferenceId', ParseUUIDPipe) conferenceId: string,
    @Body() input: MinutesInput,
  ): Promise<void> {
    await this.conferences.minute(actor, id, conferenceId, toMinutes(input));
  }

  @Post('conferences/:conferenceId/signature')
  @HttpCode(204)
  @May('conference.sign')
  @StepUp()
  @ApiOperation({ operationId: 'signMinutes', summary: 'By another person; the decisions bind from here' })
  @ApiNoContentResponse()
  async sign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('conferenceId', ParseUUIDPipe) conferenceId: string,
  ): Promise<void> {
    await this.conferences.sign(actor, id, conferenceId);
  }

  @Post('conferences/:conferenceId/cancellation')
  @HttpCode(204)
  @May('conference.cancel')
  @ApiOperation({ operationId: 'cancelConference' })
  @ApiNoContentResponse()
  async cancel(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('conferenceId', ParseUUIDPipe) conferenceId: string,
    @Body() { reason }: CancellationInput,
  ): Promise<void> {
    await this.conferences.cancel(actor, id, conferenceId, reason);
  }

  @Post('conference-decisions/:decisionId/completion')
  @HttpCode(204)
  @May('conference.finish')
  @ApiOperation({ operationId: 'finishDecision', summary: 'What was decided has been done' })
  @ApiNoContentResponse()
  async finish(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('decisionId', ParseUUIDPipe) decisionId: string,
  ): Promise<void> {
    await this.conferences.finish(actor, id, decisionId);
  }
}
