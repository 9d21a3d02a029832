import type { Actor } from '#access';
import { UnitOfWork, type Work } from '#database';
import { Invalid } from '#refusals';
import { Injectable } from '@nestjs/common';
import type { Referral } from './referral.entity.js';
import { ReferralMoves } from './referral-moves.service.js';
import { referralById, type ReferralRow } from './referral-rows.queries.js';
import { ReferralsService, type Acceptance } from './referrals.service.js';
import type { ReferralAct } from './rules/referral-lifecycle.js';

/** Reasons that say nothing by themselves: the sender must learn what is missing. */
const REASONS_WITH_WORDS = ['SYARAT_KURANG', 'LAINNYA'];

/** The acts that need nothing but the referral: each is one unit of work. */
@Injectable()
export class ReferralActs {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly moves: ReferralMoves,
    private readonly referrals: ReferralsService,
  ) {}

  acknowledge(actor: Actor, id: string): Promise<ReferralRow> {
    return this.act(actor, id, 'acknowledge', (work, referral) => this.referrals.acknowledge(work, referral));
  }

  accept(actor: Actor, id: string, input: Acceptance): Promise<ReferralRow> {
    return this.act(actor, id, 'accept', (work, referral) => this.referrals.accept(work, referral, input));
  }

  /** 422 when the reason needs words and has none. */
  reject(actor: Actor, id: string, input: { reason: string; note?: string }): Promise<ReferralRow> {
    return this.act(actor, id, 'reject', (work, referral) => this.rejectIn(work, referral, input));
  }

  /** The same within an act of another library. */
  rejectIn(work: Work, referral: Referral, input: { reason: string; note?: string }): Promise<Referral> {
    if (REASONS_WITH_WORDS.includes(input.reason) && !input.note)
      throw new Invalid([{ pointer: '/note', code: 'referral.reasonNeedsWords' }]);
    return this.referrals.reject(work, referral, input.reason, input.note);
  }

  cancel(actor: Actor, id: string, reason: string): Promise<ReferralRow> {
    return this.act(actor, id, 'cancel', (work, referral) => this.referrals.cancel(work, referral, reason));
  }

  /** One act: the referral locked, the move, and the state after it. For the libraries downstream as well. */
  act(
    actor: Actor,
    id: string,
    act: ReferralAct,
    make: (work: Work, referral: Referral) => Promise<unknown>,
  ): Promise<ReferralRow> {
    const named = { name: `referral.${act}`, object: { kind: 'referral', id } };
    return this.unitOfWork.run(actor, named, async (work) => {
      await make(work, await this.moves.find(work, id));
      return referralById(work, id);
    });
  }
}
