import { CurrentActor, May, StepUp, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Departures } from '../departures.service.js';
import {
  DepartureDoneView,
  DepartureIdView,
  DeparturesView,
  DepartureView,
  HandOverInput,
  toDeparture,
  toDepartureRow,
} from './departures.dto.js';

@ApiTags('accounts')
@Controller()
export class DeparturesController {
  constructor(private readonly departures: Departures) {}

  @Post('accounts/:id/departure')
  @May('account.proposeDeparture')
  @StepUp()
  @ApiOperation({ operationId: 'proposeDeparture', summary: 'Somebody leaves; nothing changes yet' })
  @ApiCreatedResponse({ type: DepartureIdView })
  async propose(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) accountId: string,
  ): Promise<DepartureIdView> {
    const { id } = await this.departures.propose(actor, accountId);
    return { id };
  }

  @Get('departures')
  @May('account.departures')
  @ApiOperation({ operationId: 'listDepartures' })
  @ApiOkResponse({ type: DeparturesView })
  async list(@CurrentActor() actor: Actor): Promise<DeparturesView> {
    return { items: (await this.departures.list(actor)).map(toDepartureRow) };
  }

  @Get('departures/:id')
  @May('account.departures')
  @ApiOperation({ operationId: 'getDeparture', summary: 'What goes to whom, before and after' })
  @ApiOkResponse({ type: DepartureView })
  async read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<DepartureView> {
    return toDeparture(await this.departures.read(actor, id));
  }

  @Post('departures/:id/completion')
  @HttpCode(200)
  @May('account.decideDeparture')
  @StepUp()
  @ApiOperation({ operationId: 'completeDeparture', summary: 'Hands everything over and ends the account' })
  @ApiOkResponse({ type: DepartureDoneView })
  async complete(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: HandOverInput,
  ): Promise<DepartureDoneView> {
    const { cases, seats, referrals, roster } = await this.departures.complete(actor, id, input);
    return { cases, seats, referrals, roster };
  }

  @Post('departures/:id/rejection')
  @HttpCode(204)
  @May('account.decideDeparture')
  @StepUp()
  @ApiOperation({ operationId: 'rejectDeparture' })
  @ApiNoContentResponse()
  async reject(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.departures.reject(actor, id);
  }
}
