import { randomUUID } from 'node:crypto';
import type { CaseFacts } from '#cases';
import type { Work } from '#database';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import { Referral, ReferralDraft } from './referral.entity.js';
import { ReferralMoves } from './referral-moves.service.js';

/** What the sender writes for the receiver. */
export interface DraftWords {
  readonly request: string;
  readonly summary?: string;
  /** Fields that only some receivers need; the names are those of the disclosure catalogue's sources. */
  readonly purposeFields?: Readonly<Record<string, string | boolean>>;
}

export type DraftLevels = Readonly<Record<string, 'NONE' | 'MASKED' | 'FULL'>>;

/** A draft as it is written: to whom, for what, for whom, in which words, and how much is shared. */
export interface DraftContent {
  readonly toAgencyId: string;
  readonly serviceCode: string;
  readonly urgency: 'SEGERA' | 'BIASA';
  readonly clientIds: string[];
  /** The referral that this one takes the place of. */
  readonly followsReferralId?: string;
  readonly words: DraftWords;
  readonly levels: DraftLevels;
}

/** Drafts: begun, rewritten, read. Whoever calls has checked receiver, service and levels. */
@Injectable()
export class ReferralDrafts {
  constructor(
    private readonly vault: Vault,
    private readonly moves: ReferralMoves,
  ) {}

  async begin(work: Work, facts: CaseFacts, content: DraftContent): Promise<Referral> {
    const id = randomUUID();
    const { toAgencyId, serviceCode, urgency, clientIds } = content;
    const values: Partial<Referral> = {
      ...{ id, toAgencyId, serviceCode, urgency, clientIds },
      caseId: facts.id,
      caseNumber: facts.number,
      fromAgencyId: facts.agencyId,
      status: 'draft',
      risk: facts.risk,
      basisIds: [],
      followsReferralId: content.followsReferralId ?? null,
      createdBy: work.actor!.accountId,
    };
    await work.manager.insert(Referral, values);
    const draftId = randomUUID();
    await work.manager.insert(ReferralDraft, {
      id: draftId,
      referralId: id,
      caseId: facts.id,
      wordsSealed: await this.seal(work, facts.id, draftId, content.words),
      levels: { ...content.levels },
    });
    const referral = await this.moves.find(work, id);
    await this.moves.record(work, referral, referral, 'draft', 'case-team', {
      facts: {
        ...{ toAgencyId, serviceCode, urgency, clients: clientIds.length },
        followsReferralId: content.followsReferralId,
      },
    });
    return referral;
  }

  async rewrite(work: Work, referral: Referral, content: DraftContent): Promise<Referral> {
    const { toAgencyId, serviceCode, urgency, clientIds } = content;
    const moved = await this.moves.make(work, referral, 'edit', {
      set: {
        toAgencyId,
        serviceCode,
        urgency,
        clientIds,
        followsReferralId: content.followsReferralId ?? null,
      },
      facts: { toAgencyId, serviceCode, urgency, clients: clientIds.length },
    });
    const draft = await this.row(work, referral.id);
    const wordsSealed = await this.seal(work, referral.caseId, draft.id, content.words);
    await work.manager.update(
      ReferralDraft,
      { id: draft.id },
      { wordsSealed, levels: { ...content.levels } },
    );
    return moved;
  }

  /** The sheet of a referral that was sent, as its update was written on it. What was frozen before stays as it was. */
  async rewriteSheet(
    work: Work,
    referral: Pick<Referral, 'id' | 'caseId'>,
    { words, levels }: { words: DraftWords; levels: DraftLevels },
  ): Promise<void> {
    const draft = await this.row(work, referral.id);
    const wordsSealed = await this.seal(work, referral.caseId, draft.id, words);
    await work.manager.update(ReferralDraft, { id: draft.id }, { wordsSealed, levels: { ...levels } });
  }

  /** What was written, opened; for the sender's side only, row-level security sees to that. */
  async read(
    work: Work,
    referral: Pick<Referral, 'id' | 'caseId'>,
  ): Promise<{ words: DraftWords; levels: DraftLevels }> {
    const draft = await this.row(work, referral.id);
    const vault = await this.vault.open(work, referral.caseId);
    const words = JSON.parse(vault.unseal('referral_draft.words', draft.id, draft.wordsSealed)) as DraftWords;
    return { words, levels: draft.levels };
  }

  private row(work: Work, referralId: string): Promise<ReferralDraft> {
    return work.manager.findOneByOrFail(ReferralDraft, { referralId });
  }

  private async seal(work: Work, caseId: string, draftId: string, words: DraftWords): Promise<Buffer> {
    const vault = await this.vault.open(work, caseId);
    return vault.seal('referral_draft.words', draftId, JSON.stringify(words));
  }
}
