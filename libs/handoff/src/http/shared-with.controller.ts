import { CurrentActor, May, StepUp, type Actor } from '#access';
import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { SharedPapers } from '../shared-with/shared-papers.service.js';
import { SharedWith } from '../shared-with/shared-with.queries.js';
import { SharedRecordView, SharedWithQuery, toSharedRecord } from './shared-with.dto.js';

@ApiTags('cases')
@Controller('cases/:id/disclosures')
export class SharedWithController {
  constructor(
    private readonly shared: SharedWith,
    private readonly papers: SharedPapers,
  ) {}

  @Get()
  @May('case.disclosures')
  @ApiOperation({
    operationId: 'whoReceivedWhat',
    summary: 'Who received what of the clients, when, on what basis',
  })
  @ApiOkResponse({ type: SharedRecordView })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { clientId }: SharedWithQuery,
  ): Promise<SharedRecordView> {
    return toSharedRecord(await this.shared.read(actor, id, clientId), actor.locale);
  }

  @Get('paper')
  @May('case.printDisclosures')
  @StepUp()
  @ApiOperation({
    operationId: 'printWhoReceivedWhat',
    summary: 'The same in plain words for the client (PDF)',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'A4', schema: { type: 'string', format: 'binary' } })
  async paper(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { clientId }: SharedWithQuery,
  ): Promise<StreamableFile> {
    const { fileName, pdf } = await this.papers.print(actor, id, clientId);
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `attachment; filename="${fileName}"`,
      length: pdf.length,
    });
  }
}
