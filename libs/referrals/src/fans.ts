import { randomUUID } from 'node:crypto';
import { Ledger } from '#audit';
import { Outbox, type Work } from '#database';
import { Injectable } from '@nestjs/common';
import type { BareQuestion } from './rules/fan.js';
import type { Referral } from './referral.entity.js';

/** One need asked of several agencies: the first who accepts has it, and the others are told that somebody has. */
@Injectable()
export class Fans {
  constructor(
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  /** Ties drafts together before they are sent; from then on each is bare until its receiver accepts. */
  async tie(work: Work, referralIds: readonly string[], question: BareQuestion): Promise<string> {
    const fanId = randomUUID();
    await work.query(
      `update simpul.referral set fan_id = $2, bare = true, asked_age_bands = $3, asked_region_code = $4
        where id = any ($1)`,
      [referralIds, fanId, question.ageBands, question.regionCode],
    );
    return fanId;
  }

  /** In the transaction of the acceptance: the others end, with their clocks. The winner never sees a row of theirs. */
  async release(work: Work, winner: Referral): Promise<void> {
    const losers = await work.query<{ id: string; status: string }>(
      'select id, status from simpul.losers_of_fan($1)',
      [winner.id],
    );
    for (const { id, status } of losers) {
      const entry = await this.ledger.append(work, {
        act: 'referral.takenByAnother',
        object: { kind: 'referral', id },
        caseId: winner.caseId,
        facts: { from: status, to: 'cancelled', party: 'fan', acceptedReferralId: winner.id },
      });
      await work.query('select simpul.yield_to_winner($1, $2, $3, $4)', [winner.id, id, entry, work.at]);
      await this.outbox.announce(work, 'referral.takenByAnother', { referralId: id, caseId: winner.caseId });
    }
  }
}
