import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import type { Work } from '#database';
import { Conversations } from '#handoff';
import { ReferralActs, ReferralsService, type Referral, type ReferralRow } from '#referrals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { LoopConfirmation, type ClientAnswer } from './loop-confirmation.entity.js';

/** The end of a referral: what came of it, and the sender's word that the loop is closed. */
@Injectable()
export class Closures {
  constructor(
    private readonly acts: ReferralActs,
    private readonly referrals: ReferralsService,
    private readonly conversations: Conversations,
    private readonly vault: Vault,
  ) {}

  /** The receiver reports the outcome (code of HASIL_LAYANAN) with its last feedback. */
  complete(
    actor: Actor,
    id: string,
    input: { outcome: string; text: string; nextAt?: Date },
  ): Promise<ReferralRow> {
    return this.acts.act(actor, id, 'complete', (work, referral) => this.completeIn(work, referral, input));
  }

  /** The same within an act of another library. */
  async completeIn(
    work: Work,
    referral: Referral,
    input: { outcome: string; text: string; nextAt?: Date },
  ): Promise<void> {
    await this.referrals.complete(work, referral, input.outcome, input.text);
    await this.conversations.give(work, referral, { kind: 'OUTCOME', ...input });
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

  /** The sender closes the loop. Where the need is still there, a new referral follows this one. */
  confirm(
    actor: Actor,
    id: string,
    input: { clientAnswer: ClientAnswer; note?: string },
  ): Promise<ReferralRow> {
    return this.acts.act(actor, id, 'confirm', async (work, referral) => {
      await this.referrals.confirm(work, referral, input.clientAnswer, input.note);
      const confirmationId = randomUUID();
      const vault = await this.vault.open(work, referral.caseId);
      await work.manager.insert(LoopConfirmation, {
        id: confirmationId,
        referralId: referral.id,
        caseId: referral.caseId,
        clientAnswer: input.clientAnswer,
        noteSealed: input.note ? vault.seal('loop_confirmation.note', confirmationId, input.note) : null,
        confirmedBy: actor.accountId,
        at: work.at,
      });
    });
  }
}
