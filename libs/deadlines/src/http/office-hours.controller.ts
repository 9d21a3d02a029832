import { CurrentActor, May, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { OfficeHoursKeeping } from '../office-hours.service.js';
import { ImportListInput } from './holiday.dto.js';
import {
  CalendarGapList,
  HoursImportView,
  OfficeHoursList,
  TakeBackHoursInput,
  toGaps,
  toHoursImport,
  toOfficeHours,
} from './office-hours.dto.js';
import { RuleEffectView, toCalendarEffect } from './effect.dto.js';

/** Office hours of the country, a province or a city: the same for everybody, nothing about any case. */
@ApiTags('deadlines')
@Controller()
export class OfficeHoursController {
  constructor(private readonly hours: OfficeHoursKeeping) {}

  @Get('office-hours')
  @May('reference.read')
  @ApiOperation({ operationId: 'listOfficeHours' })
  @ApiOkResponse({ type: OfficeHoursList })
  async list(@CurrentActor() actor: Actor): Promise<OfficeHoursList> {
    return { items: (await this.hours.list(actor)).map(toOfficeHours) };
  }

  @Get('calendar-gaps')
  @May('reference.read')
  @ApiOperation({ operationId: 'calendarGaps' })
  @ApiOkResponse({ type: CalendarGapList })
  async gaps(@CurrentActor() actor: Actor): Promise<CalendarGapList> {
    return toGaps(await this.hours.gaps(actor));
  }

  @Post('office-hours-imports')
  @HttpCode(200)
  @May('calendar.edit')
  @ApiOperation({ operationId: 'importOfficeHours' })
  @ApiOkResponse({ type: HoursImportView })
  async import(
    @CurrentActor() actor: Actor,
    @Body() { csv, commit }: ImportListInput,
  ): Promise<HoursImportView> {
    return toHoursImport(await this.hours.import(actor, csv, commit));
  }

  @Get('office-hours/:id/removal-effect')
  @May('calendar.edit')
  @ApiOperation({ operationId: 'officeHoursRemovalEffect' })
  @ApiOkResponse({ type: RuleEffectView })
  async removalEffect(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RuleEffectView> {
    return toCalendarEffect(await this.hours.removalEffect(actor, id));
  }

  @Post('office-hours/:id/removal')
  @HttpCode(204)
  @May('calendar.edit')
  @ApiOperation({ operationId: 'takeBackOfficeHours' })
  @ApiNoContentResponse()
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: TakeBackHoursInput,
  ): Promise<void> {
    await this.hours.remove(actor, id, reason);
  }
}
