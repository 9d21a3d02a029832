import { AnswersAfresh, CurrentActor, May, StepUp, type Actor } from '#access';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, StreamableFile } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import { Created } from '#cases';
import { LegalSteps } from '../legal-steps.service.js';
import { Monitoring } from '../monitoring.service.js';
import {
  LegalStepInput,
  ProceedingsView,
  StepWithdrawalInput,
  TimelineInput,
  toProceedings,
} from './proceedings.dto.js';

@ApiTags('cases')
@Controller('cases/:id')
export class ProceedingsController {
  constructor(
    private readonly steps: LegalSteps,
    private readonly monitoring: Monitoring,
  ) {}

  @Get('legal-steps')
  @May('proceeding.read')
  @ApiOperation({
    operationId: 'readProceedings',
    summary: 'What came at police and court, and what is awaited',
  })
  @ApiOkResponse({ type: ProceedingsView })
  async read(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<ProceedingsView> {
    const { facts, proceedings } = await this.monitoring.read(actor, id);
    return toProceedings(actor, facts, proceedings);
  }

  @Post('legal-steps')
  @May('proceeding.record')
  @ApiOperation({ operationId: 'recordLegalStep' })
  @ApiCreatedResponse({ type: Created })
  async record(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { at, knownAt, nextAt, ...input }: LegalStepInput,
  ): Promise<Created> {
    const time = (text?: string): Date | undefined => (text === undefined ? undefined : new Date(text));
    return {
      id: await this.steps.record(actor, id, {
        ...input,
        at: time(at),
        knownAt: time(knownAt),
        nextAt: time(nextAt),
      }),
    };
  }

  @Post('legal-steps/:stepId/withdrawal')
  @HttpCode(204)
  @May('proceeding.withdraw')
  @ApiOperation({ operationId: 'withdrawLegalStep', summary: 'Takes back what was written down in error' })
  @ApiNoContentResponse()
  async withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('stepId', ParseUUIDPipe) stepId: string,
    @Body() { reason }: StepWithdrawalInput,
  ): Promise<void> {
    await this.steps.withdraw(actor, id, stepId, reason);
  }

  @Post('legal-timeline')
  @HttpCode(200)
  @May('proceeding.export')
  @StepUp()
  @AnswersAfresh()
  @ApiOperation({
    operationId: 'exportLegalTimeline',
    summary: 'The timeline as PDF, without a name; recorded',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'A4', schema: { type: 'string', format: 'binary' } })
  async export(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { reason, withNumbers = false }: TimelineInput,
  ): Promise<StreamableFile> {
    const { fileName, pdf } = await this.monitoring.export(actor, id, { reason, withNumbers });
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `attachment; filename="${fileName}"`,
      length: pdf.length,
    });
  }
}
