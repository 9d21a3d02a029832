import { AnswersAfresh, CurrentActor, May, Public, StepUp, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { IdentitiesService } from '../identities.service.js';
import {
  IdentitiesView,
  OidcAnswerInput,
  OidcOfferView,
  OidcQuestionView,
  OwnIdentityView,
  toIdentity,
} from './identities.dto.js';

/** The city's own sign-in (OpenID Connect), and which account it opens. */
@ApiTags('accounts')
@Controller()
export class IdentitiesController {
  constructor(private readonly identities: IdentitiesService) {}

  @Get('sessions/oidc')
  @Public('the sign-in page draws its button before anybody is signed in')
  @ApiOperation({ operationId: 'oidcOffer' })
  @ApiOkResponse({ type: OidcOfferView })
  offer(): OidcOfferView {
    return { name: this.identities.name };
  }

  @Post('sessions/oidc-question')
  @Public('signing in happens before there is a session')
  @ApiOperation({ operationId: 'askOidc' })
  @ApiCreatedResponse({ type: OidcQuestionView })
  async ask(): Promise<OidcQuestionView> {
    const { step, url } = await this.identities.ask();
    return { step, url };
  }

  @Get('accounts/current/identity')
  @May('account.ownIdentity')
  @ApiOperation({ operationId: 'ownIdentity' })
  @ApiOkResponse({ type: OwnIdentityView })
  async own(@CurrentActor() actor: Actor): Promise<OwnIdentityView> {
    const own = await this.identities.own(actor);
    return { name: this.identities.name, subject: own?.subject ?? null, status: own?.status ?? null };
  }

  @Post('accounts/current/identity-question')
  @AnswersAfresh()
  @May('account.ownIdentity')
  @StepUp()
  @ApiOperation({ operationId: 'askOwnIdentity' })
  @ApiCreatedResponse({ type: OidcQuestionView })
  async askOwn(@CurrentActor() actor: Actor): Promise<OidcQuestionView> {
    const { step, url } = await this.identities.ask(actor);
    return { step, url };
  }

  @Post('accounts/current/identity')
  @HttpCode(204)
  @AnswersAfresh()
  @May('account.ownIdentity')
  @StepUp()
  @ApiOperation({
    operationId: 'proposeOwnIdentity',
    summary: 'Opens nothing until an administrator approves it',
  })
  @ApiNoContentResponse()
  async propose(@CurrentActor() actor: Actor, @Body() input: OidcAnswerInput): Promise<void> {
    await this.identities.propose(actor, input.step, input.query);
  }

  @Post('accounts/current/identity/ending')
  @HttpCode(204)
  @May('account.ownIdentity')
  @ApiOperation({ operationId: 'endOwnIdentity' })
  @ApiNoContentResponse()
  async endOwn(@CurrentActor() actor: Actor): Promise<void> {
    await this.identities.endOwn(actor);
  }

  @Get('account-identities')
  @May('account.identities')
  @ApiOperation({ operationId: 'listIdentities', summary: 'Those that wait first' })
  @ApiOkResponse({ type: IdentitiesView })
  async list(@CurrentActor() actor: Actor): Promise<IdentitiesView> {
    return { items: (await this.identities.list(actor)).map(toIdentity) };
  }

  @Post('account-identities/:id/approval')
  @HttpCode(204)
  @May('account.decideIdentity')
  @StepUp()
  @ApiOperation({ operationId: 'approveIdentity' })
  @ApiNoContentResponse()
  async approve(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.identities.decide(actor, id, true);
  }

  @Post('account-identities/:id/ending')
  @HttpCode(204)
  @May('account.decideIdentity')
  @StepUp()
  @ApiOperation({ operationId: 'endIdentity' })
  @ApiNoContentResponse()
  async end(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.identities.decide(actor, id, false);
  }
}
