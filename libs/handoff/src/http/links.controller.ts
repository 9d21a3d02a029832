import { AnswersAfresh, CurrentActor, May, StepUp, type Actor } from '#access';
import { NothingDto } from '#referrals';
import { Body, Controller, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOperation,
  ApiProperty,
  ApiTags,
} from '@nestjs/swagger';
import { LinkMails } from '../link/link-mails.service.js';
import { Links } from '../link/links.service.js';

export class NewLinkView {
  @ApiProperty({ description: 'Goes by letter or e-mail; holds nothing about anybody' }) address: string;
  @ApiProperty({ description: 'Told by telephone, never with the address; shown this once' }) code: string;
  @ApiProperty({ format: 'date-time' }) expiresAt: string;
}

@ApiTags('referrals')
@Controller('referrals/:id/link')
export class LinksController {
  constructor(
    private readonly links: Links,
    private readonly mails: LinkMails,
  ) {}

  @Post()
  @May('referral.issueLink')
  @StepUp()
  @AnswersAfresh()
  @ApiOperation({
    operationId: 'issueLink',
    summary: 'Makes a one-time link and its code; takes back the one before',
  })
  @ApiCreatedResponse({ type: NewLinkView })
  async issue(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() _body: NothingDto,
  ): Promise<NewLinkView> {
    const { address, code, expiresAt } = await this.links.issue(actor, id);
    return { address, code, expiresAt: expiresAt.toISOString() };
  }

  @Post('mail')
  @HttpCode(204)
  @May('referral.mailLink')
  @ApiOperation({
    operationId: 'mailLink',
    summary: 'Sends the address of the open link to the agency’s own mailbox; never the code',
  })
  @ApiNoContentResponse()
  mail(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() _body: NothingDto,
  ): Promise<void> {
    return this.mails.ask(actor, id);
  }

  @Post('revocation')
  @HttpCode(204)
  @May('referral.revokeLink')
  @ApiOperation({
    operationId: 'revokeLink',
    summary: 'Takes back the link that is open; whoever has it on a screen sees nothing at the next request',
  })
  @ApiNoContentResponse()
  revoke(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() _body: NothingDto,
  ): Promise<void> {
    return this.links.revoke(actor, id);
  }
}
