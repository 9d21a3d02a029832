import { Closures } from '#closure';
import type { Work } from '#database';
import { Conversations } from '#handoff';
import { Invalid } from '#refusals';
import { ReferralActs, ReferralMoves, ReferralsService, type ReferralAct } from '#referrals';
import { Injectable } from '@nestjs/common';
import type { SlipAnswer } from './rules/slip-answer.js';

/** What stands on a slip that came back. */
export interface ReturnedSlip {
  readonly code: string;
  readonly answer: SlipAnswer;
  /** When the receiver answered, as written on the slip. */
  readonly answeredAt: Date;
  /** Who filled it in. */
  readonly name: string;
  readonly reason?: string;
  readonly outcome?: string;
  readonly text?: string;
  readonly appointmentAt?: Date;
  readonly place?: string;
}

/** The receiver's acts, as ticked on paper; each is the officer's own. */
@Injectable()
export class PaperActs {
  constructor(
    private readonly moves: ReferralMoves,
    private readonly referrals: ReferralsService,
    private readonly acts: ReferralActs,
    private readonly conversations: Conversations,
    private readonly closures: Closures,
  ) {}

  async make(work: Work, id: string, act: ReferralAct, slip: ReturnedSlip): Promise<void> {
    const referral = await this.moves.find(work, id);
    switch (act) {
      case 'accept':
        await this.referrals.accept(work, referral, {
          responsibleName: slip.name,
          appointmentAt: slip.appointmentAt,
          place: slip.place,
        });
        return;
      case 'reject':
        await this.acts.rejectIn(work, referral, { reason: needed(slip.reason, '/reason'), note: slip.text });
        return;
      case 'ask':
        return this.conversations.askIn(work, referral, needed(slip.text, '/text'));
      case 'complete':
        return this.closures.completeIn(work, referral, {
          outcome: needed(slip.outcome, '/outcome'),
          text: needed(slip.text, '/text'),
        });
      case 'fail':
        return this.closures.failIn(work, referral, {
          reason: needed(slip.reason, '/reason'),
          text: needed(slip.text, '/text'),
        });
      default:
        throw new Error(`no slip says ${act}`);
    }
  }
}

function needed(value: string | undefined, pointer: string): string {
  if (!value) throw new Invalid([{ pointer, code: 'field.required' }]);
  return value;
}
