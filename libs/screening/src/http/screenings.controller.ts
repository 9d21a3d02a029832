import { CurrentActor, May, StepUp, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiExtraModels, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { availableScreeningActs } from '../screening-acts.js';
import { ScreeningService, type RecordedScreening } from '../screening.service.js';
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
@Controller()
export class ScreeningsController {
  constructor(
    private readonly screening: ScreeningService,
    private readonly screenings: Screenings,
    private readonly receivers: SuggestedReceiversQueries,
  ) {}

  @Post('cases/:id/screenings')
  @May('screening.record')
  @ApiOperation({
    operationId: 'recordScreening',
    summary: 'Sets the level of risk, or proposes a lower one; starts what hangs on it',
  })
  @ApiCreatedResponse({ type: ScreeningView })
  async record(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ScreeningInput,
  ): Promise<ScreeningView> {
    return this.view(actor, await this.screening.record(actor, id, toNewScreening(input)));
  }

  @Post('screenings/:id/approval')
  @HttpCode(200)
  @May('screening.approve')
  @StepUp()
  @ApiOperation({
    operationId: 'approveScreening',
    summary: 'Approves the lower level that another person proposed; from now on it holds',
  })
  @ApiOkResponse({ type: ScreeningView })
  async approve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ScreeningView> {
    return this.view(actor, await this.screening.approve(actor, id));
  }

  private view(actor: Actor, { shown, facts }: RecordedScreening): ScreeningView {
    const told = {
      prompts: this.screenings.prompts(facts, shown.answers, shown.screening.at),
      trafficking: this.screenings.trafficking(facts, shown.answers),
    };
    const acts = availableScreeningActs(actor, shown, facts.state === 'OPEN');
    return toScreening(shown, told, acts, actor.locale);
  }

  @Get('cases/:id/suggested-receivers')
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
