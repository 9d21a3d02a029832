import { CurrentActor, may, May, type Actor } from '#access';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { ConsentsService, type RecordedNow } from '../consents.service.js';
import { BasisView, RecordBasisDto, toBasis, WithdrawBasisDto } from './consents.dto.js';

@ApiTags('consent')
@Controller()
export class ConsentsController {
  constructor(private readonly consents: ConsentsService) {}

  @Post('cases/:id/consents')
  @May('consent.record')
  @ApiOperation({
    operationId: 'recordConsent',
    summary: 'Records consent, its refusal, or another lawful basis',
  })
  @ApiCreatedResponse({ type: BasisView })
  async record(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Body() body: RecordBasisDto,
  ): Promise<BasisView> {
    const expiresAt = body.expiresAt ? new Date(body.expiresAt) : undefined;
    return view(actor, await this.consents.record(actor, caseId, { ...body, expiresAt }));
  }

  @Post('consents/:id/withdrawal')
  @HttpCode(200)
  @May('consent.withdraw')
  @ApiOperation({
    operationId: 'withdrawConsent',
    summary: 'Ends a consent at once, for every receiver it reached',
  })
  @ApiOkResponse({ type: BasisView })
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: WithdrawBasisDto,
  ): Promise<BasisView> {
    return view(actor, await this.consents.withdraw(actor, id, body));
  }
}

function view(actor: Actor, { row, at }: RecordedNow): BasisView {
  return toBasis(row, at, actor.locale, may(actor.role, 'consent.withdraw'));
}
