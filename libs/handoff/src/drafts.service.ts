import type { Actor } from '#access';
import { caseForAct, type CaseFacts } from '#cases';
import { UnitOfWork, type Work } from '#database';
import { Invalid } from '#refusals';
import {
  ReceiverChecks,
  ReferralDrafts,
  ReferralMoves,
  referralById,
  type DraftContent,
  type DraftLevels,
  type DraftWords,
  type Referral,
  type ReferralRow,
} from '#referrals';
import { Injectable } from '@nestjs/common';
import { Packets } from './packets.js';
import { levelFaults } from './rules/disclose.js';

export interface DraftInput {
  readonly toAgencyId: string;
  readonly serviceCode: string;
  readonly urgency: 'SEGERA' | 'BIASA';
  readonly clientIds?: string[];
  readonly followsReferralId?: string;
  readonly request: string;
  readonly summary?: string;
  readonly purposeFields?: Record<string, string | boolean>;
  readonly levels?: DraftLevels;
}

/** Drafts: the receiver is checked and the levels are held under the policy from the first keystroke that is saved. */
@Injectable()
export class Drafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly receivers: ReceiverChecks,
    private readonly drafts: ReferralDrafts,
    private readonly moves: ReferralMoves,
    private readonly packets: Packets,
  ) {}

  /** Refusals: `case.notOpen`, the obstacles of `referrals`, `disclosure.noPolicy`, 422 for levels above the ceiling. */
  async begin(actor: Actor, caseId: string, input: DraftInput): Promise<ReferralRow> {
    const act = { name: 'referral.draft', object: { kind: 'case', id: caseId }, caseId };
    return this.unitOfWork.run(actor, act, async (work) => {
      const facts = await caseForAct(work, caseId, 'referral.draft');
      const content = await this.checked(work, facts, input);
      const referral = await this.drafts.begin(work, facts, content);
      return referralById(work, referral.id);
    });
  }

  /**
   * The same refusals, and `referral.edit.not-from-<status>` once it was sent. What is not named stays, except that
   * words and levels are one sheet: a body with a `request` replaces them whole, so that a text can be taken back.
   */
  async rewrite(actor: Actor, id: string, input: Partial<DraftInput>): Promise<ReferralRow> {
    const act = { name: 'referral.edit', object: { kind: 'referral', id } };
    return this.unitOfWork.run(actor, act, async (work) => {
      const referral = await this.moves.find(work, id);
      this.moves.refuseUnless(work, referral, 'edit');
      const facts = await caseForAct(work, referral.caseId, 'referral.draft');
      const content = await this.checked(work, facts, await this.merged(work, referral, input));
      await this.drafts.rewrite(work, referral, content);
      return referralById(work, id);
    });
  }

  private async merged(work: Work, referral: Referral, input: Partial<DraftInput>): Promise<DraftInput> {
    const { words, levels } = await this.drafts.read(work, referral);
    const elsewhere =
      (input.toAgencyId ?? referral.toAgencyId) !== referral.toAgencyId ||
      (input.serviceCode ?? referral.serviceCode) !== referral.serviceCode;
    return {
      toAgencyId: referral.toAgencyId,
      serviceCode: referral.serviceCode,
      urgency: referral.urgency,
      followsReferralId: referral.followsReferralId ?? undefined,
      // Another receiver has other clients and another ceiling: what was chosen for the first does not follow.
      ...(elsewhere ? {} : { clientIds: referral.clientIds }),
      ...(input.request === undefined
        ? { ...words, ...(elsewhere ? {} : { levels }) }
        : { request: input.request }),
      ...input,
    };
  }

  private async checked(work: Work, facts: CaseFacts, input: DraftInput): Promise<DraftContent> {
    const { agency, clientIds } = await this.receivers.open(work, facts, input);
    const policy = this.packets.policy(agency.kind, input.serviceCode);
    const faults = levelFaults(input.levels ?? {}, policy);
    if (faults.length > 0) throw new Invalid(faults);
    await this.refuseStrangeForerunner(work, facts.id, input.followsReferralId);
    const words: DraftWords = {
      request: input.request,
      summary: input.summary,
      purposeFields: input.purposeFields,
    };
    const { toAgencyId, serviceCode, urgency, followsReferralId } = input;
    return {
      toAgencyId,
      serviceCode,
      urgency,
      followsReferralId,
      clientIds,
      words,
      levels: input.levels ?? {},
    };
  }

  private async refuseStrangeForerunner(work: Work, caseId: string, id: string | undefined): Promise<void> {
    if (!id) return;
    const [row] = await work.query('select 1 from simpul.referral where id = $1 and case_id = $2', [
      id,
      caseId,
    ]);
    if (!row) throw new Invalid([{ pointer: '/followsReferralId', code: 'referral.unknown' }]);
  }
}
