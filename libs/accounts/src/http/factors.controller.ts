import { AnswersAfresh, CurrentActor, May, StepUp, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Inject, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { Factors } from '../factors.js';
import { factorDemanded } from '../rules/second-factor.js';
import { SIGN_IN_TERMS, type SignInTerms } from '../sign-in-terms.js';
import {
  FactorsView,
  NewPasskeyInput,
  NewTotpView,
  PasskeyQuestionView,
  RecoveryCodesView,
  toFactor,
  toPasskeyQuestion,
  TotpCodeInput,
} from './factors.dto.js';

/** The own second factors. No answer is kept for a repeated Idempotency-Key: they hold secrets that are shown once. */
@ApiTags('accounts')
@Controller('accounts/current')
export class FactorsController {
  constructor(
    private readonly factors: Factors,
    @Inject(SIGN_IN_TERMS) private readonly terms: SignInTerms,
  ) {}

  @Get('factors')
  @May('account.ownFactors')
  @ApiOperation({ operationId: 'ownFactors' })
  @ApiOkResponse({ type: FactorsView })
  async list(@CurrentActor() actor: Actor): Promise<FactorsView> {
    return {
      items: (await this.factors.of(actor.accountId)).map(toFactor),
      recoveryCodesLeft: await this.factors.recoveryCodesLeft(actor.accountId),
      demanded: factorDemanded(actor.role, this.terms.secondFactor),
    };
  }

  @Post('totp')
  @AnswersAfresh()
  @May('account.ownFactors')
  @StepUp()
  @ApiOperation({ operationId: 'beginTotp', summary: 'A new secret; it counts from its first right code' })
  @ApiCreatedResponse({ type: NewTotpView })
  async beginTotp(@CurrentActor() actor: Actor): Promise<NewTotpView> {
    const { id, secret, uri } = await this.factors.beginTotp(actor);
    return { id, secret, uri };
  }

  @Post('totp/:id/confirmation')
  @AnswersAfresh()
  @May('account.ownFactors')
  @StepUp()
  @ApiOperation({ operationId: 'confirmTotp' })
  @ApiCreatedResponse({ type: RecoveryCodesView })
  async confirmTotp(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: TotpCodeInput,
  ): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.factors.confirmTotp(actor, id, input.code) };
  }

  @Post('passkeys/question')
  @AnswersAfresh()
  @May('account.ownFactors')
  @StepUp()
  @ApiOperation({ operationId: 'beginPasskey' })
  @ApiCreatedResponse({ type: PasskeyQuestionView })
  async beginPasskey(@CurrentActor() actor: Actor): Promise<PasskeyQuestionView> {
    return toPasskeyQuestion(await this.factors.beginPasskey(actor));
  }

  @Post('passkeys')
  @AnswersAfresh()
  @May('account.ownFactors')
  @StepUp()
  @ApiOperation({ operationId: 'addPasskey' })
  @ApiCreatedResponse({ type: RecoveryCodesView })
  async addPasskey(@CurrentActor() actor: Actor, @Body() input: NewPasskeyInput): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.factors.addPasskey(actor, input.step, input.passkey, input.name) };
  }

  @Post('factors/:id/removal')
  @HttpCode(204)
  @AnswersAfresh()
  @May('account.ownFactors')
  @StepUp()
  @ApiOperation({ operationId: 'removeFactor' })
  @ApiNoContentResponse()
  async remove(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.factors.remove(actor, id);
  }

  @Post('recovery-codes')
  @AnswersAfresh()
  @May('account.ownFactors')
  @StepUp()
  @ApiOperation({ operationId: 'newRecoveryCodes', summary: 'New ones; the former end' })
  @ApiCreatedResponse({ type: RecoveryCodesView })
  async newCodes(@CurrentActor() actor: Actor): Promise<RecoveryCodesView> {
    return { recoveryCodes: await this.factors.newRecoveryCodes(actor) };
  }
}
