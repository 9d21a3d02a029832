import type { Work } from '#database';
import { OutboxRelay, type OutboxConsumer } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { NewVersions } from '../new-version.service.js';

/** What was just approved for open deadlines need not wait for the round: it is carried out after this commit. */
@Injectable()
export class NewVersionConsumer implements OutboxConsumer, OnModuleInit {
  readonly name = 'deadlines.newVersion';
  readonly topics = ['rule.approved', 'rule.retired'];

  constructor(
    private readonly relay: OutboxRelay,
    private readonly versions: NewVersions,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work): Promise<'nothing'> {
    work.afterCommit(() => this.versions.pass().then(() => undefined));
    return 'nothing';
  }
}
