import { DIRECTORY_CHECK_RAN_OUT } from '#agencies';
import type { Work } from '#database';
import { CALENDAR_YEAR_MISSING } from '#deadlines';
import { OutboxRelay, type OutboxConsumer, type OutboxMessage } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { partiesOf } from '../parties.queries.js';
import type { Parties } from '../rules/parties.js';
import { tellOfDirectory, tellOfMissingYear, tellOfRule, type Telling } from '../rules/who-is-told.js';
import { Teller } from './teller.js';

const RULE_NEWS = [
  'rule.proposed',
  'rule.retirementProposed',
  'rule.approved',
  'rule.retired',
  'rule.withdrawn',
];

/** Tells the people of the register, the calendar and the directory: what waits for them, what was decided, what is missing. */
@Injectable()
export class RegisterNewsConsumer implements OutboxConsumer, OnModuleInit {
  readonly name = 'notifications.register';
  readonly topics = [CALENDAR_YEAR_MISSING, DIRECTORY_CHECK_RAN_OUT, ...RULE_NEWS];

  constructor(
    private readonly relay: OutboxRelay,
    private readonly teller: Teller,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    const agencyId = message.ids.agencyId ?? null;
    const parties = await partiesOf(work, { caseId: null, referralId: null, agencyId });
    const tellings = tellingsOf(message, agencyId, parties);
    return this.teller.tell(work, message, tellings, { topic: message.topic });
  }
}

function tellingsOf(message: OutboxMessage, agencyId: string | null, parties: Parties): Telling[] {
  if (message.topic === CALENDAR_YEAR_MISSING) return tellOfMissingYear(parties);
  if (message.topic === DIRECTORY_CHECK_RAN_OUT) return tellOfDirectory(agencyId, parties);
  return tellOfRule(message.topic, message.actorId, parties);
}
