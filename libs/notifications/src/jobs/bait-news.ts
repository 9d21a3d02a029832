import type { Work } from '#database';
import { OutboxRelay, type OutboxConsumer, type OutboxMessage } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AlarmRaiser } from '../alarms/alarm-raiser.js';

/** A bait was read: an alarm about that person, which tells the integrity officers. Read again, it is counted there. */
@Injectable()
export class BaitNewsConsumer implements OutboxConsumer, OnModuleInit {
  readonly name = 'notifications.bait';
  readonly topics = ['bait.found'];

  constructor(
    private readonly relay: OutboxRelay,
    private readonly alarms: AlarmRaiser,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work, { ids }: OutboxMessage): Promise<'done' | 'nothing'> {
    const { baitId, subjectId, agencyId } = ids;
    const what = { kind: 'BAIT_READ', accountId: subjectId, agencyId, code: baitId } as const;
    if (!(await this.alarms.raise(work, what, []))) work.markAudited();
    return 'done';
  }
}
