import { CurrentActor, May, ROLES, StepUp, type Actor } from '#access';
import { Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { NewcomersService, type Newcomer } from '../newcomers.service.js';

class NewcomerView {
  @ApiProperty({ format: 'uuid', description: 'Of the account' }) id: string;
  @ApiProperty({
    enum: ['NEW', 'RESET'],
    description: 'The account is new, or an administrator gave it another first password',
  })
  reason: string;
  @ApiProperty() displayName: string;
  @ApiProperty({ enum: ROLES }) role: string;
  @ApiProperty() agencyName: string;
  @ApiProperty({ description: 'Who gave the first password' }) madeByName: string;
  @ApiProperty({ format: 'date-time' }) madeAt: string;
  @ApiProperty({ description: 'They have signed in and made a password of their own' }) arrived: boolean;
  @ApiProperty({ description: 'Whoever asks answers for that office and did not give the password' })
  mayDecide: boolean;
}

class NewcomersView {
  @ApiProperty({ type: [NewcomerView] }) items: NewcomerView[];
}

@ApiTags('accounts')
@Controller('newcomers')
export class NewcomersController {
  constructor(private readonly newcomers: NewcomersService) {}

  @Get()
  @May('account.newcomers')
  @ApiOperation({
    operationId: 'listNewcomers',
    summary: 'New accounts, and accounts after a reset, that wait for a second person',
  })
  @ApiOkResponse({ type: NewcomersView })
  async list(@CurrentActor() actor: Actor): Promise<NewcomersView> {
    return { items: (await this.newcomers.list(actor)).map(toNewcomer) };
  }

  @Post(':id/letting-in')
  @HttpCode(204)
  @May('account.decideNewcomer')
  @StepUp()
  @ApiOperation({
    operationId: 'letNewcomerIn',
    summary: 'This person works here and is the one who signed in',
  })
  @ApiNoContentResponse()
  letIn(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.newcomers.letIn(actor, id);
  }

  @Post(':id/rejection')
  @HttpCode(204)
  @May('account.decideNewcomer')
  @StepUp()
  @ApiOperation({
    operationId: 'turnNewcomerAway',
    summary: 'Nobody here knows them: a new account ends; after a reset it stays closed',
  })
  @ApiNoContentResponse()
  turnAway(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.newcomers.turnAway(actor, id);
  }
}

function toNewcomer(row: Newcomer): NewcomerView {
  const { id, reason, displayName, role, agencyName, madeByName, madeAt, arrived, mayDecide } = row;
  return {
    id,
    reason,
    displayName,
    role,
    agencyName,
    madeByName,
    madeAt: madeAt.toISOString(),
    arrived,
    mayDecide,
  };
}
