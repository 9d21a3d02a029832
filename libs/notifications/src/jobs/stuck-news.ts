import type { Work } from '#database';
import { OUTBOX_STUCK, OutboxRelay, type OutboxConsumer, type OutboxMessage } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AlarmRaiser } from '../alarms/alarm-raiser.js';
import { partiesOf } from '../parties.queries.js';
import { accountsOf, tellOfStuckMessage } from '../rules/who-is-told.js';
import { Teller } from './teller.js';

/** A person at the end of every retry. */
@Injectable()
export class StuckNewsConsumer implements OutboxConsumer, OnModuleInit {
  readonly name = 'notifications.stuck';
  readonly topics = [OUTBOX_STUCK];

  constructor(
    private readonly relay: OutboxRelay,
    private readonly teller: Teller,
    private readonly alarms: AlarmRaiser,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    const parties = await partiesOf(work, { caseId: null, referralId: null });
    const tellings = tellOfStuckMessage(parties);
    const [stuck] = await work.query<{ topic: string }>('select topic from simpul.outbox where id = $1', [
      message.ids.outboxId,
    ]);
    await this.alarms.raise(work, { kind: 'MESSAGE_STUCK', code: stuck?.topic }, accountsOf(tellings));
    return this.teller.tell(work, message, tellings, { topic: message.topic });
  }
}
