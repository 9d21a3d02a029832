import { AnswersAfresh, CurrentActor, May, StepUp, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { AccountsService } from '../accounts.service.js';
import { OwnPassword } from '../own-password.js';
import {
  AccountsQuery,
  AccountsView,
  FirstPasswordView,
  NewAccountInput,
  OwnPasswordInput,
  toAccount,
  toFirstPassword,
} from './accounts.dto.js';

/** No answer with a password is kept for a repeated Idempotency-Key: a repeated act is refused or makes a new one. */
@ApiTags('accounts')
@Controller('accounts')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly ownPassword: OwnPassword,
  ) {}

  @Get()
  @May('account.list')
  @ApiOperation({ operationId: 'listAccounts', summary: 'All accounts, by name' })
  @ApiOkResponse({ type: AccountsView })
  async list(@CurrentActor() actor: Actor, @Query() query: AccountsQuery): Promise<AccountsView> {
    const { items, next } = await this.accounts.list(actor, query.cursor);
    return { items: items.map(toAccount), next };
  }

  @Post()
  @AnswersAfresh()
  @May('account.create')
  @StepUp()
  @ApiOperation({ operationId: 'addAccount', summary: 'Adds an account; its first password is shown once' })
  @ApiCreatedResponse({ type: FirstPasswordView })
  async add(@CurrentActor() actor: Actor, @Body() input: NewAccountInput): Promise<FirstPasswordView> {
    return toFirstPassword(await this.accounts.add(actor, input));
  }

  @Post('current/password')
  @HttpCode(204)
  @AnswersAfresh()
  @May('account.ownPassword')
  @ApiOperation({ operationId: 'changeOwnPassword', summary: 'Changes the own password; other sessions end' })
  @ApiNoContentResponse()
  changeOwn(@CurrentActor() actor: Actor, @Body() input: OwnPasswordInput): Promise<void> {
    return this.ownPassword.change(actor, input.currentPassword, input.newPassword);
  }

  @Post(':id/deactivation')
  @HttpCode(204)
  @May('account.deactivate')
  @StepUp()
  @ApiOperation({ operationId: 'deactivateAccount', summary: 'Ends an account and its sessions' })
  @ApiNoContentResponse()
  deactivate(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.accounts.deactivate(actor, id);
  }

  @Post(':id/reset')
  @AnswersAfresh()
  @May('account.reset')
  @StepUp()
  @ApiOperation({ operationId: 'resetAccount', summary: 'Gives a new first password, shown once' })
  @ApiCreatedResponse({ type: FirstPasswordView })
  async reset(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<FirstPasswordView> {
    return toFirstPassword(await this.accounts.reset(actor, id));
  }
}
