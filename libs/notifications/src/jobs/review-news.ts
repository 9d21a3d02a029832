import type { Work } from '#database';
import { OutboxRelay, type OutboxConsumer, type OutboxMessage } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { partiesOf } from '../parties.queries.js';
import { AlarmRaiser } from '../alarms/alarm-raiser.js';
import { accountsOf } from '../rules/who-is-told.js';
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
    private readonly alarms: AlarmRaiser,
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
    if (message.topic === 'reading.unusual' && !(await this.raise(work, message.ids, accountsOf(tellings))))
      return 'done';
    return this.teller.tell(work, message, tellings, { topic: message.topic });
  }

  /** While the alarm about it is open it is counted there, and nobody is told again. */
  private async raise(
    work: Work,
    { findingId, subjectId, agencyId }: OutboxMessage['ids'],
    told: readonly string[],
  ): Promise<boolean> {
    const [found] = await work.query<{ rule: string }>(
      'select rule from simpul.reading_found where id = $1',
      [findingId],
    );
    const what = { kind: 'UNUSUAL_READING', accountId: subjectId, agencyId, code: found!.rule } as const;
    const isNew = await this.alarms.raise(work, what, told);
    if (!isNew) work.markAudited();
    return isNew;
  }
}
