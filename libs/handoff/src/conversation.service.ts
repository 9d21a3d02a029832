import { randomUUID } from 'node:crypto';
import type { Actor } from '#access';
import type { Work } from '#database';
import { Invalid } from '#refusals';
import { ReferralActs, ReferralsService, type Referral, type ReferralRow } from '#referrals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { Feedback, ReferralMessage, type FeedbackKind } from './disclosure.entity.js';

export interface NewFeedback {
  readonly kind: FeedbackKind;
  readonly text?: string;
  readonly outcome?: string;
  readonly failureReason?: string;
  readonly nextAt?: Date;
  readonly remains?: string;
}

/** Questions and answers while a referral waits, and what the receiver reports back. */
@Injectable()
export class Conversations {
  constructor(
    private readonly acts: ReferralActs,
    private readonly referrals: ReferralsService,
    private readonly vault: Vault,
  ) {}

  ask(actor: Actor, id: string, text: string): Promise<ReferralRow> {
    return this.acts.act(actor, id, 'ask', (work, referral) => this.askIn(work, referral, text));
  }

  /** The same within an act of another library. */
  async askIn(work: Work, referral: Referral, text: string): Promise<void> {
    await this.referrals.ask(work, referral, text);
    await this.write(work, referral, 'QUESTION', text);
  }

  answer(actor: Actor, id: string, text: string): Promise<ReferralRow> {
    return this.acts.act(actor, id, 'answer', async (work, referral) => {
      await this.referrals.answer(work, referral, text);
      await this.write(work, referral, 'ANSWER', text);
    });
  }

  /** First service given, now or earlier but not before it was accepted. */
  start(actor: Actor, id: string, input: { at?: Date; note?: string }): Promise<ReferralRow> {
    return this.acts.act(actor, id, 'start', async (work, referral) => {
      const at = input.at ?? work.at;
      if (at > work.at) throw new Invalid([{ pointer: '/at', code: 'time.inTheFuture' }]);
      if (referral.sentAt && at < referral.sentAt)
        throw new Invalid([{ pointer: '/at', code: 'time.beforeSending' }]);
      await this.referrals.start(work, referral, at, input.note);
      await this.give(work, referral, { kind: 'START', text: input.note });
    });
  }

  report(actor: Actor, id: string, input: { text: string; nextAt?: Date }): Promise<ReferralRow> {
    return this.acts.act(actor, id, 'report', async (work, referral) => {
      await this.referrals.report(work, referral, input.text);
      await this.give(work, referral, { kind: 'PROGRESS', ...input });
    });
  }

  /** Writes feedback of the receiver; `closure` writes the last one in its own act. */
  async give(work: Work, referral: Referral, feedback: NewFeedback): Promise<void> {
    const id = randomUUID();
    const vault = await this.vault.open(work, referral.caseId);
    await work.manager.insert(Feedback, {
      id,
      referralId: referral.id,
      caseId: referral.caseId,
      kind: feedback.kind,
      authorId: work.actor!.accountId,
      agencyId: work.actor!.agencyId,
      textSealed: feedback.text ? vault.seal('feedback.text', id, feedback.text) : null,
      remainsSealed: feedback.remains ? vault.seal('feedback.remains', id, feedback.remains) : null,
      outcome: feedback.outcome ?? null,
      failureReason: feedback.failureReason ?? null,
      nextAt: feedback.nextAt ?? null,
      at: work.at,
    });
  }

  private async write(
    work: Work,
    referral: Referral,
    kind: 'QUESTION' | 'ANSWER',
    text: string,
  ): Promise<void> {
    const id = randomUUID();
    const vault = await this.vault.open(work, referral.caseId);
    await work.manager.insert(ReferralMessage, {
      id,
      referralId: referral.id,
      caseId: referral.caseId,
      kind,
      authorId: work.actor!.accountId,
      agencyId: work.actor!.agencyId,
      textSealed: vault.seal('referral_message.text', id, text),
      at: work.at,
    });
  }
}
