import type { Work } from '#database';
import { CALENDAR_YEAR_MISSING } from '#deadlines';
import { OutboxRelay, type OutboxConsumer, type OutboxMessage } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { partiesOf } from '../parties.queries.js';
import { tellOfMissingYear, tellOfRule } from '../rules/who-is-told.js';
import { Teller } from './teller.js';

const RULE_NEWS = [
  'rule.proposed',
  'rule.retirementProposed',
  'rule.approved',
  'rule.retired',
  'rule.withdrawn',
];

/** Tells the people of the register and the calendar: what waits for them, what was decided, which year is missing. */
@Injectable()
export class RegisterNewsConsumer implements OutboxConsumer, OnModuleInit {
  readonly name = 'notifications.register';
  readonly topics = [CALENDAR_YEAR_MISSING, ...RULE_NEWS];

  constructor(
    private readonly relay: OutboxRelay,
    private readonly teller: Teller,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    const parties = await partiesOf(work, { caseId: null, referralId: null });
    const tellings =
      message.topic === CALENDAR_YEAR_MISSING
        ? tellOfMissingYear(parties)
        : tellOfRule(message.topic, message.actorId, parties);
    return this.teller.tell(work, message, tellings, { topic: message.topic });
  }
}
