import { CurrentActor, May, StepUp, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Baits } from '../bait/bait.service.js';
import { BaitInput, BaitLaidView, BaitsView, toBait, toBaitUnit } from './bait.dto.js';

@ApiTags('integrity')
@Controller('baits')
export class BaitController {
  constructor(private readonly baits: Baits) {}

  @Get()
  @May('bait.read')
  @ApiOperation({
    operationId: 'listBaits',
    summary: 'Files that no duty leads to, and who has read one; for those who keep them alone',
  })
  @ApiOkResponse({ type: BaitsView })
  async list(@CurrentActor() actor: Actor): Promise<BaitsView> {
    const { items, units } = await this.baits.list(actor);
    return { items: items.map((item) => toBait(item, actor.locale)), units: units.map(toBaitUnit) };
  }

  @Post()
  @May('bait.lay')
  @StepUp()
  @ApiOperation({ operationId: 'layBait', summary: 'Lays an invented old file among those of a unit' })
  @ApiCreatedResponse({ type: BaitLaidView })
  async lay(@CurrentActor() actor: Actor, @Body() input: BaitInput): Promise<BaitLaidView> {
    return { id: await this.baits.lay(actor, input) };
  }

  @Post(':id/ending')
  @HttpCode(204)
  @May('bait.end')
  @ApiOperation({ operationId: 'endBait', summary: 'It lies there no longer' })
  @ApiNoContentResponse()
  async end(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.baits.end(actor, id);
  }
}
