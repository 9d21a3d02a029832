import { CurrentActor, May, type Actor } from '#access';
import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CaseViewers } from '../case-viewers.queries.js';
import { CaseViewersView, toCaseViewer } from './case-viewers.dto.js';

@ApiTags('audit')
@Controller('cases')
export class CaseViewersController {
  constructor(private readonly viewers: CaseViewers) {}

  @Get(':id/viewers')
  @May('case.history')
  @ApiOperation({ operationId: 'whoLookedAtTheCase' })
  @ApiOkResponse({ type: CaseViewersView })
  async of(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<CaseViewersView> {
    const { caseNumber, viewers } = await this.viewers.of(actor, id);
    return { caseNumber, items: viewers.map(toCaseViewer) };
  }
}
