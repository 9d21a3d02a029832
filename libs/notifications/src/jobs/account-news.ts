import type { Work } from '#database';
import { OutboxRelay, type OutboxConsumer, type OutboxMessage } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { partiesOf } from '../parties.queries.js';
import { ACCOUNT_NEWS, tellOfAccount, type AccountNews } from '../rules/account-news.js';
import { Teller } from './teller.js';

/** Tells people what happens to their way in, and those who answer for an office who was let into it. */
@Injectable()
export class AccountNewsConsumer implements OutboxConsumer, OnModuleInit {
  readonly name = 'notifications.account';
  readonly topics = [...ACCOUNT_NEWS];

  constructor(
    private readonly relay: OutboxRelay,
    private readonly teller: Teller,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    const { topic, actorId } = message;
    const accountId = message.ids.accountId ?? '';
    const [account] = await work.query<{ agencyId: string }>(
      'select agency_id as "agencyId" from simpul.account where id = $1',
      [accountId],
    );
    if (!account) return 'nothing';
    const scope = {
      caseId: null,
      referralId: null,
      agencyId: account.agencyId,
      accountIds: [accountId, actorId],
    };
    const tellings = tellOfAccount(
      topic as AccountNews,
      { accountId, actorId },
      await partiesOf(work, scope),
    );
    return this.teller.tell(work, message, tellings, { topic });
  }
}
