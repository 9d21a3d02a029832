import type { Work } from '#database';
import { OutboxRelay, type OutboxConsumer, type OutboxMessage } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { partiesOf } from '../parties.queries.js';
import { tellOfBrokenInvariant } from '../rules/who-is-told.js';
import { Teller } from './teller.js';

/** Topic of the message that a promise of the house was found broken; `oversight` announces it. */
export const INVARIANT_BROKEN = 'invariant.broken';

/** Tells supervisors and administrators that the hourly check found something; what it is stands in the ledger. */
@Injectable()
export class InvariantNewsConsumer implements OutboxConsumer, OnModuleInit {
  readonly name = 'notifications.invariant';
  readonly topics = [INVARIANT_BROKEN];

  constructor(
    private readonly relay: OutboxRelay,
    private readonly teller: Teller,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    const parties = await partiesOf(work, { caseId: null, referralId: null });
    return this.teller.tell(work, message, tellOfBrokenInvariant(parties), { topic: message.topic });
  }
}
