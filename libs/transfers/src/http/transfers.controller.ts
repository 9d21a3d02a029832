import { CurrentActor, May, StepUp, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Transfers } from '../transfers.service.js';
import {
  OfferInput,
  RefuseInput,
  TakeInput,
  toTransfer,
  TransfersView,
  TransferView,
} from './transfers.dto.js';

@ApiTags('case-transfers')
@Controller()
export class TransfersController {
  constructor(private readonly transfers: Transfers) {}

  @Get('case-transfers')
  @May('transfer.read')
  @ApiOperation({
    operationId: 'listTransfers',
    summary: 'Cases offered to or by the own office, and what came of it',
  })
  @ApiOkResponse({ type: TransfersView })
  async list(@CurrentActor() actor: Actor): Promise<TransfersView> {
    return { items: (await this.transfers.list(actor)).map(toTransfer) };
  }

  @Post('referrals/:id/case-transfer')
  @May('transfer.offer')
  @StepUp()
  @ApiOperation({
    operationId: 'offerTransfer',
    summary: 'Offers the whole case to the office of this referral',
  })
  @ApiCreatedResponse({ type: TransferView })
  async offer(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) referralId: string,
    @Body() input: OfferInput,
  ): Promise<TransferView> {
    return toTransfer(await this.transfers.offer(actor, referralId, input.reason));
  }

  @Post('case-transfers/:id/acceptance')
  @HttpCode(200)
  @May('transfer.decide')
  @StepUp()
  @ApiOperation({ operationId: 'takeCaseOver', summary: 'The case is the own office’s from now' })
  @ApiOkResponse({ type: TransferView })
  async take(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: TakeInput,
  ): Promise<TransferView> {
    return toTransfer(await this.transfers.take(actor, id, input.ownerAccountId));
  }

  @Post('case-transfers/:id/refusal')
  @HttpCode(200)
  @May('transfer.decide')
  @ApiOperation({ operationId: 'refuseTransfer', summary: 'The case stays where it is' })
  @ApiOkResponse({ type: TransferView })
  async refuse(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() input: RefuseInput,
  ): Promise<TransferView> {
    return toTransfer(await this.transfers.refuse(actor, id, input.reason));
  }

  @Post('case-transfers/:id/withdrawal')
  @HttpCode(200)
  @May('transfer.withdraw')
  @ApiOperation({ operationId: 'withdrawTransfer', summary: 'Takes an offer back' })
  @ApiOkResponse({ type: TransferView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<TransferView> {
    return toTransfer(await this.transfers.withdraw(actor, id));
  }
}
