import { CurrentActor, May, StepUp, type Actor } from '#access';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiExtraModels, ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Aftercare } from '../aftercare.service.js';
import { CaseClosingService } from '../case-closing.service.js';
import { AftercareInput, ClosingInput, ClosingView, ReasonInput } from './case-closing.dto.js';

@ApiTags('cases')
@ApiExtraModels(ClosingView)
@Controller()
export class CaseClosingController {
  constructor(
    private readonly closings: CaseClosingService,
    private readonly aftercare: Aftercare,
  ) {}

  @Post('cases/:id/closings')
  @HttpCode(204)
  @May('case.close')
  @ApiOperation({
    operationId: 'proposeClosing',
    summary: 'Proposes the end of a case; a second person decides. A family matter ends at once',
  })
  @ApiNoContentResponse()
  async propose(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ClosingInput,
  ): Promise<void> {
    await this.closings.propose(actor, id, { ...input, rights: { ...input.rights } });
  }

  @Post('closings/:id/approval')
  @HttpCode(204)
  @May('case.decideClosing')
  @StepUp()
  @ApiOperation({ operationId: 'approveClosing', summary: 'The second person agrees: the case ends' })
  @ApiNoContentResponse()
  async approve(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.closings.approve(actor, id);
  }

  @Post('closings/:id/rejection')
  @HttpCode(204)
  @May('case.decideClosing')
  @StepUp()
  @ApiOperation({ operationId: 'rejectClosing', summary: 'The second person says no; the case stays open' })
  @ApiNoContentResponse()
  async reject(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ReasonInput,
  ): Promise<void> {
    await this.closings.reject(actor, id, input.reason);
  }

  @Post('closings/:id/withdrawal')
  @HttpCode(204)
  @May('case.decideClosing')
  @ApiOperation({ operationId: 'withdrawClosing', summary: 'Whoever proposed it takes it back' })
  @ApiNoContentResponse()
  async withdraw(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.closings.withdraw(actor, id);
  }

  @Post('cases/:id/reopening')
  @HttpCode(204)
  @May('case.reopen')
  @ApiOperation({ operationId: 'reopenCase', summary: 'Help is needed again' })
  @ApiNoContentResponse()
  async reopen(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: ReasonInput,
  ): Promise<void> {
    await this.closings.reopen(actor, id, input.reason);
  }

  @Post('cases/:id/aftercare-checks')
  @HttpCode(204)
  @May('case.aftercare')
  @ApiOperation({ operationId: 'recordAftercare', summary: 'How the client is after the end of the case' })
  @ApiNoContentResponse()
  async check(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: AftercareInput,
  ): Promise<void> {
    await this.aftercare.record(actor, id, { outcome: input.outcome, note: input.note });
  }
}
