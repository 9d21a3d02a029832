import { AgenciesService } from '#agencies';
import type { CaseFacts } from '#cases';
import type { Work } from '#database';
import { ReceiverChecks, ReferralDrafts, type DraftLevels, type DraftWords } from '#referrals';
import { Injectable } from '@nestjs/common';
import { Packets, type Packet } from './packets.js';

/** What the sender wrote and chose for one receiver. */
export interface Sheet {
  readonly words: DraftWords;
  readonly levels: DraftLevels;
}

/** Brings a draft to the door: receiver checked again, packet composed. The preview stands at the same desk. */
@Injectable()
export class SendingDesk {
  constructor(
    private readonly receivers: ReceiverChecks,
    private readonly drafts: ReferralDrafts,
    private readonly packets: Packets,
    private readonly agencies: AgenciesService,
  ) {}

  async ready(
    work: Work,
    facts: CaseFacts,
    referral: {
      id: string;
      caseId: string;
      toAgencyId: string;
      serviceCode: string;
      clientIds: string[] | undefined;
    },
    sheet?: Sheet,
  ): Promise<{ packet: Packet; clientIds: string[] }> {
    const { agency, clientIds } = await this.receivers.open(work, facts, referral);
    const { words, levels } = sheet ?? (await this.drafts.read(work, referral));
    const packet = await this.packets.compose(work, {
      caseId: facts.id,
      from: await this.agencies.byId(work, facts.agencyId),
      receiver: agency,
      serviceCode: referral.serviceCode,
      clientIds,
      words,
      levels,
    });
    return { packet, clientIds };
  }
}
