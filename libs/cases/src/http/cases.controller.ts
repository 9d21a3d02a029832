import { AnswersAfresh, CurrentActor, May, StepUp, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseHistory } from '../case-history.queries.js';
import { CasePages } from '../case-page.queries.js';
import { CasesQueries } from '../cases.queries.js';
import { CasesService } from '../cases.service.js';
import { Identities } from '../identities.service.js';
import { CasesQuery, CasesView, CaseView, toCase, toCaseRow } from './case.dto.js';
import {
  EditCaseInput,
  HistoryView,
  MatchesView,
  MatchInput,
  RevealInput,
  RevealView,
  toHistoryEntry,
  toMatch,
  toReveal,
} from './case-acts.dto.js';

@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly queries: CasesQueries,
    private readonly pages: CasePages,
    private readonly identities: Identities,
    private readonly histories: CaseHistory,
  ) {}

  @Get()
  @May('case.list')
  @ApiOperation({ operationId: 'listCases', summary: 'The cases that I work on, newest first; names masked' })
  @ApiOkResponse({ type: CasesView })
  async list(@CurrentActor() actor: Actor, @Query() query: CasesQuery): Promise<CasesView> {
    const { items, next } = await this.queries.list(actor, query);
    return { items: items.map((row) => toCaseRow(row, actor.locale)), next };
  }

  // A POST and not a GET: a name, NIK or telephone number may stand in no address and in no log of addresses.
  @Post('matches')
  @HttpCode(200)
  @May('case.match')
  @AnswersAfresh()
  @ApiOperation({
    operationId: 'matchCases',
    summary: 'Search before create: exact matches among the cases I may see',
  })
  @ApiOkResponse({ type: MatchesView })
  async match(@CurrentActor() actor: Actor, @Body() input: MatchInput): Promise<MatchesView> {
    return { items: (await this.identities.matches(actor, input)).map(toMatch) };
  }

  @Get(':id')
  @May('case.read')
  @ApiOperation({ operationId: 'readCase' })
  @ApiOkResponse({ type: CaseView })
  async read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseView> {
    return toCase(await this.pages.read(actor, id), actor.locale);
  }

  @Patch(':id')
  @May('case.edit')
  @ApiOperation({ operationId: 'editCase' })
  @ApiOkResponse({ type: CaseView })
  async edit(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: EditCaseInput,
  ): Promise<CaseView> {
    await this.cases.edit(actor, id, input);
    return toCase(await this.pages.read(actor, id), actor.locale);
  }

  @Post(':id/reveal')
  @HttpCode(200)
  @May('case.reveal')
  @StepUp()
  @AnswersAfresh()
  @ApiOperation({
    operationId: 'revealCase',
    summary: 'Opens identities, or safe contacts alone, for a reason; recorded, each time anew',
  })
  @ApiOkResponse({ type: RevealView })
  async reveal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: RevealInput,
  ): Promise<RevealView> {
    return toReveal(await this.identities.reveal(actor, id, input));
  }

  @Get(':id/history')
  @May('case.history')
  @ApiOperation({
    operationId: 'caseHistory',
    summary: 'What was done with the case and by whom, newest first',
  })
  @ApiOkResponse({ type: HistoryView })
  async history(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<HistoryView> {
    const items = await this.histories.read(actor, id);
    return { items: items.map((item) => toHistoryEntry(item, actor.locale)) };
  }
}
