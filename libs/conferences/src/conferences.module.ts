import { HandoffModule } from '#handoff';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Conference, ConferenceDecision, ConferenceItem, ConferenceSeat } from './conference.entity.js';
import { ConferencePages } from './conferences.queries.js';
import { Conferences } from './conferences.service.js';
import { ConferencesController } from './http/conferences.controller.js';
import { InvitationsController } from './http/invitations.controller.js';
import { Invitations } from './invitations.service.js';

/** `/cases/:id/conferences…`, `/referrals/:id/conferences…`. */
@Module({
  imports: [
    TypeOrmModule.forFeature([Conference, ConferenceDecision, ConferenceItem, ConferenceSeat]),
    HandoffModule,
  ],
  controllers: [ConferencesController, InvitationsController],
  providers: [Conferences, ConferencePages, Invitations],
})
export class ConferencesHttpModule {}
