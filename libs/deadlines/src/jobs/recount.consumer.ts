import type { Work } from '#database';
import { OutboxRelay, type OutboxConsumer } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CALENDAR_CHANGED } from '../holidays.service.js';
import { Recount } from '../recount.service.js';

/** A changed calendar counts the open deadlines anew, once per change. */
@Injectable()
export class RecountConsumer implements OutboxConsumer, OnModuleInit {
  readonly name = 'deadlines.recount';
  readonly topics = [CALENDAR_CHANGED];

  constructor(
    private readonly relay: OutboxRelay,
    private readonly recount: Recount,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work): Promise<'done'> {
    await this.recount.everything(work);
    return 'done';
  }
}
