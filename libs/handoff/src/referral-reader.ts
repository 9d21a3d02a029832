import type { Actor } from '#access';
import type { Agency } from '#agencies';
import { readCaseFacts } from '#cases';
import { covers, LawfulBases } from '#consent';
import type { Work } from '#database';
import { deadlinesOf, type OpenedDeadline } from '#deadlines';
import {
  agenciesWithAccounts,
  appointmentsOf,
  ReceiverChecks,
  ReferralDrafts,
  sideOf,
  type AppointmentsOfReferral,
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
  type OpenedNote,
} from './handoff-trail.queries.js';
import { LetterNumbers } from './letter/letter-numbers.js';
import { chainOf, type ChainLink } from './chain.queries.js';
import { linkStanding, type LinkStanding } from './link/link-standing.queries.js';
import { Snapshots, type OpenedSnapshot } from './snapshots.queries.js';

export interface ReferralContent {
  /** The sender's own words; absent for the receiver, who has the packet. */
  readonly draft: { readonly words: DraftWords; readonly levels: DraftLevels } | null;
  readonly snapshot: OpenedSnapshot | null;
  readonly appointmentPlace: string | null;
  readonly appointments: AppointmentsOfReferral;
  readonly endingWords: string | null;
  readonly messages: OpenedMessage[];
  readonly feedback: OpenedFeedback[];
  /** Notes of the case that this receiver may read, as they were shared. */
  readonly notes: OpenedNote[];
  readonly moves: OpenedMove[];
  readonly deadlines: OpenedDeadline[];
  /** Whom to ask as well, or next after a refusal, a failure or silence, and whether a basis covers it. Sender only. */
  readonly alternatives: {
    readonly agency: Agency;
    readonly covered: boolean;
    /** Whether somebody there answers in Simpul itself, so that it can be asked among several. */
    readonly answersHere: boolean;
  }[];
  /** All that was asked for this need, the oldest first; empty where it is the only one. Sender only. */
  readonly chain: readonly ChainLink[];
  /** When the receiver's view closes by itself; null for the sender, and where nothing that it rests on has an end. */
  readonly closesAt: Date | null;
  /** How the receiver answers. Sender only, once it was sent. */
  readonly link: LinkStanding | null;
  /** The line "Nomor" of its letter, for the office's agenda. Sender only, once it was sent. */
  readonly letterNumber: string | null;
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
    private readonly letterNumbers: LetterNumbers,
  ) {}

  /** Whether the receiver may read it now: not withdrawn, and every basis it rests on lives. Asked on every read. */
  async isReadable(work: Work, id: string): Promise<boolean> {
    const [row] = await work.query<{ readable: boolean }>(
      'select simpul.referral_is_readable($1) as readable',
      [id],
    );
    return row!.readable;
  }

  private async closesAt(work: Work, id: string): Promise<Date | null> {
    const [row] = await work.query<{ at: Date | null }>('select simpul.view_closes_at($1) as at', [id]);
    return row!.at;
  }

  async content(work: Work, row: ReferralRow, actor: Actor): Promise<ReferralContent> {
    const sender = sideOf(row, actor) === 'case-team';
    const deadlines = await deadlinesOf(work, { referralId: row.id });
    const chain = sender ? await chainOf(work, row) : [];
    return {
      draft: sender ? await this.drafts.read(work, row) : null,
      snapshot: await this.snapshots.of(work, row),
      ...(await this.trail.ownWords(work, row)),
      appointments: await appointmentsOf(work, row, actor),
      messages: await this.trail.messages(work, row),
      feedback: await this.trail.feedback(work, row),
      notes: await this.trail.notes(work, row),
      moves: await this.trail.moves(work, row.id),
      deadlines,
      chain,
      closesAt: sender ? null : await this.closesAt(work, row.id),
      alternatives: sender && mayGoElsewhere(row, deadlines) ? await this.alternatives(work, row, chain) : [],
      link: sender && row.sentAt ? await linkStanding(work, row) : null,
      letterNumber: sender ? this.letterNumbers.of(row) : null,
    };
  }

  private async alternatives(
    work: Work,
    row: ReferralRow,
    chain: readonly ChainLink[],
  ): Promise<ReferralContent['alternatives']> {
    const facts = await readCaseFacts(work, row.caseId);
    // Whoever gave a part may well give the rest.
    const asked =
      row.remainder === 'CONTINUE' ? [] : [row.toAgency.id, ...chain.map((link) => link.agencyId)];
    const open = await this.receivers.alternatives(work, facts, row.serviceCode, asked);
    const bases = await this.bases.ofCase(work, row.caseId);
    const here = await agenciesWithAccounts(
      work,
      open.map(({ id }) => id),
    );
    return open.map((agency) => {
      const need = { receiverKind: agency.kind, receiverAgencyId: agency.id, serviceCode: row.serviceCode };
      const covered = covers(bases, need, ['OWN_REFERRAL'], work.at).missing.length === 0;
      return { agency, covered, answersHere: here.has(agency.id) };
    });
  }
}

/** Declined, failed, given in part with the rest to go on, or past the time that its receiver had; a draft may be sent to somebody else too. */
export function mayGoElsewhere(
  row: Pick<ReferralRow, 'status' | 'toAgency' | 'remainder'>,
  deadlines: readonly Pick<OpenedDeadline, 'status' | 'owingAgencyId'>[],
): boolean {
  if (['draft', 'rejected', 'failed'].includes(row.status) || row.remainder === 'CONTINUE') return true;
  const silent = deadlines.some((one) => one.status === 'missed' && one.owingAgencyId === row.toAgency.id);
  return silent && ['requested', 'received', 'accepted'].includes(row.status);
}
