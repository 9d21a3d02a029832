import type { Work } from '#database';
import { OUTBOX_STUCK, OutboxRelay, type OutboxConsumer, type OutboxMessage } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { partiesOf } from '../parties.queries.js';
import { tellOfStuckMessage } from '../rules/who-is-told.js';
import { Teller } from './teller.js';

/** A person at the end of every retry. */
@Injectable()
export class StuckNewsConsumer implements OutboxConsumer, OnModuleInit {
  readonly name = 'notifications.stuck';
  readonly topics = [OUTBOX_STUCK];

  constructor(
    private readonly relay: OutboxRelay,
    private readonly teller: Teller,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    const parties = await partiesOf(work, { caseId: null, referralId: null });
    return this.teller.tell(work, message, tellOfStuckMessage(parties), { topic: message.topic });
  }
}
