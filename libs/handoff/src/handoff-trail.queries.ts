import type { Work } from '#database';
import type { ReferralRow } from '#referrals';
import { Vault } from '#vault';
import { Injectable } from '@nestjs/common';
import type { FeedbackKind } from './disclosure.entity.js';
import type { FieldChange } from './rules/packet-changes.js';
import { withUpdates, type UpdateStep } from './rules/trail.js';

interface Written {
  readonly id: string;
  readonly at: Date;
  readonly authorName: string | null;
  readonly agencyName: string | null;
}
export interface OpenedMessage extends Written {
  readonly kind: 'QUESTION' | 'ANSWER';
  readonly text: string;
}
export interface OpenedFeedback extends Written {
  readonly kind: FeedbackKind;
  readonly text: string | null;
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly nextAt: Date | null;
  readonly remains: string | null;
}
export interface OpenedNote extends Written {
  readonly text: string;
}
export type OpenedMove = Move | UpdateStep;
interface Move {
  readonly id: string;
  readonly at: Date;
  readonly act: string;
  readonly fromStatus: string;
  readonly toStatus: string;
  readonly reason: string | null;
  readonly actorName: string | null;
  readonly agencyName: string | null;
}

interface Changed {
  readonly changes: readonly FieldChange[];
}
type Sealed<T> = Omit<T, 'text'> & { readonly sealed: Buffer | null };

/** What followed the sending: questions, answers, feedback, moves; texts opened for whom row-level security lets. */
@Injectable()
export class HandoffTrail {
  constructor(private readonly vault: Vault) {}

  async messages(work: Work, { id, caseId }: ReferralRow): Promise<OpenedMessage[]> {
    const rows = await work.query<Sealed<OpenedMessage>>(
      `select m.id, m.at, m.kind, m.text_sealed as sealed, a.display_name as "authorName", g.name as "agencyName"
         from simpul.referral_message m left join simpul.account a on a.id = m.author_id
         left join simpul.agency g on g.id = m.agency_id
        where m.referral_id = $1 order by m.at, m.id`,
      [id],
    );
    if (rows.length === 0) return [];
    const vault = await this.vault.open(work, caseId);
    return rows.map(({ sealed, ...row }) => ({
      ...row,
      text: vault.unseal('referral_message.text', row.id, sealed!),
    }));
  }

  async feedback(work: Work, { id, caseId }: ReferralRow): Promise<OpenedFeedback[]> {
    const rows = await work.query<Sealed<OpenedFeedback> & { remainsSealed: Buffer | null }>(
      `select b.id, b.at, b.kind, b.text_sealed as sealed, b.remains_sealed as "remainsSealed", b.outcome, b.failure_reason as reason, b.next_at as "nextAt",
              a.display_name as "authorName", g.name as "agencyName"
         from simpul.feedback b left join simpul.account a on a.id = b.author_id
         left join simpul.agency g on g.id = b.agency_id
        where b.referral_id = $1 order by b.at, b.id`,
      [id],
    );
    if (rows.length === 0) return [];
    const vault = await this.vault.open(work, caseId);
    return rows.map(({ sealed, remainsSealed, ...row }) => ({
      ...row,
      text: sealed && vault.unseal('feedback.text', row.id, sealed),
      remains: remainsSealed && vault.unseal('feedback.remains', row.id, remainsSealed),
    }));
  }

  /** Notes that the holder of this referral may read; a share that was ended is in the case, not here. */
  async notes(work: Work, { id, caseId }: ReferralRow): Promise<OpenedNote[]> {
    const rows = await work.query<Sealed<OpenedNote>>(
      `select s.id, s.shared_at as at, s.text_sealed as sealed, a.display_name as "authorName",
              a.agency_name as "agencyName"
         from simpul.note_share s left join simpul.account a on a.id = s.shared_by
        where s.referral_id = $1 and s.ended_at is null order by s.shared_at, s.id`,
      [id],
    );
    if (rows.length === 0) return [];
    const vault = await this.vault.open(work, caseId);
    return rows.map(({ sealed, ...row }) => ({
      ...row,
      text: vault.unseal('note_share.text', row.id, sealed!),
    }));
  }

  /** What happened, the updates of the packet among it. A receiver sees the update that it has, and none before. */
  async moves(work: Work, id: string): Promise<OpenedMove[]> {
    const moves = await work.query<Move>(
      `select m.id, m.at, m.act, m.from_status as "fromStatus", m.to_status as "toStatus", m.reason,
              a.display_name as "actorName", a.agency_name as "agencyName"
         from simpul.referral_move m left join simpul.account a on a.id = m.account_id
        where m.referral_id = $1 order by m.position`,
      [id],
    );
    const updates = await work.query<Pick<Move, 'id' | 'at' | 'actorName' | 'agencyName'> & Changed>(
      `select d.id, d.frozen_at as at, d.changes, a.display_name as "actorName", a.agency_name as "agencyName"
         from simpul.disclosure d left join simpul.account a on a.id = d.frozen_by
        where d.referral_id = $1 and d.version > 1 order by d.version`,
      [id],
    );
    return withUpdates(moves, updates);
  }

  /** The words that the referral itself holds: where to come, and what its ending act added. */
  async ownWords(
    work: Work,
    row: ReferralRow,
  ): Promise<{ appointmentPlace: string | null; endingWords: string | null }> {
    if (!row.appointmentPlaceSealed && !row.endingWordsSealed)
      return { appointmentPlace: null, endingWords: null };
    const vault = await this.vault.open(work, row.caseId);
    const open = (column: string, cell: Buffer | null): string | null =>
      cell && vault.unseal(`referral.${column}`, row.id, cell);
    return {
      appointmentPlace: open('appointment_place', row.appointmentPlaceSealed),
      endingWords: open('ending_words', row.endingWordsSealed),
    };
  }
}
