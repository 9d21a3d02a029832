import { CurrentActor, May, type Actor } from '#access';
import { NothingDto, ReferralView, toReferral } from '#referrals';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Inject,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
} from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Drafts, type DraftInput } from '../drafts.service.js';
import { FanOut } from '../fan-out.service.js';
import { Inboxes } from '../inbox.queries.js';
import { MAIL_IS_OPEN } from '../link/link-mails.service.js';
import { Previews } from '../previews.queries.js';
import { ReferralPages } from '../referral-pages.queries.js';
import { Rerouting } from '../rerouting.service.js';
import { Sending } from '../sending.service.js';
import { DisclosureView, toDisclosure } from './disclosure.dto.js';
import { DraftReferralDto, RewriteReferralDto } from './draft.dto.js';
import { DisclosureQuery, FanOutDto, InboxQuery, ReroutingDto } from './handoff-acts.dto.js';
import { InboxView, toInbox } from './inbox.dto.js';
import { ReferralPageView, toReferralPage } from './referral-page.dto.js';

@ApiTags('referrals')
@Controller()
export class HandoffController {
  constructor(
    private readonly drafts: Drafts,
    private readonly previews: Previews,
    private readonly sending: Sending,
    private readonly fanOut: FanOut,
    private readonly rerouting: Rerouting,
    private readonly pages: ReferralPages,
    private readonly inboxes: Inboxes,
    @Inject(MAIL_IS_OPEN) private readonly mailIsOpen: boolean,
  ) {}

  @Post('cases/:id/referrals')
  @May('referral.draft')
  @ApiOperation({ operationId: 'draftReferral', summary: 'Begins a referral; nothing leaves the house yet' })
  @ApiCreatedResponse({ type: ReferralView })
  async draft(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) caseId: string,
    @Body() body: DraftReferralDto,
  ): Promise<ReferralView> {
    return toReferral(await this.drafts.begin(actor, caseId, toInput(body) as DraftInput), actor);
  }

  @Patch('referrals/:id')
  @May('referral.edit')
  @ApiOperation({ operationId: 'rewriteReferral', summary: 'Changes a draft' })
  @ApiOkResponse({ type: ReferralView })
  async rewrite(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: RewriteReferralDto,
  ): Promise<ReferralView> {
    return toReferral(await this.drafts.rewrite(actor, id, toInput(body)), actor);
  }

  @Get('referrals/:id')
  @May('referral.read')
  @ApiOperation({ operationId: 'readReferral', summary: 'The referral as its reader may see it' })
  @ApiOkResponse({ type: ReferralPageView })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReferralPageView> {
    const view = toReferralPage(await this.pages.read(actor, id), actor);
    // Without a mail server there is no way to a mailbox, so none is offered.
    if (view.link && !this.mailIsOpen) view.link.mailbox = null;
    return view;
  }

  @Get('referrals/:id/disclosure')
  @May('referral.preview')
  @ApiOperation({ operationId: 'previewDisclosure', summary: 'What would cross to the receiver, or did' })
  @ApiOkResponse({ type: DisclosureView })
  async disclosure(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: DisclosureQuery,
  ): Promise<DisclosureView> {
    return toDisclosure(await this.previews.read(actor, id, query.agencyId), actor.locale);
  }

  @Post('referrals/:id/sending')
  @HttpCode(200)
  @May('referral.send')
  @ApiOperation({ operationId: 'sendReferral', summary: 'Freezes what crosses and sends it' })
  @ApiOkResponse({ type: ReferralView })
  async send(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() _body: NothingDto,
  ): Promise<ReferralView> {
    return toReferral(await this.sending.send(actor, id), actor);
  }

  @Post('referrals/:id/fan-out')
  @HttpCode(200)
  @May('referral.fanOut')
  @ApiOperation({
    operationId: 'askSeveral',
    summary: 'Sends it to several agencies as a bare question; the first who accepts gets the packet',
  })
  @ApiOkResponse({ type: ReferralView })
  async askSeveral(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: FanOutDto,
  ): Promise<ReferralView> {
    return toReferral(await this.fanOut.ask(actor, id, body.alsoAgencyIds), actor);
  }

  @Post('referrals/:id/rerouting')
  @May('referral.reroute')
  @ApiOperation({ operationId: 'rerouteReferral', summary: 'Begins the same need for another agency' })
  @ApiCreatedResponse({ type: ReferralView })
  async reroute(
    @CurrentActor() actor: Actor,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: ReroutingDto,
  ): Promise<ReferralView> {
    return toReferral(await this.rerouting.begin(actor, id, body.toAgencyId), actor);
  }

  @Get('inbox')
  @May('inbox.read')
  @ApiOperation({ operationId: 'readInbox', summary: 'Referrals to the own agency, by what they wait for' })
  @ApiOkResponse({ type: InboxView })
  async inbox(@CurrentActor() actor: Actor, @Query() query: InboxQuery): Promise<InboxView> {
    return toInbox(await this.inboxes.read(actor, query.tab ?? 'answer', query.cursor), actor);
  }
}

function toInput(body: RewriteReferralDto): Partial<DraftInput> {
  const { purposeFields, ...rest } = body;
  if (!purposeFields) return rest;
  const told = Object.entries(purposeFields).filter(([, value]) => value !== undefined);
  return { ...rest, purposeFields: Object.fromEntries(told) as Record<string, string | boolean> };
}
