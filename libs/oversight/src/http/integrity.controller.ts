import { CurrentActor, May, StepUp, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiExtraModels, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Conflicts } from '../conflicts.service.js';
import { Integrity } from '../integrity.queries.js';
import { Seals } from '../seals.service.js';
import {
  ConflictInput,
  GuardedCasesView,
  ProtectionView,
  SealInput,
  toGuardedCase,
} from './integrity.dto.js';

@ApiTags('integrity')
@ApiExtraModels(ProtectionView)
@Controller()
export class IntegrityController {
  constructor(
    private readonly seals: Seals,
    private readonly conflicts: Conflicts,
    private readonly integrity: Integrity,
  ) {}

  @Get('integrity/cases')
  @May('integrity.read')
  @ApiOperation({
    operationId: 'listGuardedCases',
    summary: 'Sealed cases, proposals and conflicts: numbers and people, no content',
  })
  @ApiOkResponse({ type: GuardedCasesView })
  async matters(@CurrentActor() actor: Actor): Promise<GuardedCasesView> {
    return { items: (await this.integrity.matters(actor)).map(toGuardedCase) };
  }

  @Post('cases/:id/seals')
  @HttpCode(204)
  @May('seal.propose')
  @ApiOperation({
    operationId: 'proposeSeal',
    summary: 'Proposes to seal a case for a named team, or to open it again; a second person decides',
  })
  @ApiNoContentResponse()
  async propose(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: SealInput,
  ): Promise<void> {
    const { kind, reason, teamAccountIds: team = [] } = input;
    await this.seals.propose(actor, id, { kind, reason, team });
  }

  @Post('seals/:id/approval')
  @HttpCode(204)
  @May('seal.decide')
  @StepUp()
  @ApiOperation({ operationId: 'approveSeal', summary: 'The second person agrees' })
  @ApiNoContentResponse()
  async approve(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.seals.decide(actor, id, 'approve');
  }

  @Post('seals/:id/rejection')
  @HttpCode(204)
  @May('seal.decide')
  @StepUp()
  @ApiOperation({ operationId: 'rejectSeal', summary: 'The second person says no' })
  @ApiNoContentResponse()
  async reject(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.seals.decide(actor, id, 'reject');
  }

  @Post('seals/:id/withdrawal')
  @HttpCode(204)
  @May('seal.decide')
  @ApiOperation({ operationId: 'withdrawSeal', summary: 'Whoever proposed it takes it back' })
  @ApiNoContentResponse()
  async withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.seals.decide(actor, id, 'withdraw');
  }

  @Post('cases/:id/conflicts')
  @HttpCode(204)
  @May('conflict.note')
  @ApiOperation({
    operationId: 'noteConflict',
    summary: 'I, or a colleague, know one of the people: the case leaves their sight',
  })
  @ApiNoContentResponse()
  async note(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ConflictInput,
  ): Promise<void> {
    await this.conflicts.note(actor, id, input.accountId);
  }

  @Post('conflicts/:id/lifting')
  @HttpCode(204)
  @May('conflict.lift')
  @StepUp()
  @ApiOperation({
    operationId: 'liftConflict',
    summary: 'It was a mistake; by another person than who noted it',
  })
  @ApiNoContentResponse()
  async lift(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.conflicts.lift(actor, id);
  }
}
