import type { Actor } from '#access';
import { caseForAct, type CaseFacts } from '#cases';
import { UnitOfWork, type Work } from '#database';
import { deadlinesOf } from '#deadlines';
import { Refused } from '#refusals';
import {
  isOpen,
  ReferralMoves,
  ReferralsService,
  referralById,
  type Referral,
  type ReferralRow,
} from '#referrals';
import { Injectable } from '@nestjs/common';
import { basisIdsOf, PacketFreezer, refuseUncovered, tellsRisk } from './packet-freezer.js';
import { mayGoElsewhere } from './referral-reader.js';
import { SendingDesk } from './sending-desk.js';
import { UrgentCalls } from './urgent/urgent-calls.service.js';

/** Sending: everything is asked afresh, the packet is frozen, and the referral leaves, in one transaction. */
@Injectable()
export class Sending {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: SendingDesk,
    private readonly referrals: ReferralsService,
    private readonly moves: ReferralMoves,
    private readonly freezer: PacketFreezer,
    private readonly calls: UrgentCalls,
  ) {}

  /**
   * Refusals: `referral.send.not-from-<status>`, `case.notOpen`, the obstacles of `referrals`,
   * `referral.consentMissing` with the classes of data that lack a basis, `disclosure.nameInText`.
   */
  async send(actor: Actor, id: string): Promise<ReferralRow> {
    const act = { name: 'referral.send', object: { kind: 'referral', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const referral = await this.moves.find(work, id);
      this.moves.refuseUnless(work, referral, 'send');
      await this.sendIn(work, referral, await caseForAct(work, referral.caseId, 'referral.draft'));
      return referralById(work, id);
    });
  }

  /** The same within another act. */
  async sendIn(work: Work, referral: Referral, facts: CaseFacts): Promise<void> {
    const { packet, clientIds } = await this.desk.ready(work, facts, referral);
    refuseUncovered(packet, referral.toAgencyId);
    await this.endForerunner(work, referral);
    const basisIds = basisIdsOf(packet);
    await this.referrals.send(work, referral, facts, { basisIds, clientIds, tellsRisk: tellsRisk(packet) });
    await this.freezer.freeze(work, referral, packet, { version: 1, changes: [] });
    await this.calls.written(work, referral);
  }

  /**
   * What it takes the place of ends with it where its receiver is silent. Whoever answered while the replacement was being
   * written has the need: `referral.reroute.answeredMeanwhile`.
   */
  private async endForerunner(work: Work, { followsReferralId }: Referral): Promise<void> {
    if (!followsReferralId) return;
    const before = await this.moves.find(work, followsReferralId);
    if (!isOpen(before.status)) return;
    const row = await referralById(work, before.id);
    if (!mayGoElsewhere(row, await deadlinesOf(work, { referralId: before.id })))
      throw new Refused('referral.reroute.answeredMeanwhile', { referralId: before.id });
    await this.referrals.cancel(work, before, 'Dialihkan ke instansi lain.');
  }
}
