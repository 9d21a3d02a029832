import { CurrentActor, May, type Actor } from '#access';
import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseSight } from '../sight.queries.js';
import { SightPeopleView, SightView, toSight, toSightPerson } from './sight.dto.js';

@ApiTags('integrity')
@Controller('cases')
export class SightController {
  constructor(private readonly sight: CaseSight) {}

  @Get(':id/sight')
  @May('sight.ask')
  @ApiOperation({ operationId: 'whoSeesTheCase', summary: 'Whom the case concerns, and who of them sees it' })
  @ApiOkResponse({ type: SightPeopleView })
  async people(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SightPeopleView> {
    return { items: (await this.sight.of(actor, id)).map(toSightPerson) };
  }

  @Get(':id/sight/:accountId')
  @May('sight.ask')
  @ApiOperation({
    operationId: 'whyAPersonSeesTheCase',
    summary: 'Why somebody can see the case, and what of it; or why not',
  })
  @ApiOkResponse({ type: SightView })
  async person(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('accountId', ParseUUIDPipe) accountId: string,
  ): Promise<SightView> {
    const [found] = await this.sight.of(actor, id, accountId);
    return toSight(found!);
  }
}

/** For whoever knows a case by its pseudonym alone. */
@ApiTags('integrity')
@Controller('audit/cases')
export class SightByRefController {
  constructor(private readonly sight: CaseSight) {}

  @Get(':id/sight')
  @May('sight.askByRef')
  @ApiOperation({ operationId: 'whoSeesTheCaseByRef', summary: 'The same, by the pseudonym of the case' })
  @ApiOkResponse({ type: SightPeopleView })
  async people(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<SightPeopleView> {
    return { items: (await this.sight.ofRef(actor, id)).map(toSightPerson) };
  }

  @Get(':id/sight/:accountId')
  @May('sight.askByRef')
  @ApiOperation({
    operationId: 'whyAPersonSeesTheCaseByRef',
    summary: 'The same, by the pseudonym of the case',
  })
  @ApiOkResponse({ type: SightView })
  async person(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('accountId', ParseUUIDPipe) accountId: string,
  ): Promise<SightView> {
    const [found] = await this.sight.ofRef(actor, id, accountId);
    return toSight(found!);
  }
}
