import type { Work } from '#database';
import { OutboxRelay, type OutboxConsumer, type OutboxMessage } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DutyFacts } from '../duty-facts.js';
import { partiesOf } from '../parties.queries.js';
import { CASE_NEWS, tellOfCase, type CaseNews } from '../rules/case-news.js';
import { Teller } from './teller.js';

/** Tells the people of a unit what happened to its cases that they must know. */
@Injectable()
export class CaseNewsConsumer implements OutboxConsumer, OnModuleInit {
  readonly name = 'notifications.case';
  readonly topics = CASE_NEWS;

  constructor(
    private readonly relay: OutboxRelay,
    private readonly teller: Teller,
    private readonly duty: DutyFacts,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    const { caseId, accountId = null } = message.ids;
    if (!caseId) return 'nothing';
    const parties = await this.duty.add(work, await partiesOf(work, { caseId, referralId: null }));
    const { actorId } = message;
    const tellings = tellOfCase(message.topic as CaseNews, { accountId, actorId }, parties);
    return this.teller.tell(work, message, tellings, { topic: message.topic, caseId });
  }
}
