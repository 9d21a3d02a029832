import { CurrentActor, May, type Actor } from '#access';
import { UnitOfWork } from '#database';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AgenciesService } from '../agencies.service.js';
import { DirectoryQueries } from '../directory.queries.js';
import { DutyRoster } from '../duty-roster.js';
import { whoIsOnDuty } from '../rules/who-is-on-duty.js';
import {
  AgenciesQuery,
  AgenciesView,
  DutyRosterView,
  ServicesQuery,
  ServicesView,
  toAgency,
  toDuty,
  toService,
} from './agencies.dto.js';

@ApiTags('reference')
@Controller()
export class AgenciesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agencies: AgenciesService,
    private readonly dutyRoster: DutyRoster,
    private readonly directory: DirectoryQueries,
  ) {}

  @Get('agencies')
  @May('reference.read')
  @ApiOperation({ operationId: 'listAgencies', summary: 'The agencies of the service directory, by code' })
  @ApiOkResponse({ type: AgenciesView })
  async list(@CurrentActor() actor: Actor, @Query() query: AgenciesQuery): Promise<AgenciesView> {
    return this.unitOfWork.look(actor, async (work) => {
      if (query.overseeing === 'YES')
        return { items: (await this.agencies.overseeing(work)).map((agency) => toAgency(agency, false)) };
      const found = await this.agencies.byKind(work, query.kind);
      const stale = new Set((await this.directory.stale(work)).map(({ id }) => id));
      return { items: found.map((agency) => toAgency(agency, stale.has(agency.id))) };
    });
  }

  @Get('services')
  @May('reference.read')
  @ApiOperation({ operationId: 'listServices', summary: 'What the agencies offer, of one agency or of all' })
  @ApiOkResponse({ type: ServicesView })
  async services(@CurrentActor() actor: Actor, @Query() query: ServicesQuery): Promise<ServicesView> {
    const ids = query.agencyId ? [query.agencyId] : undefined;
    const found = await this.unitOfWork.look(actor, (work) => this.agencies.services(work, ids));
    return { items: found.map(toService) };
  }

  @Get('duty-roster')
  @May('reference.read')
  @ApiOperation({
    operationId: 'dutyRoster',
    summary: 'Who answers now, by name where there is a roster, and the number to call when nobody does',
  })
  @ApiOkResponse({ type: DutyRosterView })
  async roster(@CurrentActor() actor: Actor): Promise<DutyRosterView> {
    return this.unitOfWork.look(actor, async (work) => {
      const officeOpen = await this.agencies.officeOpen(work);
      const agencies = await this.agencies.byKind(work);
      const duty = await this.dutyRoster.now(work);
      return {
        at: work.at.toISOString(),
        officeOpen,
        items: agencies.map((agency) =>
          toDuty(agency, whoIsOnDuty(agency.hours, officeOpen), duty.of(agency.id)),
        ),
      };
    });
  }
}
