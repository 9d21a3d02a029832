import { CurrentActor, May, StepUp, type Actor } from '#access';
import { Controller, Get, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Letters } from '../letter/letters.service.js';

@ApiTags('referrals')
@Controller('referrals/:id/letter')
export class LettersController {
  constructor(private readonly letters: Letters) {}

  @Get()
  @May('referral.letter')
  @StepUp()
  @ApiOperation({
    operationId: 'printLetter',
    summary: 'The letter for an agency that answers on paper (PDF)',
  })
  @ApiProduces('application/pdf')
  @ApiOkResponse({ description: 'A4', schema: { type: 'string', format: 'binary' } })
  async letter(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const { fileName, pdf } = await this.letters.print(actor, id);
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `attachment; filename="${fileName}"`,
      length: pdf.length,
    });
  }
}
