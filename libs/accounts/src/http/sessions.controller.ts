import { AnswersAfresh, CurrentActor, May, Public, type Actor } from '#access';
import { Vault } from '#vault';
import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Req, Res, Headers } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { AgencyZone } from '../agency-zone.js';
import { Confirmation } from '../confirmation.js';
import { Factors } from '../factors.js';
import { SESSION_LIFE, SessionsService, type OpenedSession, type SessionLife } from '../sessions.service.js';
import { originOf, SignIn, type SimpulRequest } from '../sign-in.js';
import { SigningIn } from '../signing-in.js';
import {
  ConfirmationInput,
  PasskeyQuestionInput,
  PasskeyQuestionView,
  PasskeySignInInput,
  SecondStepInput,
  toPasskeyQuestion,
} from './factors.dto.js';
import { OidcAnswerInput } from './identities.dto.js';
import { SESSION_COOKIE, type SessionCookie } from './session-cookie.js';
import { SessionView, SignInInput, toSession } from './session.dto.js';

/** The one thing of the framework's reply that signing in needs. */
interface Reply {
  header(name: string, value: string): unknown;
}

@ApiTags('sessions')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
    private readonly ways: SigningIn,
    private readonly factors: Factors,
    private readonly sessions: SessionsService,
    private readonly confirmation: Confirmation,
    private readonly vault: Vault,
    private readonly agencyZone: AgencyZone,
    @Inject(SESSION_COOKIE) private readonly cookie: SessionCookie,
    @Inject(SESSION_LIFE) private readonly life: SessionLife,
  ) {}

  @Post()
  @Public('signing in happens before there is a session')
  @ApiOperation({ operationId: 'signIn' })
  @ApiCreatedResponse({ type: SessionView })
  async open(
    @Body() input: SignInInput,
    @Req() request: SimpulRequest,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<SessionView> {
    return this.opened(await this.signIn.withPassword(input.email, input.password, request), reply);
  }

  @Post('second-step')
  @Public('the second half of signing in; it takes the token of a step whose password was right')
  @ApiOperation({ operationId: 'signInSecondStep', summary: 'A code, a recovery code or a passkey' })
  @ApiCreatedResponse({ type: SessionView })
  async second(
    @Body() { step, ...proof }: SecondStepInput,
    @Req() request: SimpulRequest,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<SessionView> {
    return this.opened(await this.ways.withSecondFactor(step, proof, originOf(request)), reply);
  }

  @Post('passkey-question')
  @Public('whoever signs in with a passkey is known by its answer only')
  @ApiOperation({ operationId: 'askPasskey', summary: 'Options for signing in with a passkey' })
  @ApiCreatedResponse({ type: PasskeyQuestionView })
  async askPasskey(@Body() input: PasskeyQuestionInput): Promise<PasskeyQuestionView> {
    return toPasskeyQuestion(
      await this.ways.askPasskey(input.for === 'secondStep' ? (input.step ?? '') : undefined),
    );
  }

  @Post('passkey')
  @Public('signing in happens before there is a session')
  @ApiOperation({ operationId: 'signInWithPasskey' })
  @ApiCreatedResponse({ type: SessionView })
  async withPasskey(
    @Body() { step, passkey }: PasskeySignInInput,
    @Req() request: SimpulRequest,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<SessionView> {
    return this.opened(await this.ways.withPasskey(step, passkey, originOf(request)), reply);
  }

  @Post('oidc')
  @Public('signing in happens before there is a session')
  @ApiOperation({ operationId: 'signInWithOidc' })
  @ApiCreatedResponse({ type: SessionView })
  async withOidc(
    @Body() { step, query }: OidcAnswerInput,
    @Req() request: SimpulRequest,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<SessionView> {
    return this.opened(await this.ways.withOidc(step, query, originOf(request)), reply);
  }

  @Get('current')
  @May('session.read')
  @ApiOperation({ operationId: 'currentSession' })
  @ApiOkResponse({ type: SessionView })
  current(@CurrentActor() actor: Actor): Promise<SessionView> {
    return this.view(actor);
  }

  @Post('current/confirmation')
  @HttpCode(204)
  @AnswersAfresh()
  @May('session.confirm')
  @ApiOperation({
    operationId: 'confirmSession',
    summary: 'Proves again who sits there, for acts that ask for it; the cookie gets a new token',
  })
  @ApiNoContentResponse()
  async confirm(
    @CurrentActor() actor: Actor,
    @Body() input: ConfirmationInput,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<void> {
    const { password, step, ...proof } = input;
    const token =
      password === undefined
        ? await this.confirmation.byFactor(actor, proof, step)
        : await this.confirmation.byPassword(actor, password);
    reply.header('Set-Cookie', this.cookie.set(token, this.life.absoluteSeconds));
  }

  @Post('current/passkey-question')
  @AnswersAfresh()
  @May('session.confirm')
  @ApiOperation({ operationId: 'askOwnPasskey', summary: 'Options for proving with an own passkey' })
  @ApiCreatedResponse({ type: PasskeyQuestionView })
  async askOwnPasskey(@CurrentActor() actor: Actor): Promise<PasskeyQuestionView> {
    return toPasskeyQuestion(await this.confirmation.askPasskey(actor));
  }

  @Delete('current')
  @HttpCode(204)
  @May('session.close')
  @ApiOperation({ operationId: 'signOut' })
  @ApiNoContentResponse()
  async close(
    @CurrentActor() actor: Actor,
    @Headers('simpul-keeps') keeps: string | undefined,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<void> {
    await this.sessions.close(actor);
    reply.header('Set-Cookie', this.cookie.clear());
    // "storage" ends service workers too: on a device that is switched on for push, the page clears up by itself.
    reply.header('Clear-Site-Data', keeps === 'push' ? '"cache"' : '"cache", "storage"');
  }

  private opened({ token, deviceToken, actor }: OpenedSession, reply: Reply): Promise<SessionView> {
    reply.header('Set-Cookie', this.cookie.set(token, this.life.absoluteSeconds));
    reply.header('Set-Cookie', this.cookie.setDevice(deviceToken));
    return this.view(actor);
  }

  private async view(actor: Actor): Promise<SessionView> {
    return toSession(actor, {
      idleSeconds: this.life.idleSeconds,
      factors: await this.factors.kindsOf(actor.accountId),
      draftKey: this.vault.draftKey(actor.accountId),
      ...(await this.agencyZone.of(actor)),
    });
  }
}
