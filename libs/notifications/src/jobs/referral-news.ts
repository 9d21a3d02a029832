import type { Work } from '#database';
import { OutboxRelay, type OutboxConsumer, type OutboxMessage } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AlarmRaiser } from '../alarms/alarm-raiser.js';
import { DutyFacts } from '../duty-facts.js';
import { partiesOf } from '../parties.queries.js';
import { newsOfReferral, REFERRAL_NEWS, type ReferralNews } from '../rules/who-is-told.js';
import { Teller } from './teller.js';

/** Tells the other side what happened to a referral. */
@Injectable()
export class ReferralNewsConsumer implements OutboxConsumer, OnModuleInit {
  readonly name = 'notifications.referral';
  readonly topics = Object.keys(REFERRAL_NEWS);

  constructor(
    private readonly relay: OutboxRelay,
    private readonly teller: Teller,
    private readonly duty: DutyFacts,
    private readonly alarms: AlarmRaiser,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    const { referralId, caseId } = message.ids;
    if (!referralId) return 'nothing';
    const parties = await this.duty.add(work, await partiesOf(work, { caseId: caseId ?? null, referralId }));
    const { tellings, outOfReach } = newsOfReferral(message.topic as ReferralNews, message.actorId, parties);
    await this.alarms.raiseUnreached(work, outOfReach, tellings);
    return this.teller.tell(work, message, tellings, { topic: message.topic, referralId, caseId });
  }
}
