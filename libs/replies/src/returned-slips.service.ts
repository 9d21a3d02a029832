import type { Actor } from '#access';
import { Ledger } from '#audit';
import { UnitOfWork, type Work } from '#database';
import { Invalid, NotFound, Refused } from '#refusals';
import { referralById, ReferralMoves, slipCodeTyped, type ReferralRow } from '#referrals';
import { Injectable } from '@nestjs/common';
import { PaperActs, type ReturnedSlip } from './paper-acts.js';
import { actsOfSlip } from './rules/slip-answer.js';

const MINUTE_MS = 60_000;

/** Slips that came back on paper: found by their code, written down as the receiver's own acts. */
@Injectable()
export class ReturnedSlips {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acts: PaperActs,
    private readonly moves: ReferralMoves,
    private readonly ledger: Ledger,
  ) {}

  /** The referral that a slip belongs to; NotFound for a code that is none and for a case of somebody else. */
  async find(actor: Actor, typed: string): Promise<ReferralRow> {
    return this.unitOfWork.run(actor, { name: 'referral.findSlip' }, async (work) => {
      const code = slipCodeTyped(typed);
      const [found] = await work.query<{ id: string }>(
        `select r.id from simpul.referral r join simpul.case_file f on f.id = r.case_id where r.slip_code = $1`,
        [code],
      );
      if (!code || !found) throw new NotFound();
      const row = await referralById(work, found.id);
      await this.ledger.append(work, {
        act: 'referral.slipFound',
        object: { kind: 'referral', id: row.id },
        caseId: row.caseId,
      });
      return row;
    });
  }

  /**
   * Writes the answer down, as of when it was given. Refusals: NotFound, `slip.unknown` (409), `time.inTheFuture` and
   * `time.beforeSending` (422), and those of the act itself.
   */
  async enter(actor: Actor, id: string, slip: ReturnedSlip): Promise<ReferralRow> {
    const act = { name: 'referral.enterSlip', object: { kind: 'referral', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const before = await this.moves.find(work, id);
      if (this.moves.partyOf(work, before) !== 'case-team') throw new NotFound();
      const answeredAt = answeredWhen(slip.answeredAt, before.sentAt, work.at);
      await this.ledger.append(work, {
        act: 'referral.slipEntered',
        object: { kind: 'referral', id },
        caseId: before.caseId,
        facts: {
          answer: slip.answer,
          answeredAt: answeredAt.toISOString(),
          reason: slip.reason,
          outcome: slip.outcome,
        },
        detail: slip.name,
      });
      const receiver = await this.asReceiver(work, actor, before.toAgencyId, id, { ...slip, answeredAt });
      for (const next of actsOfSlip(slip.answer, before.status))
        await this.acts.make(receiver, id, next, slip);
      // Back in the own context, for the answer and whatever else this transaction still does.
      await work.query('select 1 from ctx.enter($1)', [actor.sessionToken]);
      return referralById(work, id);
    });
  }

  /** From here on this transaction is the receiver's, for this referral alone. */
  private async asReceiver(
    work: Work,
    actor: Actor,
    agencyId: string,
    referralId: string,
    slip: ReturnedSlip,
  ): Promise<Work> {
    const name = `${slip.name} (lembar balasan)`;
    const [author] = await work.query<{ link_id: string; account_id: string; person_id: string }>(
      'select link_id, account_id, person_id from ctx.answer_by_slip($1, $2, $3)',
      [referralId, slipCodeTyped(slip.code), name],
    );
    if (!author) throw new Refused('slip.unknown');
    const receiver: Actor = {
      ...{ accountId: author.account_id, personId: author.person_id, role: 'link_holder' as const },
      ...{
        agencyId,
        agencyKind: '',
        agencyCode: '',
        agencyName: '',
        displayName: name,
        locale: actor.locale,
      },
      ...{ sessionId: author.link_id, sessionToken: '', request: actor.request },
    };
    return { ...work, actor: receiver, happenedAt: slip.answeredAt };
  }
}

/** Paper knows minutes: what was answered in the minute of sending was answered after it. */
function answeredWhen(answeredAt: Date, sentAt: Date | null, now: Date): Date {
  if (answeredAt > now) throw new Invalid([{ pointer: '/answeredAt', code: 'time.inTheFuture' }]);
  if (!sentAt || answeredAt >= sentAt) return answeredAt;
  if (Math.floor(answeredAt.getTime() / MINUTE_MS) < Math.floor(sentAt.getTime() / MINUTE_MS))
    throw new Invalid([{ pointer: '/answeredAt', code: 'time.beforeSending' }]);
  return sentAt;
}
