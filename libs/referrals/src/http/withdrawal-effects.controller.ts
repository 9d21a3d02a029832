import { CurrentActor, May, type Actor } from '#access';
import { Controller, Get, Param, ParseUUIDPipe } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { WithdrawalEffects } from '../withdrawal-effects.queries.js';
import { toWithdrawalEffect, WithdrawalEffectView } from './withdrawal-effect.dto.js';

@ApiTags('consent')
@Controller('consents/:id')
export class WithdrawalEffectsController {
  constructor(private readonly effects: WithdrawalEffects) {}

  @Get('withdrawal')
  @May('consent.withdraw')
  @ApiOperation({
    operationId: 'withdrawalEffect',
    summary: 'What taking this consent back would stop, or has stopped',
  })
  @ApiOkResponse({ type: WithdrawalEffectView })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<WithdrawalEffectView> {
    return toWithdrawalEffect(await this.effects.read(actor, id), actor);
  }
}
