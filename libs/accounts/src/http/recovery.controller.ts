import { AnswersAfresh, CurrentActor, May, ROLES, StepUp, type Actor } from '#access';
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { RecoveryService, type Recovery } from '../recovery.service.js';

class RecoveryView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() displayName: string;
  @ApiProperty({ enum: ROLES }) role: string;
  @ApiProperty() agencyName: string;
  @ApiProperty() proposedByName: string;
  @ApiProperty({ format: 'date-time' }) proposedAt: string;
  @ApiProperty({ enum: ['PROPOSED', 'CONFIRMED'] }) status: string;
  @ApiProperty({ description: 'Whoever asks answers for that office and did not propose it' })
  mayDecide: boolean;
}

class RecoveriesView {
  @ApiProperty({ type: [RecoveryView] }) items: RecoveryView[];
}

class RecoveryHalfView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Half of the new first password, shown this once' }) half: string;
}

@ApiTags('accounts')
@Controller()
export class RecoveryController {
  constructor(private readonly recovery: RecoveryService) {}

  @Post('accounts/:id/recovery')
  @AnswersAfresh()
  @May('account.proposeRecovery')
  @StepUp()
  @ApiOperation({
    operationId: 'proposeRecovery',
    summary: 'Begins letting somebody back in; nothing changes yet',
  })
  @ApiCreatedResponse({ type: RecoveryHalfView })
  async propose(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RecoveryHalfView> {
    const proposed = await this.recovery.propose(actor, id);
    return { id: proposed.id, half: proposed.half };
  }

  @Get('account-recoveries')
  @May('account.recoveries')
  @ApiOperation({ operationId: 'listRecoveries' })
  @ApiOkResponse({ type: RecoveriesView })
  async list(@CurrentActor() actor: Actor): Promise<RecoveriesView> {
    return { items: (await this.recovery.list(actor)).map(toRecovery) };
  }

  @Post('account-recoveries/:id/confirmation')
  @AnswersAfresh()
  @May('account.decideRecovery')
  @StepUp()
  @ApiOperation({
    operationId: 'confirmRecovery',
    summary: 'Ends factors and sessions, makes the other half',
  })
  @ApiCreatedResponse({ type: RecoveryHalfView })
  async confirm(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<RecoveryHalfView> {
    const confirmed = await this.recovery.confirm(actor, id);
    return { id: confirmed.id, half: confirmed.half };
  }

  @Post('account-recoveries/:id/rejection')
  @HttpCode(204)
  @May('account.decideRecovery')
  @StepUp()
  @ApiOperation({ operationId: 'rejectRecovery' })
  @ApiNoContentResponse()
  async reject(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.recovery.reject(actor, id);
  }

  @Post('account-recoveries/:id/release')
  @HttpCode(204)
  @May('account.decideRecovery')
  @StepUp()
  @ApiOperation({ operationId: 'releaseRecovery', summary: 'It is really them: cases open again' })
  @ApiNoContentResponse()
  async release(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.recovery.release(actor, id);
  }
}

function toRecovery(row: Recovery): RecoveryView {
  const { id, accountId, displayName, role, agencyName, proposedByName, proposedAt, status, mayDecide } = row;
  return {
    id,
    accountId,
    displayName,
    role,
    agencyName,
    proposedByName,
    proposedAt: proposedAt.toISOString(),
    status,
    mayDecide,
  };
}
