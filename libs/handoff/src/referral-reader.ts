import type { Actor } from '#access';
import type { Agency } from '#agencies';
import { readCaseFacts } from '#cases';
import { covers, LawfulBases } from '#consent';
import type { Work } from '#database';
import { deadlinesOf, type OpenedDeadline } from '#deadlines';
import {
  ReceiverChecks,
  ReferralDrafts,
  sideOf,
  type DraftLevels,
  type DraftWords,
  type ReferralRow,
} from '#referrals';
import { Injectable } from '@nestjs/common';
import {
  HandoffTrail,
  type OpenedFeedback,
  type OpenedMessage,
  type OpenedMove,
} from './handoff-trail.queries.js';
import { linkStanding, type LinkStanding } from './link/link-standing.queries.js';
import { Snapshots, type OpenedSnapshot } from './snapshots.queries.js';

export interface ReferralContent {
  /** The sender's own words; absent for the receiver, who has the packet. */
  readonly draft: { readonly words: DraftWords; readonly levels: DraftLevels } | null;
  readonly snapshot: OpenedSnapshot | null;
  readonly appointmentPlace: string | null;
  readonly endingWords: string | null;
  readonly messages: OpenedMessage[];
  readonly feedback: OpenedFeedback[];
  readonly moves: OpenedMove[];
  readonly deadlines: OpenedDeadline[];
  /** Whom to ask next after a refusal or a failure, and whether a basis covers asking them. Sender only. */
  readonly alternatives: { readonly agency: Agency; readonly covered: boolean }[];
  /** How the receiver answers. Sender only, once it was sent. */
  readonly link: LinkStanding | null;
}

/** Opens what belongs to a referral. Row-level security decides what there is to open. */
@Injectable()
export class ReferralReader {
  constructor(
    private readonly snapshots: Snapshots,
    private readonly trail: HandoffTrail,
    private readonly drafts: ReferralDrafts,
    private readonly receivers: ReceiverChecks,
    private readonly bases: LawfulBases,
  ) {}

  /** Whether the receiver may read it now: not withdrawn, and every basis it rests on lives. Asked on every read. */
  async isReadable(work: Work, id: string): Promise<boolean> {
    const [row] = await work.query<{ readable: boolean }>(
      'select simpul.referral_is_readable($1) as readable',
      [id],
    );
    return row!.readable;
  }

  async content(work: Work, row: ReferralRow, actor: Actor): Promise<ReferralContent> {
    const sender = sideOf(row, actor) === 'case-team';
    return {
      draft: sender ? await this.drafts.read(work, row) : null,
      snapshot: await this.snapshots.of(work, row),
      ...(await this.trail.ownWords(work, row)),
      messages: await this.trail.messages(work, row),
      feedback: await this.trail.feedback(work, row),
      moves: await this.trail.moves(work, row.id),
      deadlines: await deadlinesOf(work, { referralId: row.id }),
      alternatives: sender && NEEDS_ANOTHER.includes(row.status) ? await this.alternatives(work, row) : [],
      link: sender && row.sentAt ? await linkStanding(work, row) : null,
    };
  }

  private async alternatives(work: Work, row: ReferralRow): Promise<ReferralContent['alternatives']> {
    const facts = await readCaseFacts(work, row.caseId);
    const open = await this.receivers.alternatives(work, facts, row.serviceCode, [row.toAgency.id]);
    const bases = await this.bases.ofCase(work, row.caseId);
    return open.map((agency) => {
      const need = { receiverKind: agency.kind, receiverAgencyId: agency.id, serviceCode: row.serviceCode };
      return { agency, covered: covers(bases, need, ['OWN_REFERRAL'], work.at).missing.length === 0 };
    });
  }
}

const NEEDS_ANOTHER: readonly string[] = ['rejected', 'failed'];
