import type { Work } from '#database';
import { OutboxRelay, type OutboxConsumer, type OutboxMessage } from '#queue';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ReferralMoves } from '../referral-moves.service.js';
import { ReferralsService } from '../referrals.service.js';

/**
 * A withdrawn consent stops every open referral that rests on it. The packets are closed already, by the policy that
 * asks the basis; this makes it an ending that both sides see, with its clocks stopped and its entry in the ledger.
 */
@Injectable()
export class WithdrawnConsent implements OutboxConsumer, OnModuleInit {
  readonly name = 'referrals.stop-on-withdrawal';
  readonly topics = ['consent.withdrawn'];

  constructor(
    private readonly relay: OutboxRelay,
    private readonly moves: ReferralMoves,
    private readonly referrals: ReferralsService,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    const rows = await work.query<{ id: string }>(
      `select id from simpul.referral
        where basis_ids @> array[$1::uuid] and status in ('requested', 'received', 'accepted', 'in-progress', 'on-hold')
        order by id for update`,
      [message.ids.basisId],
    );
    for (const { id } of rows) await this.referrals.cancel(work, await this.moves.find(work, id), undefined);
    return rows.length > 0 ? 'done' : 'nothing';
  }
}
