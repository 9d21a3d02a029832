import { CurrentActor, May, type Actor } from '#access';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Worklists } from '../worklists.service.js';
import { OverdueBoardView, toBoard, toWorklist, WorklistView } from './worklist.dto.js';

@ApiTags('worklists')
@Controller('worklist')
export class WorklistsController {
  constructor(private readonly worklists: Worklists) {}

  @Get()
  @May('worklist.read')
  @ApiOperation({ operationId: 'readWorklist' })
  @ApiOkResponse({ type: WorklistView })
  async mine(@CurrentActor() actor: Actor): Promise<WorklistView> {
    return toWorklist(await this.worklists.mine(actor), actor.locale);
  }

  @Get('overdue-board')
  @May('board.read')
  @ApiOperation({ operationId: 'readOverdueBoard' })
  @ApiOkResponse({ type: OverdueBoardView })
  async board(@CurrentActor() actor: Actor): Promise<OverdueBoardView> {
    return toBoard(await this.worklists.board(actor), actor.locale);
  }
}
