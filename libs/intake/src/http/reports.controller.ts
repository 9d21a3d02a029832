import { CurrentActor, May, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { IntakeService } from '../intake.service.js';
import { ReportsQueries } from '../reports.queries.js';
import {
  JoinInput,
  OpenedReportView,
  OutsideMandateInput,
  ReportInput,
  ReportView,
  toNewReport,
  toOpenedReport,
  toReport,
} from './report.dto.js';

@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly intake: IntakeService,
    private readonly reports: ReportsQueries,
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

  @Get(':id')
  @May('report.read')
  @ApiOperation({ operationId: 'readReport' })
  @ApiOkResponse({ type: OpenedReportView })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<OpenedReportView> {
    return toOpenedReport(await this.reports.read(actor, id), actor);
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
