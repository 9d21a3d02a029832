import { CurrentActor, May, type Actor } from '#access';
import { UnitOfWork } from '#database';
import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Holidays } from '../holidays.service.js';
import { rulesInForce } from '../rule-book.js';
import { AddHolidayInput, HolidayList, HolidayView, RuleList, toRuleView } from './register.dto.js';

/** The register of rules and the calendar: the same for everybody, nothing about any case. */
@ApiTags('deadlines')
@Controller()
export class RegisterController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendar: Holidays,
  ) {}

  @Get('deadline-rules')
  @May('reference.read')
  @ApiOperation({ operationId: 'listDeadlineRules' })
  @ApiOkResponse({ type: RuleList })
  async rules(@CurrentActor() actor: Actor): Promise<RuleList> {
    const rules = await this.unitOfWork.look(actor, rulesInForce);
    return { items: rules.map((rule) => toRuleView(rule, actor.locale)) };
  }

  @Get('holidays')
  @May('reference.read')
  @ApiOperation({ operationId: 'listHolidays' })
  @ApiOkResponse({ type: HolidayList })
  async holidays(@CurrentActor() actor: Actor): Promise<HolidayList> {
    return { items: await this.calendar.list(actor) };
  }

  @Post('holidays')
  @May('calendar.edit')
  @ApiOperation({ operationId: 'addHoliday' })
  @ApiCreatedResponse({ type: HolidayView })
  async addHoliday(@CurrentActor() actor: Actor, @Body() input: AddHolidayInput): Promise<HolidayView> {
    return this.calendar.add(actor, input);
  }
}
