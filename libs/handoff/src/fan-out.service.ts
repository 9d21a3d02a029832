import type { Actor } from '#access';
import { AgenciesService, type Agency } from '#agencies';
import { Ledger } from '#audit';
import { caseForAct, type CaseFacts } from '#cases';
import { UnitOfWork, type Work } from '#database';
import { Refused } from '#refusals';
import {
  agenciesWithAccounts,
  bareQuestion,
  fanObstacles,
  Fans,
  ReceiverChecks,
  ReferralDrafts,
  referralById,
  ReferralMoves,
  type Referral,
  type ReferralRow,
} from '#referrals';
import { Injectable } from '@nestjs/common';
import { Sending } from './sending.service.js';

/**
 * One need asked of several agencies: a referral for each, all sent in one transaction with packet and basis of its own
 * receiver. Nobody sees a packet until one has accepted; the first who does has it, and the others' end with that.
 */
@Injectable()
export class FanOut {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly agencies: AgenciesService,
    private readonly receivers: ReceiverChecks,
    private readonly drafts: ReferralDrafts,
    private readonly moves: ReferralMoves,
    private readonly fans: Fans,
    private readonly sending: Sending,
    private readonly ledger: Ledger,
  ) {}

  /** Refusals: those of sending, for each of them (with `toAgencyId`), and `referral.fan.*` of `fanObstacles`. */
  async ask(actor: Actor, id: string, alsoAgencyIds: readonly string[]): Promise<ReferralRow> {
    const act = { name: 'referral.fanOut', object: { kind: 'referral', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const first = await this.moves.find(work, id);
      this.moves.refuseUnless(work, first, 'send');
      const facts = await caseForAct(work, first.caseId, 'referral.draft');
      await this.refuseObstacles(work, first, alsoAgencyIds, facts);
      const ids = [id];
      for (const toAgencyId of alsoAgencyIds) ids.push(await this.draftLike(work, facts, first, toAgencyId));
      const fanId = await this.fans.tie(work, ids, await this.question(work, first, facts));
      for (const one of ids) await this.sending.sendIn(work, await this.moves.find(work, one), facts);
      await this.ledger.append(work, {
        act: 'referral.askedOfSeveral',
        object: { kind: 'referral', id },
        caseId: first.caseId,
        facts: { fanId, agencies: ids.length },
      });
      return referralById(work, id);
    });
  }

  private async refuseObstacles(
    work: Work,
    first: Referral,
    also: readonly string[],
    facts: CaseFacts,
  ): Promise<void> {
    const ids = [first.toAgencyId, ...also];
    const known = new Map((await this.agencies.byIds(work, [...new Set(ids)])).map((one) => [one.id, one]));
    const withAccounts = await agenciesWithAccounts(work, ids);
    const asked = ids
      .map((one) => known.get(one))
      .filter((one): one is Agency => one !== undefined)
      .map(({ id, kind }) => ({ id, kind, hasAccounts: withAccounts.has(id) }));
    const found = fanObstacles(asked, first, facts);
    if (found.length > 0)
      throw new Refused(found[0]!.code, {
        errors: found.map(({ code }) => ({ pointer: '/alsoAgencyIds', code })),
      });
  }

  /** The same words and levels for another receiver; what is above its ceiling is cut where the packet is put together. */
  private async draftLike(
    work: Work,
    facts: CaseFacts,
    first: Referral,
    toAgencyId: string,
  ): Promise<string> {
    const { serviceCode, urgency } = first;
    const { clientIds } = await this.receivers.open(work, facts, { toAgencyId, serviceCode });
    const { words, levels } = await this.drafts.read(work, first);
    const draft = await this.drafts.begin(work, facts, {
      ...{ toAgencyId, serviceCode, urgency, clientIds, words, levels },
    });
    return draft.id;
  }

  private async question(work: Work, first: Referral, facts: CaseFacts) {
    const [home] = await work.query<{ region: string | null }>(
      `select coalesce((select p.region_code from simpul.person p where p.id = any ($1) and p.region_code is not null
                         order by p.id limit 1), a.region_code) as region
         from simpul.agency a where a.id = $2`,
      [first.clientIds, facts.agencyId],
    );
    const clients = facts.victims.filter(({ id }) => first.clientIds.includes(id));
    return bareQuestion(clients, home?.region ?? null);
  }
}
