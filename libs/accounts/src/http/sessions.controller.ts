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
import { SESSION_LIFE, SessionsService, type SessionLife } from '../sessions.service.js';
import { SignIn, type SimpulRequest } from '../sign-in.js';
import { SESSION_COOKIE, type SessionCookie } from './session-cookie.js';
import { ConfirmationInput, SessionView, SignInInput, toSession } from './session.dto.js';

/** The one thing of the framework's reply that signing in needs. */
interface Reply {
  header(name: string, value: string): unknown;
}

@ApiTags('sessions')
@Controller('sessions')
export class SessionsController {
  constructor(
    private readonly signIn: SignIn,
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
    const opened = await this.signIn.withPassword(input.email, input.password, request);
    reply.header('Set-Cookie', this.cookie.set(opened.token, this.life.absoluteSeconds));
    reply.header('Set-Cookie', this.cookie.setDevice(opened.deviceToken));
    return this.view(opened.actor);
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
    const token = await this.confirmation.byPassword(actor, input.password);
    reply.header('Set-Cookie', this.cookie.set(token, this.life.absoluteSeconds));
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

  private async view(actor: Actor): Promise<SessionView> {
    return toSession(actor, {
      idleSeconds: this.life.idleSeconds,
      draftKey: this.vault.draftKey(actor.accountId),
      ...(await this.agencyZone.of(actor)),
    });
  }
}
