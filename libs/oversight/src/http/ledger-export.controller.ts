import { Readable } from 'node:stream';
import { CurrentActor, May, type Actor } from '#access';
import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiOkResponse, ApiProduces, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { LedgerExport } from '../ledger-export.js';

export class ExportQuery {
  @ApiPropertyOptional({ format: 'uuid', description: 'Only the entries of this case, each with its proof' })
  @IsOptional()
  @IsUUID()
  caseId?: string;
}

@ApiTags('audit')
@Controller('audit/export')
export class LedgerExportController {
  constructor(private readonly exports: LedgerExport) {}

  @Get()
  @May('audit.export')
  @ApiOperation({ operationId: 'exportLedger' })
  @ApiProduces('application/x-ndjson')
  @ApiOkResponse({ description: 'One JSON object per line, for apps/verify', schema: { type: 'string' } })
  async export(@CurrentActor() actor: Actor, @Query() { caseId }: ExportQuery): Promise<StreamableFile> {
    const lines = caseId ? this.exports.ofCase(actor, caseId) : this.exports.whole(actor);
    return new StreamableFile(Readable.from(await lines), {
      type: 'application/x-ndjson; charset=utf-8',
      disposition: 'attachment; filename="ledger.ndjson"',
    });
  }
}
