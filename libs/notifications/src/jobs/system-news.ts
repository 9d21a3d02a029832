import { WITNESS_TROUBLED } from '#audit';
import type { Work } from '#database';
import { OutboxRelay, type OutboxConsumer, type OutboxMessage } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { partiesOf } from '../parties.queries.js';
import { tellOfTheSystem } from '../rules/who-is-told.js';
import type { MessageKey } from '../rules/messages.js';
import { Teller } from './teller.js';

/** A promise of the house was found broken; `oversight` announces it. */
export const INVARIANT_BROKEN = 'invariant.broken';
/** A worker rests because its clock is wrong; the worker announces it. */
export const CLOCK_WRONG = 'worker.clockWrong';

const MESSAGES = new Map<string, MessageKey>([
  [INVARIANT_BROKEN, 'alarm.invariantBroken'],
  [CLOCK_WRONG, 'alarm.workerClock'],
  [WITNESS_TROUBLED, 'alarm.witnessTrouble'],
]);

/** Tells supervisors and administrators that something is wrong with the system itself; what, stands in the ledger. */
@Injectable()
export class SystemNewsConsumer implements OutboxConsumer, OnModuleInit {
  readonly name = 'notifications.system';
  readonly topics = [...MESSAGES.keys()];

  constructor(
    private readonly relay: OutboxRelay,
    private readonly teller: Teller,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    const parties = await partiesOf(work, { caseId: null, referralId: null });
    const tellings = tellOfTheSystem(parties, MESSAGES.get(message.topic)!);
    return this.teller.tell(work, message, tellings, { topic: message.topic });
  }
}
