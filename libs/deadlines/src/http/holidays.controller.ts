import { CurrentActor, May, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Holidays } from '../holidays.service.js';
import {
  AddHolidayInput,
  HolidayImportView,
  HolidayList,
  HolidayView,
  ImportListInput,
  RemoveHolidayInput,
  toHoliday,
  toHolidayList,
  toImport,
} from './holiday.dto.js';

/** The calendar: the same for everybody, nothing about any case. */
@ApiTags('deadlines')
@Controller()
export class HolidaysController {
  constructor(private readonly holidays: Holidays) {}

  @Get('holidays')
  @May('reference.read')
  @ApiOperation({ operationId: 'listHolidays' })
  @ApiOkResponse({ type: HolidayList })
  async list(@CurrentActor() actor: Actor): Promise<HolidayList> {
    return toHolidayList(await this.holidays.calendar(actor));
  }

  @Post('holidays')
  @May('calendar.edit')
  @ApiOperation({ operationId: 'addHoliday' })
  @ApiCreatedResponse({ type: HolidayView })
  async add(@CurrentActor() actor: Actor, @Body() input: AddHolidayInput): Promise<HolidayView> {
    return toHoliday(await this.holidays.add(actor, { ...input, regionCode: input.regionCode ?? null }));
  }

  @Post('holidays/:id/removal')
  @HttpCode(204)
  @May('calendar.edit')
  @ApiOperation({ operationId: 'removeHoliday' })
  @ApiNoContentResponse()
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: RemoveHolidayInput,
  ): Promise<void> {
    await this.holidays.remove(actor, id, reason);
  }

  @Post('holiday-imports')
  @HttpCode(200)
  @May('calendar.edit')
  @ApiOperation({ operationId: 'importHolidays' })
  @ApiOkResponse({ type: HolidayImportView })
  async import(
    @CurrentActor() actor: Actor,
    @Body() { csv, commit }: ImportListInput,
  ): Promise<HolidayImportView> {
    return toImport(await this.holidays.import(actor, csv, commit));
  }
}
