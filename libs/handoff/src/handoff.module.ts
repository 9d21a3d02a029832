import { may } from '#access';
import { CaseParts } from '#cases';
import type { SimpulConfig } from '#config';
import { ReferralsModule } from '#referrals';
import { Global, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CityWords } from './city-words.js';
import { Conversations } from './conversation.service.js';
import { Disclosure, Feedback, ReferralMessage } from './disclosure.entity.js';
import { Drafts } from './drafts.service.js';
import { FanOut } from './fan-out.service.js';
import { HandoffTrail } from './handoff-trail.queries.js';
import { ConversationsController } from './http/conversations.controller.js';
import { HandoffController } from './http/handoff.controller.js';
import { LinksController } from './http/links.controller.js';
import { LettersController } from './http/letters.controller.js';
import { SharedNotesController } from './http/shared-notes.controller.js';
import { toAudience } from './http/notes.dto.js';
import { SharedWithController } from './http/shared-with.controller.js';
import { PacketUpdatesController } from './http/packet-updates.controller.js';
import { Inboxes } from './inbox.queries.js';
import { LetterNumbers } from './letter/letter-numbers.js';
import { Letters } from './letter/letters.service.js';
import { LinkMails, MAIL_IS_OPEN } from './link/link-mails.service.js';
import { Links, PUBLIC_URL } from './link/links.service.js';
import { NoteAudiences } from './notes/note-audiences.queries.js';
import { NoteShare } from './notes/note-share.entity.js';
import { NoteSharing } from './notes/note-sharing.service.js';
import { PacketSources } from './packet-sources.js';
import { PacketFreezer } from './packet-freezer.js';
import { PacketUpdates } from './packet-updates.service.js';
import { Packets } from './packets.js';
import { Previews } from './previews.queries.js';
import { ReferralPages } from './referral-pages.queries.js';
import { ReferralReader } from './referral-reader.js';
import { SendingDesk } from './sending-desk.js';
import { Rerouting } from './rerouting.service.js';
import { Sending } from './sending.service.js';
import { SharedPapers } from './shared-with/shared-papers.service.js';
import { SharedWith } from './shared-with/shared-with.queries.js';
import { Snapshots } from './snapshots.queries.js';
import { UrgentCallsController } from './http/urgent-calls.controller.js';
import { toNeed } from './http/needs.dto.js';
import { needsOfCase } from './needs.queries.js';
import { UrgentCalls } from './urgent/urgent-calls.service.js';

/** What the libraries downstream use: `closure` writes the last feedback, `replies` shows what was sent. */
const READING = [
  CityWords,
  Conversations,
  HandoffTrail,
  LetterNumbers,
  NoteAudiences,
  PacketSources,
  Packets,
  ReferralPages,
  ReferralReader,
  Snapshots,
];

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Disclosure, ReferralMessage, Feedback, NoteShare]), ReferralsModule],
  providers: READING,
  exports: READING,
})
export class HandoffModule {}

const SERVICES = [
  UrgentCalls,
  Rerouting,
  Drafts,
  FanOut,
  Inboxes,
  Letters,
  Links,
  LinkMails,
  NoteSharing,
  PacketFreezer,
  PacketUpdates,
  Previews,
  Sending,
  SendingDesk,
  SharedPapers,
  SharedWith,
];

/** Drafts, preview, sending, the referral page, the letter, questions, feedback and the agency's inbox. */
@Module({})
export class HandoffHttpModule implements OnModuleInit {
  constructor(
    private readonly parts: CaseParts,
    private readonly audiences: NoteAudiences,
  ) {}

  onModuleInit(): void {
    this.parts.add('needs', async (work, facts) => (await needsOfCase(work, facts.id)).map(toNeed));
    this.parts.add('noteAudience', async (work, facts) =>
      work.actor && facts.state === 'OPEN' && may(work.actor.role, 'note.share')
        ? (await this.audiences.of(work, facts.id)).map(toAudience)
        : [],
    );
  }

  /** `publicUrl`: the origin that stands in the addresses on paper; `channels`: the ways out of the house. */
  static forConfig({ publicUrl, channels }: Pick<SimpulConfig, 'publicUrl' | 'channels'>): DynamicModule {
    return {
      module: HandoffHttpModule,
      imports: [HandoffModule],
      controllers: [
        HandoffController,
        UrgentCallsController,
        ConversationsController,
        LettersController,
        LinksController,
        SharedNotesController,
        PacketUpdatesController,
        SharedWithController,
      ],
      providers: [
        { provide: PUBLIC_URL, useValue: publicUrl },
        { provide: MAIL_IS_OPEN, useValue: channels.includes('email') },
        ...SERVICES,
      ],
    };
  }
}
