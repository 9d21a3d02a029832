import { Readable } from 'node:stream';
import { AnswersAfresh, CurrentActor, May, StepUp, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { CaseTrailExport } from '../case-trail-export.js';
import { LedgerExport } from '../ledger-export.js';
import { CaseTrailInput, CaseTrailView, LedgerExportQuery, toCaseTrail } from './case-trail.dto.js';

@ApiTags('audit')
@Controller('audit')
export class LedgerExportController {
  constructor(
    private readonly exports: LedgerExport,
    private readonly trails: CaseTrailExport,
  ) {}

  @Get('export')
  @May('audit.export')
  @StepUp()
  @ApiOperation({
    operationId: 'exportLedger',
    summary: 'The whole ledger, to check outside; recorded with its reason',
  })
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({ description: 'One JSON object per line, for apps/verify', schema: { type: 'string' } })
  async export(
    @CurrentActor() actor: Actor,
    @Query() { reason }: LedgerExportQuery,
  ): Promise<StreamableFile> {
    return new StreamableFile(Readable.from(await this.exports.whole(actor, reason)), {
      type: 'application/x-ndjson; charset=utf-8',
      disposition: 'attachment; filename="ledger.ndjson"',
    });
  }

  @Post('case-exports')
  @HttpCode(200)
  @May('audit.export')
  @StepUp()
  @AnswersAfresh()
  @ApiOperation({
    operationId: 'exportCaseTrail',
    summary: 'One case’s trail, to print and to check; recorded',
  })
  @ApiOkResponse({ type: CaseTrailView })
  async ofCase(@CurrentActor() actor: Actor, @Body() input: CaseTrailInput): Promise<CaseTrailView> {
    return toCaseTrail(await this.trails.of(actor, input), input.reason);
  }
}
