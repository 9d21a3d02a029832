import { CurrentActor, may, May, StepUp, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { availableDeadlineActsOf, DeadlineActs } from '../deadline-acts.service.js';
import type { OpenedDeadline } from '../deadlines.queries.js';
import { DeadlinePage, DeadlineQuery, DeadlineView, ReasonInput, toDeadline } from './deadline.dto.js';
import { ProposedWaiverView, toProposedWaiver } from './proposed-waiver.dto.js';

@ApiTags('deadlines')
@Controller('deadlines')
export class DeadlinesController {
  constructor(private readonly acts: DeadlineActs) {}

  @Get()
  @May('deadline.read')
  @ApiOperation({ operationId: 'listDeadlines' })
  @ApiOkResponse({ type: DeadlinePage })
  async list(@CurrentActor() actor: Actor, @Query() query: DeadlineQuery): Promise<DeadlinePage> {
    const [orderedBy, id] = query.cursor?.split('_') ?? [];
    const { items, more } = await this.acts.list(actor, {
      state: query.state,
      agencyId: query.agencyId,
      ...(orderedBy && id && { after: { orderedBy, id } }),
    });
    const last = items.at(-1);
    return {
      items: items.map((deadline) => this.view(actor, deadline)),
      next: more && last ? `${last.orderedBy}_${last.id}` : null,
    };
  }

  @Post(':id/acknowledgement')
  @HttpCode(200)
  @May('deadline.acknowledge')
  @ApiOperation({ operationId: 'acknowledgeDeadline' })
  @ApiOkResponse({ type: DeadlineView })
  async acknowledge(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DeadlineView> {
    return this.view(actor, await this.acts.acknowledge(actor, id));
  }

  @Post(':id/reminder')
  @HttpCode(200)
  @May('deadline.remind')
  @ApiOperation({ operationId: 'remindOfDeadline' })
  @ApiOkResponse({ type: DeadlineView })
  async remind(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DeadlineView> {
    return this.view(actor, await this.acts.remind(actor, id));
  }

  @Post(':id/pause')
  @HttpCode(200)
  @May('deadline.pause')
  @ApiOperation({ operationId: 'pauseDeadline' })
  @ApiOkResponse({ type: DeadlineView })
  async pause(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonInput,
  ): Promise<DeadlineView> {
    return this.view(actor, await this.acts.pause(actor, id, reason));
  }

  @Post(':id/resumption')
  @HttpCode(200)
  @May('deadline.pause')
  @ApiOperation({ operationId: 'resumeDeadline' })
  @ApiOkResponse({ type: DeadlineView })
  async resume(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DeadlineView> {
    return this.view(actor, await this.acts.resume(actor, id));
  }

  @Post(':id/waiver')
  @HttpCode(200)
  @May('deadline.waive')
  @ApiOperation({ operationId: 'proposeWaiver' })
  @ApiOkResponse({ type: DeadlineView })
  async waive(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: ReasonInput,
  ): Promise<DeadlineView> {
    return this.view(actor, await this.acts.proposeWaiver(actor, id, reason));
  }

  @Get(':id/waiver')
  @May('deadline.approveWaiver')
  @ApiOperation({ operationId: 'readProposedWaiver', summary: 'Who asks for it and why; recorded' })
  @ApiOkResponse({ type: ProposedWaiverView })
  async proposedWaiver(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ProposedWaiverView> {
    return toProposedWaiver(await this.acts.proposedWaiver(actor, id));
  }

  @Post(':id/waiver-approval')
  @HttpCode(200)
  @May('deadline.approveWaiver')
  @StepUp()
  @ApiOperation({ operationId: 'approveWaiver' })
  @ApiOkResponse({ type: DeadlineView })
  async approveWaiver(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DeadlineView> {
    return this.view(actor, await this.acts.approveWaiver(actor, id));
  }

  private view(actor: Actor, deadline: OpenedDeadline): DeadlineView {
    const seesCase = may(actor.role, 'case.read');
    return toDeadline(deadline, { locale: actor.locale, seesCase }, availableDeadlineActsOf(actor, deadline));
  }
}
