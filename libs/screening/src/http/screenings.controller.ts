import { CurrentActor, May, type Actor } from '#access';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ScreeningService } from '../screening.service.js';
import { Screenings } from '../screenings.queries.js';
import { SuggestedReceiversQueries } from '../suggested-receivers.queries.js';
import {
  MediationView,
  PromptView,
  ScreeningInput,
  ScreeningView,
  SuggestedReceiversView,
  toNewScreening,
  toScreening,
  toSuggestedReceivers,
} from './screening.dto.js';

@ApiTags('screening')
@ApiExtraModels(MediationView, PromptView)
@Controller('cases/:id')
export class ScreeningsController {
  constructor(
    private readonly screening: ScreeningService,
    private readonly screenings: Screenings,
    private readonly receivers: SuggestedReceiversQueries,
  ) {}

  @Post('screenings')
  @May('screening.record')
  @ApiOperation({
    operationId: 'recordScreening',
    summary: 'Sets the level of risk; starts what hangs on it',
  })
  @ApiCreatedResponse({ type: ScreeningView })
  async record(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ScreeningInput,
  ): Promise<ScreeningView> {
    const { screening, answers, facts } = await this.screening.record(actor, id, toNewScreening(input));
    const prompts = this.screenings.prompts(facts, answers, screening.at);
    const trafficking = this.screenings.trafficking(facts, answers);
    return toScreening({ screening, answers }, { prompts, trafficking }, actor.locale);
  }

  @Get('suggested-receivers')
  @May('receivers.suggest')
  @ApiOperation({
    operationId: 'suggestedReceivers',
    summary: 'Whom to think of, when and why; the counsellor decides',
  })
  @ApiOkResponse({ type: SuggestedReceiversView })
  async suggested(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SuggestedReceiversView> {
    return toSuggestedReceivers(await this.receivers.forCase(actor, id), actor.locale);
  }
}
