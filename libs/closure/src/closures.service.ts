import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import type { Work } from '#database';
import { Conversations } from '#handoff';
import { Invalid } from '#refusals';
import { ReferralActs, ReferralMoves, ReferralsService, type Referral, type ReferralRow } from '#referrals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { LoopConfirmation, type ClientAnswer } from './loop-confirmation.entity.js';
import { faultOfPart, faultOfRemainder, type Fault, type Remainder } from './rules/remainder.js';

export interface Completion {
  /** Code of HASIL_LAYANAN. */
  readonly outcome: string;
  readonly text: string;
  readonly nextAt?: Date;
  /** Given in part: why (ALASAN_SEBAGIAN), and what is still needed. */
  readonly shortfall?: string;
  readonly remains?: string;
}

/** The end of a referral: what came of it, and the sender's word that the loop is closed. */
@Injectable()
export class Closures {
  constructor(
    private readonly acts: ReferralActs,
    private readonly referrals: ReferralsService,
    private readonly moves: ReferralMoves,
    private readonly conversations: Conversations,
    private readonly vault: Vault,
  ) {}

  /** The receiver reports the outcome with its last feedback. 422 `completion.partlyNeedsBoth`. */
  complete(actor: Actor, id: string, input: Completion): Promise<ReferralRow> {
    return this.acts.act(actor, id, 'complete', (work, referral) => this.completeIn(work, referral, input));
  }

  /** The same within an act of another library. */
  async completeIn(work: Work, referral: Referral, input: Completion): Promise<void> {
    const { outcome, text, nextAt, shortfall, remains } = input;
    refuseFor(faultOfPart(shortfall, remains));
    await this.referrals.complete(work, referral, outcome, text, shortfall);
    await this.conversations.give(work, referral, { kind: 'OUTCOME', outcome, text, nextAt, remains });
  }

  /** The receiver reports that it did not come about (code of ALASAN_TIDAK_BERHASIL). The need stays the sender's. */
  fail(actor: Actor, id: string, input: { reason: string; text: string }): Promise<ReferralRow> {
    return this.acts.act(actor, id, 'fail', (work, referral) => this.failIn(work, referral, input));
  }

  /** The same within an act of another library. */
  async failIn(work: Work, referral: Referral, input: { reason: string; text: string }): Promise<void> {
    await this.referrals.fail(work, referral, input.reason, input.text);
    await this.conversations.give(work, referral, {
      kind: 'FAILURE',
      failureReason: input.reason,
      text: input.text,
    });
  }

  /**
   * The sender closes the loop. Where the service was given in part, with a word on the rest (422, `rules/remainder.ts`):
   * enough, with the reason, or on in a new referral that follows this one.
   */
  confirm(
    actor: Actor,
    id: string,
    input: { clientAnswer: ClientAnswer; note?: string; remainder?: Remainder; enoughReason?: string },
  ): Promise<ReferralRow> {
    return this.acts.act(actor, id, 'confirm', async (work, referral) => {
      const { remainder, enoughReason } = input;
      this.moves.refuseUnless(work, referral, 'confirm');
      // Asked for here alone: the worker, which finds referrals as well, may not read it.
      const [given] = await work.query<{ shortfall: string | null }>(
        'select shortfall from simpul.referral where id = $1',
        [referral.id],
      );
      refuseFor(faultOfRemainder(given!.shortfall, remainder, enoughReason));
      const rest = { remainder, enoughReason };
      await this.referrals.confirm(work, referral, input.clientAnswer, input.note, rest);
      const confirmationId = randomUUID();
      const vault = await this.vault.open(work, referral.caseId);
      await work.manager.insert(LoopConfirmation, {
        id: confirmationId,
        referralId: referral.id,
        caseId: referral.caseId,
        clientAnswer: input.clientAnswer,
        noteSealed: input.note ? vault.seal('loop_confirmation.note', confirmationId, input.note) : null,
        remainder: remainder ?? null,
        enoughReason: enoughReason ?? null,
        confirmedBy: actor.accountId,
        at: work.at,
      });
    });
  }
}

function refuseFor(fault: Fault | null): void {
  if (fault) throw new Invalid([fault]);
}
