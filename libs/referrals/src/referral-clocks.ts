import { happenedAt, type Work } from '#database';
import { DeadlinesService } from '#deadlines';
import { Injectable } from '@nestjs/common';
import type { Referral } from './referral.entity.js';
import { paceOf } from './rules/fan.js';
import type { ReferralAct } from './rules/referral-lifecycle.js';

/** The event that each act is to the deadline register, and whose clock it starts. `null`: no clock cares. */
const EVENTS = {
  edit: null,
  send: { event: 'referral.sent', starts: 'receiver' },
  acknowledge: { event: 'referral.acknowledged', starts: 'receiver' },
  ask: { event: 'referral.asked', starts: 'sender' },
  answer: { event: 'referral.answered', starts: 'receiver' },
  accept: { event: 'referral.accepted', starts: 'receiver' },
  reject: { event: 'referral.rejected', starts: 'sender' },
  start: { event: 'referral.started', starts: 'receiver' },
  report: { event: 'referral.reported', starts: 'receiver' },
  complete: { event: 'referral.completed', starts: 'sender' },
  fail: { event: 'referral.failed', starts: 'sender' },
  cancel: { event: 'referral.cancelled', starts: 'sender' },
  // Ended with the acceptance of another, and its clocks with it: nobody owes anything for it.
  yield: null,
  confirm: { event: 'referral.confirmed', starts: 'sender' },
} as const satisfies Record<ReferralAct, { event: string; starts: 'receiver' | 'sender' } | null>;

/** Tells the deadline register what happened to a referral. A question stops the receiver's clocks, an answer resumes them. */
@Injectable()
export class ReferralClocks {
  constructor(private readonly deadlines: DeadlinesService) {}

  /** Ends what the act ends and starts what it starts, counted from the act's own time. */
  async moved(work: Work, referral: Referral, act: ReferralAct): Promise<void> {
    const told = EVENTS[act];
    if (!told) return;
    const { event } = told;
    const at = happenedAt(work);
    const scope = { caseId: referral.caseId, referralId: referral.id };
    if (act === 'ask')
      await this.deadlines.pause(work, {
        referralId: referral.id,
        owingAgencyId: referral.toAgencyId,
        event,
        at,
      });
    if (act === 'answer') await this.deadlines.resume(work, { referralId: referral.id, event, at });
    // A replacement that says what it replaces ends the wait of that one; another rejected referral goes on waiting.
    const replaced = act === 'send' ? referral.followsReferralId : null;
    await this.deadlines.meet(
      work,
      replaced
        ? { caseId: referral.caseId, referralId: replaced, event: 'referral.rerouted', at }
        : { ...scope, event, at },
    );
    if (act === 'reject' && (await this.isWithOthers(work, referral))) return;
    await this.deadlines.start(work, {
      ...scope,
      event,
      at,
      subject: subjectOf(referral),
      owes: await this.owes(work, referral, told.starts),
    });
  }

  /** Given in part, and the rest goes on: the sender's turn until a new referral has taken it up. */
  async remains(work: Work, referral: Referral): Promise<void> {
    await this.deadlines.start(work, {
      caseId: referral.caseId,
      referralId: referral.id,
      event: 'referral.remainder',
      at: happenedAt(work),
      subject: subjectOf(referral),
      owes: await this.owes(work, referral, 'sender'),
    });
  }

  /** The sender looks for somebody else only when the last of those asked together has declined. */
  private async isWithOthers(work: Work, referral: Referral): Promise<boolean> {
    if (!referral.fanId) return false;
    const [row] = await work.query<{ on: boolean }>('select simpul.fan_goes_on($1) as on', [referral.id]);
    return row!.on;
  }

  private async owes(
    work: Work,
    referral: Referral,
    side: 'receiver' | 'sender',
  ): Promise<{ agencyId: string; accountId?: string }> {
    if (side === 'receiver') return { agencyId: referral.toAgencyId };
    const [row] = await work.query<{ owner: string | null }>('select simpul.referral_sender($1) as owner', [
      referral.id,
    ]);
    return {
      agencyId: referral.fromAgencyId,
      accountId: row?.owner ?? referral.sentBy ?? referral.createdBy,
    };
  }
}

/**
 * What the rules may ask of a referral: its level of risk when it was sent. Until one of several has accepted, all of them
 * go by the urgency that they were told: a clock of the level's own pace would tell it (decision 0171). The rest of the case is none of the
 * receiver's business, under whose context most of these acts run, and no rule about referrals asks for it.
 */
function subjectOf({ bare, urgency, risk }: Referral) {
  const pace = bare ? paceOf(urgency) : risk;
  return { tracks: [], contexts: [], violenceTypes: [], risk: pace, eventAgeHours: null };
}
