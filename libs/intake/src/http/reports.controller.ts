import { AnswersAfresh, CurrentActor, May, StepUp, type Actor } from '#access';
import { MatchesView, RevealInput, toMatch } from '#cases';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IntakeService } from '../intake.service.js';
import { ReportIdentities } from '../report-identities.service.js';
import { ReportsQueries } from '../reports.queries.js';
import {
  JoinInput,
  OutsideMandateInput,
  ReportInput,
  ReportView,
  toNewReport,
  toReport,
} from './report.dto.js';
import {
  ReportPageView,
  ReportRevealView,
  ReportsQuery,
  ReportsView,
  toReportPage,
  toReportReveal,
  toReportRow,
} from './report-page.dto.js';

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly intake: IntakeService,
    private readonly reports: ReportsQueries,
    private readonly identities: ReportIdentities,
  ) {}

  @Post()
  @May('report.receive')
  @ApiOperation({
    operationId: 'receiveReport',
    summary: 'Takes a report; opens its case unless told otherwise',
  })
  @ApiCreatedResponse({ type: ReportView })
  async receive(@CurrentActor() actor: Actor, @Body() input: ReportInput): Promise<ReportView> {
    return toReport(await this.intake.receive(actor, toNewReport(input)), actor);
  }

  @Get()
  @May('report.list')
  @ApiOperation({
    operationId: 'listReports',
    summary: 'Reports of my office without a case, the longest waiting first; names masked',
  })
  @ApiOkResponse({ type: ReportsView })
  async list(@CurrentActor() actor: Actor, @Query() query: ReportsQuery): Promise<ReportsView> {
    const { items, next } = await this.reports.list(actor, {
      status: query.status ?? 'received',
      cursor: query.cursor,
    });
    return { items: items.map((row) => toReportRow(row, actor)), next };
  }

  @Get(':id')
  @May('report.read')
  @ApiOperation({ operationId: 'readReport' })
  @ApiOkResponse({ type: ReportPageView })
  async read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReportPageView> {
    return toReportPage(await this.reports.read(actor, id), actor);
  }

  @Post(':id/reveal')
  @HttpCode(200)
  @May('report.reveal')
  @StepUp()
  @AnswersAfresh()
  @ApiOperation({ operationId: 'revealReport', summary: 'Opens people and story for a purpose; recorded' })
  @ApiOkResponse({ type: ReportRevealView })
  async reveal(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: RevealInput,
  ): Promise<ReportRevealView> {
    return toReportReveal(await this.identities.reveal(actor, id, input));
  }

  // A POST and not a GET, as every search that a name stands behind; it changes nothing but the ledger.
  @Post(':id/matches')
  @HttpCode(200)
  @May('report.match')
  @AnswersAfresh()
  @ApiOperation({
    operationId: 'matchReport',
    summary: 'Open cases I may see with a client of the same name, NIK or telephone',
  })
  @ApiOkResponse({ type: MatchesView })
  async matches(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<MatchesView> {
    return { items: (await this.identities.matches(actor, id)).map(toMatch) };
  }

  @Post(':id/opening')
  @HttpCode(200)
  @May('report.open')
  @ApiOperation({ operationId: 'openReport' })
  @ApiOkResponse({ type: ReportView })
  async open(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ReportView> {
    return toReport(await this.intake.open(actor, id), actor);
  }

  @Post(':id/joining')
  @HttpCode(200)
  @May('report.join')
  @ApiOperation({ operationId: 'joinReport' })
  @ApiOkResponse({ type: ReportView })
  async join(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: JoinInput,
  ): Promise<ReportView> {
    return toReport(await this.intake.join(actor, id, input.caseId), actor);
  }

  @Post(':id/outside-mandate')
  @HttpCode(200)
  @May('report.outsideMandate')
  @ApiOperation({ operationId: 'reportOutsideMandate' })
  @ApiOkResponse({ type: ReportView })
  async outsideMandate(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: OutsideMandateInput,
  ): Promise<ReportView> {
    return toReport(await this.intake.outsideMandate(actor, id, input.reason), actor);
  }
}
