import { CurrentActor, May, type Actor } from '#access';
import { UnitOfWork } from '#database';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { rulesInForce } from '../rule-book.js';
import { HolidayList, RuleList, toRuleView, type HolidayView } from './deadline.dto.js';

/** The register of rules and the calendar: the same for everybody, nothing about any case. */
@ApiTags('deadlines')
@Controller()
export class RegisterController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

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
    const items = await this.unitOfWork.look(actor, (work) =>
      work.query<HolidayView>('select date::text, kind, name, basis from simpul.holiday order by date, kind'),
    );
    return { items };
  }
}
