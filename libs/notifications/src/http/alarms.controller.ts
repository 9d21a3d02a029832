import { CurrentActor, May, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Alarms } from '../alarms/alarms.service.js';
import { AlarmList, AlarmQuery, AlarmView, ResolutionInput, toAlarm } from './alarms.dto.js';

/** What is wrong with the house itself, and who sees to it. */
@ApiTags('alarms')
@Controller('alarms')
export class AlarmsController {
  constructor(private readonly alarms: Alarms) {}

  @Get()
  @May('alarm.read')
  @ApiOperation({ operationId: 'listAlarms' })
  @ApiOkResponse({ type: AlarmList })
  async list(@CurrentActor() actor: Actor, @Query() { state }: AlarmQuery): Promise<AlarmList> {
    const alarms = await this.alarms.list(actor, state ?? 'open');
    return { items: alarms.map((alarm) => toAlarm(alarm, actor)) };
  }

  @Post(':id/acknowledgement')
  @HttpCode(200)
  @May('alarm.acknowledge')
  @ApiOperation({ operationId: 'acknowledgeAlarm' })
  @ApiOkResponse({ type: AlarmView })
  async acknowledge(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<AlarmView> {
    return toAlarm(await this.alarms.acknowledge(actor, id), actor);
  }

  @Post(':id/resolution')
  @HttpCode(200)
  @May('alarm.resolve')
  @ApiOperation({ operationId: 'resolveAlarm' })
  @ApiOkResponse({ type: AlarmView })
  async resolve(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ResolutionInput,
  ): Promise<AlarmView> {
    return toAlarm(await this.alarms.resolve(actor, id, input), actor);
  }
}
