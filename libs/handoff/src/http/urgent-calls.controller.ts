import { CurrentActor, May, type Actor } from '#access';
import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UrgentCalls } from '../urgent/urgent-calls.service.js';
import { toUrgentLane, UrgentCallDto, UrgentLaneView } from './urgent-calls.dto.js';

@ApiTags('referrals')
@Controller('cases/:id/urgent-calls')
export class UrgentCallsController {
  constructor(private readonly calls: UrgentCalls) {}

  @Get()
  @May('call.read')
  @ApiOperation({
    operationId: 'readUrgentCalls',
    summary: 'The first hour by telephone: whom to call, what to say, who answered',
  })
  @ApiOkResponse({ type: UrgentLaneView })
  async read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<UrgentLaneView> {
    return toUrgentLane(await this.calls.read(actor, id), actor.locale);
  }

  @Post()
  @May('call.record')
  @ApiOperation({
    operationId: 'recordUrgentCall',
    summary: 'Writes down a point that was gone through, or a call',
  })
  @ApiCreatedResponse({ type: UrgentLaneView })
  async record(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: UrgentCallDto,
  ): Promise<UrgentLaneView> {
    const at = body.at ? new Date(body.at) : undefined;
    return toUrgentLane(await this.calls.record(actor, id, { ...body, at }), actor.locale);
  }
}
