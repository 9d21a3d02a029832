import { Outbox, type Work } from '#database';
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
    private readonly outbox: Outbox,
  ) {}

  onModuleInit(): void {
    this.relay.register(this);
  }

  async receive(work: Work, message: OutboxMessage): Promise<'done' | 'nothing'> {
    const rows = await work.query<{ id: string; caseId: string; open: boolean }>(
      `select id, case_id as "caseId",
              status in ('requested', 'received', 'accepted', 'in-progress', 'on-hold') as open from simpul.referral
        where basis_ids @> array[$1::uuid] and sent_at is not null and status <> 'cancelled'
        order by id for update`,
      [message.ids.basisId],
    );
    for (const { id, caseId, open } of rows)
      if (open) await this.referrals.cancel(work, await this.moves.find(work, id), undefined);
      // What has ended stays as it ended; whoever read it may hold copies, and hears that they are not to be kept.
      else await this.outbox.announce(work, 'referral.basisEnded', { referralId: id, caseId });
    return rows.length > 0 ? 'done' : 'nothing';
  }
}
