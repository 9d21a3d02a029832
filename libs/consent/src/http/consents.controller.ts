import { CurrentActor, May, StepUp, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CONSENT_TEXTS } from '../consent-texts.js';
import { ConsentsService } from '../consents.service.js';
import { Overrides } from '../overrides.service.js';
import {
  BasisView,
  ConsentTextsView,
  DeclineCountersignDto,
  RecordBasisDto,
  WithdrawBasisDto,
} from './consents.dto.js';

@ApiTags('consent')
@Controller()
export class ConsentsController {
  constructor(
    private readonly consents: ConsentsService,
    private readonly overrides: Overrides,
  ) {}

  @Get('consent-texts')
  @May('reference.read')
  @ApiOperation({ operationId: 'consentTexts', summary: 'What is read out while consent is asked' })
  @ApiOkResponse({ type: ConsentTextsView })
  texts(): ConsentTextsView {
    return { items: CONSENT_TEXTS.map((text) => ({ ...text, paragraphs: [...text.paragraphs] })) };
  }

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
    return this.consents.record(actor, caseId, { ...body, expiresAt });
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
    return this.consents.withdraw(actor, id, body);
  }

  @Post('consents/:id/countersignature')
  @HttpCode(200)
  @May('consent.countersign')
  @StepUp()
  @ApiOperation({
    operationId: 'countersignBasis',
    summary: 'Lets a basis stand against the client’s no, as a second human being',
  })
  @ApiOkResponse({ type: BasisView })
  async countersign(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<BasisView> {
    return this.overrides.decide(actor, id, 'COUNTERSIGNED', null);
  }

  @Post('consents/:id/countersignature-refusal')
  @HttpCode(200)
  @May('consent.countersign')
  @StepUp()
  @ApiOperation({
    operationId: 'declineCountersign',
    summary: 'Lets the client’s no stand: nothing is shared on this basis',
  })
  @ApiOkResponse({ type: BasisView })
  async decline(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason }: DeclineCountersignDto,
  ): Promise<BasisView> {
    return this.overrides.decide(actor, id, 'DECLINED', reason);
  }
}
