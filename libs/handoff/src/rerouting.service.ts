import type { Actor } from '#access';
import { caseForAct } from '#cases';
import { UnitOfWork, type Work } from '#database';
import { deadlinesOf } from '#deadlines';
import { NotFound, Refused } from '#refusals';
import {
  ReceiverChecks,
  ReferralDrafts,
  referralById,
  ReferralMoves,
  sideOf,
  type ReferralRow,
} from '#referrals';
import { Injectable } from '@nestjs/common';
import { HandoffTrail } from './handoff-trail.queries.js';
import { mayGoElsewhere } from './referral-reader.js';

/**
 * The same need to somebody else, or what remains of it: after a refusal, a failure, a service given in part, or a time
 * limit that its receiver let pass. A draft with the
 * words of the one before; levels and basis belong to a receiver and are asked anew. Sending it ends the one before where
 * that is still open, in one transaction, so that the need is always with exactly one of them.
 */
@Injectable()
export class Rerouting {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly receivers: ReceiverChecks,
    private readonly drafts: ReferralDrafts,
    private readonly moves: ReferralMoves,
    private readonly trail: HandoffTrail,
  ) {}

  /**
   * Refusals: `case.notOpen`, the obstacles of `referrals` for the new receiver, `referral.reroute.notYet` while its
   * receiver still has time, `referral.reroute.underWay` (with `referralId`) where another already took its place.
   */
  async begin(actor: Actor, id: string, toAgencyId: string): Promise<ReferralRow> {
    const act = { name: 'referral.reroute', object: { kind: 'referral', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const before = await this.moves.find(work, id);
      const row = await referralById(work, id);
      if (sideOf(row, actor) !== 'case-team') throw new NotFound();
      const facts = await caseForAct(work, before.caseId, 'referral.draft');
      if (row.status === 'draft' || !mayGoElsewhere(row, await deadlinesOf(work, { referralId: id })))
        throw new Refused('referral.reroute.notYet', { current: { status: row.status } });
      await this.refuseUnderWay(work, id);
      const { serviceCode, urgency } = before;
      const { clientIds } = await this.receivers.open(work, facts, { toAgencyId, serviceCode });
      const { words } = await this.drafts.read(work, before);
      const remains = (await this.trail.feedback(work, row)).findLast((one) => one.remains)?.remains;
      const draft = await this.drafts.begin(work, facts, {
        ...{ toAgencyId, serviceCode, urgency, clientIds },
        words: remains ? { ...words, request: remains } : words,
        levels: {},
        followsReferralId: id,
      });
      return referralById(work, draft.id);
    });
  }

  private async refuseUnderWay(work: Work, id: string): Promise<void> {
    const [other] = await work.query<{ id: string }>(
      `select id from simpul.referral where follows_referral_id = $1 and status <> 'cancelled' limit 1`,
      [id],
    );
    if (other) throw new Refused('referral.reroute.underWay', { referralId: other.id });
  }
}
