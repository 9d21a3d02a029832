import { ReferralsModule } from '#referrals';
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CityWords } from './city-words.js';
import { Conversations } from './conversation.service.js';
import { Disclosure, Feedback, ReferralMessage } from './disclosure.entity.js';
import { Drafts } from './drafts.service.js';
import { HandoffTrail } from './handoff-trail.queries.js';
import { ConversationsController } from './http/conversations.controller.js';
import { HandoffController } from './http/handoff.controller.js';
import { Inboxes } from './inbox.queries.js';
import { PacketSources } from './packet-sources.js';
import { Packets } from './packets.js';
import { Previews } from './previews.queries.js';
import { ReferralPages } from './referral-pages.queries.js';
import { ReferralReader } from './referral-reader.js';
import { SendingDesk } from './sending-desk.js';
import { Sending } from './sending.service.js';
import { Snapshots } from './snapshots.queries.js';

/** What crosses: for `closure`, which writes the last feedback in its own act. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Disclosure, ReferralMessage, Feedback]), ReferralsModule],
  providers: [Conversations],
  exports: [Conversations],
})
export class HandoffModule {}

/** Drafts, preview, sending, the referral page, questions, feedback and the agency's inbox. */
@Module({
  imports: [HandoffModule],
  controllers: [HandoffController, ConversationsController],
  providers: [
    CityWords,
    Drafts,
    HandoffTrail,
    Inboxes,
    PacketSources,
    Packets,
    Previews,
    ReferralPages,
    ReferralReader,
    Sending,
    SendingDesk,
    Snapshots,
  ],
})
export class HandoffHttpModule {}
