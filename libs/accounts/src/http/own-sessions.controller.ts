import { CurrentActor, May, type Actor } from '#access';
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { OwnSessions, type OwnSession } from '../own-sessions.js';

class OwnSessionView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['chrome', 'edge', 'firefox', 'safari', 'samsung', 'opera', 'other'] })
  browser: string;
  @ApiProperty({ enum: ['android', 'ios', 'windows', 'macos', 'linux', 'other'] }) system: string;
  @ApiProperty({ format: 'date-time' }) openedAt: string;
  @ApiProperty({ format: 'date-time', description: 'To the minute' }) lastSeenAt: string;
  @ApiProperty({ enum: ['password', 'totp', 'passkey', 'recoveryCode', 'oidc'] }) openedBy: string;
  @ApiProperty({ description: 'The session that asks' }) current: boolean;
  @ApiProperty({ description: 'The first one on this device' }) firstOnDevice: boolean;
}

class OwnSessionsView {
  @ApiProperty({ type: [OwnSessionView] }) items: OwnSessionView[];
}

@ApiTags('accounts')
@Controller('accounts/current/sessions')
export class OwnSessionsController {
  constructor(private readonly sessions: OwnSessions) {}

  @Get()
  @May('account.ownSessions')
  @ApiOperation({ operationId: 'ownSessions' })
  @ApiOkResponse({ type: OwnSessionsView })
  async list(@CurrentActor() actor: Actor): Promise<OwnSessionsView> {
    return { items: (await this.sessions.list(actor)).map((one) => toOwnSession(one, actor)) };
  }

  // No step-up: whoever sees a stranger in the list must be able to throw them out at once.
  @Post(':id/ending')
  @HttpCode(204)
  @May('account.ownSessions')
  @ApiOperation({ operationId: 'endOwnSession', summary: 'Ends it at its next request' })
  @ApiNoContentResponse()
  async end(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.sessions.end(actor, id);
  }
}

function toOwnSession(session: OwnSession, actor: Actor): OwnSessionView {
  const { id, browser, system, openedAt, lastSeenAt, openedBy, firstOnDevice } = session;
  return {
    id,
    browser,
    system,
    openedAt: openedAt.toISOString(),
    lastSeenAt: lastSeenAt.toISOString(),
    openedBy,
    current: id === actor.sessionId,
    firstOnDevice,
  };
}
