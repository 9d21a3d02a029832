import { CurrentActor, May, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { RosterService, type LineKind } from '../roster.service.js';
import {
  AbsenceInput,
  FallbackInput,
  RosterAddedView,
  RosterQuery,
  RosterView,
  ShiftInput,
  toRoster,
} from './roster.dto.js';

/** The roster of one agency: read by everybody, written by its head. */
@ApiTags('reference')
@Controller('duty-roster')
export class RosterController {
  constructor(private readonly roster: RosterService) {}

  @Get('shifts')
  @May('reference.read')
  @ApiOperation({ operationId: 'agencyRoster', summary: 'Shifts, absences and fallback of one agency' })
  @ApiOkResponse({ type: RosterView })
  async read(@CurrentActor() actor: Actor, @Query() query: RosterQuery): Promise<RosterView> {
    return toRoster(await this.roster.read(actor, query.agencyId ?? actor.agencyId));
  }

  @Post('shifts')
  @May('roster.edit')
  @ApiOperation({ operationId: 'addShift' })
  @ApiCreatedResponse({ type: RosterAddedView })
  async addShift(@CurrentActor() actor: Actor, @Body() input: ShiftInput): Promise<RosterAddedView> {
    return this.add(actor, 'shift', input, input.repeatWeeks);
  }

  @Post('absences')
  @May('roster.edit')
  @ApiOperation({ operationId: 'addAbsence' })
  @ApiCreatedResponse({ type: RosterAddedView })
  async addAbsence(@CurrentActor() actor: Actor, @Body() input: AbsenceInput): Promise<RosterAddedView> {
    return this.add(actor, 'absence', input);
  }

  @Post('shifts/:id/removal')
  @HttpCode(204)
  @May('roster.edit')
  @ApiOperation({ operationId: 'removeShift' })
  @ApiNoContentResponse()
  async removeShift(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.roster.remove(actor, 'shift', id);
  }

  @Post('absences/:id/removal')
  @HttpCode(204)
  @May('roster.edit')
  @ApiOperation({ operationId: 'removeAbsence' })
  @ApiNoContentResponse()
  async removeAbsence(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.roster.remove(actor, 'absence', id);
  }

  @Post('fallback')
  @HttpCode(204)
  @May('roster.edit')
  @ApiOperation({ operationId: 'nameFallback', summary: 'Who is called when nobody is on duty' })
  @ApiNoContentResponse()
  async nameFallback(@CurrentActor() actor: Actor, @Body() { accountId }: FallbackInput): Promise<void> {
    await this.roster.setFallback(actor, accountId);
  }

  private async add(
    actor: Actor,
    kind: LineKind,
    { accountId, standInAccountId, startsAt, endsAt }: AbsenceInput,
    repeatWeeks?: number,
  ): Promise<RosterAddedView> {
    const entry = { accountId, standInAccountId, startsAt: new Date(startsAt), endsAt: new Date(endsAt) };
    return { ids: await this.roster.add(actor, kind, entry, repeatWeeks) };
  }
}
