import type { Actor } from '#access';
import { Ledger } from '#audit';
import { Outbox, UnitOfWork, type Work } from '#database';
import { NotFound, Refused } from '#refusals';
import { referralById, sideOf } from '#referrals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { Conference, ConferenceDecision, ConferenceSeat } from './conference.entity.js';
import { Conferences } from './conferences.service.js';
import { whyNot, type ConferenceAct } from './rules/conference-lifecycle.js';

/** What an invited agency does, by its referral; whoever answers stands for the agency. */
@Injectable()
export class Invitations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly conferences: Conferences,
    private readonly vault: Vault,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
  ) {}

  async reply(actor: Actor, referralId: string, id: string, answer: 'ACCEPTED' | 'DECLINED'): Promise<void> {
    await this.act(actor, referralId, id, 'reply', async (work, seat) => {
      await this.save(work, seat, actor, { answer });
      await this.ledger.append(work, {
        act: 'conference.replied',
        object: { kind: 'conference', id },
        caseId: seat.caseId,
        facts: { answer },
      });
      await this.outbox.announce(work, 'referral.conferenceAnswered', { referralId, caseId: seat.caseId });
    });
  }

  /** What the agency does not agree with, in its own words; it stands beside the minutes and is frozen with them. */
  async dissent(actor: Actor, referralId: string, id: string, text: string): Promise<void> {
    await this.act(actor, referralId, id, 'dissent', async (work, seat) => {
      const vault = await this.vault.open(work, seat.caseId);
      const dissentSealed = vault.seal('conference_seat.dissent', seat.id, text);
      await this.save(work, seat, actor, { dissentSealed });
      await this.ledger.append(work, {
        act: 'conference.dissented',
        object: { kind: 'conference', id },
        caseId: seat.caseId,
        detail: text,
      });
      await this.outbox.announce(work, 'referral.conferenceAnswered', { referralId, caseId: seat.caseId });
    });
  }

  /** The agency has done what was decided that it does. */
  async fulfil(actor: Actor, referralId: string, decisionId: string): Promise<void> {
    const act = { name: 'conference.reply', object: { kind: 'referral', id: referralId } };
    await this.unitOfWork.run(actor, act, async (work) => {
      await this.asReceiver(work, actor, referralId);
      const decision = await work.manager.findOneBy(ConferenceDecision, { id: decisionId, referralId });
      await this.conferences.finishIn(work, decision);
    });
  }

  private async act(
    actor: Actor,
    referralId: string,
    id: string,
    name: ConferenceAct,
    does: (work: Work, seat: ConferenceSeat) => Promise<void>,
  ): Promise<void> {
    const act = { name: 'conference.reply', object: { kind: 'referral', id: referralId } };
    await this.unitOfWork.run(actor, act, async (work) => {
      await this.asReceiver(work, actor, referralId);
      const seat = await work.manager.findOneBy(ConferenceSeat, { conferenceId: id, referralId });
      const conference = await work.manager.findOneBy(Conference, { id });
      if (!seat || !conference) throw new NotFound();
      const refusal = whyNot(name, conference, actor.personId);
      if (refusal) throw new Refused(refusal, { current: { status: conference.status } });
      await does(work, seat);
    });
  }

  /** NotFound for the sending side: it answers for nobody else. */
  private async asReceiver(work: Work, actor: Actor, referralId: string): Promise<void> {
    if (sideOf(await referralById(work, referralId), actor) !== 'receiver') throw new NotFound();
  }

  private async save(
    work: Work,
    { id }: ConferenceSeat,
    actor: Actor,
    change: Partial<ConferenceSeat>,
  ): Promise<void> {
    await work.manager.update(
      ConferenceSeat,
      { id },
      { ...change, answeredBy: actor.accountId, answeredAt: work.at },
    );
  }
}
