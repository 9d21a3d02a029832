import type { Work } from '#database';
import { OutboxRelay, type OutboxConsumer, type OutboxMessage } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { partiesOf } from '../parties.queries.js';
import { REVIEW_NEWS, tellOfReview, type ReviewNews } from '../rules/review-news.js';
import { Teller } from './teller.js';

/** Tells reviewers that something waits for them, and a person that somebody wants to ask. */
@Injectable()
export class ReviewNewsConsumer implements OutboxConsumer, OnModuleInit {
  readonly name = 'notifications.review';
  readonly topics = [...REVIEW_NEWS];

  constructor(
    private readonly relay: OutboxRelay,
    private readonly teller: Teller,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    const { agencyId = null, subjectId = null } = message.ids;
    const scope = { caseId: null, referralId: null, reviewingAgencyId: agencyId, accountIds: [subjectId] };
    const { actorId } = message;
    const tellings = tellOfReview(
      message.topic as ReviewNews,
      { subjectId, actorId },
      await partiesOf(work, scope),
    );
    return this.teller.tell(work, message, tellings, { topic: message.topic });
  }
}
