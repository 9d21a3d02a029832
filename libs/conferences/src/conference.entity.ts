import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConferenceStatus } from './rules/conference-lifecycle.js';

/** A meeting of agencies about one case. */
@Entity({ schema: 'simpul', name: 'conference' })
export class Conference {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') status: ConferenceStatus;
  @Column('timestamptz') at: Date;
  @Column('bytea', { name: 'place_sealed' }) placeSealed: Buffer;
  @Column('uuid', { name: 'called_by' }) calledBy: string;
  @Column('timestamptz', { name: 'minutes_at', nullable: true }) minutesAt: Date | null;
  @Column('uuid', { name: 'minutes_by', nullable: true }) minutesBy: string | null;
  @Column('uuid', { name: 'minutes_by_person', nullable: true }) minutesByPerson: string | null;
  @Column('timestamptz', { name: 'signed_at', nullable: true }) signedAt: Date | null;
  @Column('uuid', { name: 'signed_by', nullable: true }) signedBy: string | null;
  @Column('uuid', { name: 'signed_by_person', nullable: true }) signedByPerson: string | null;
  @Column('bytea', { name: 'cancel_reason_sealed', nullable: true }) cancelReasonSealed: Buffer | null;
}

/** One agency at it, by its referral, for the classes of data that a basis covers for it. */
@Entity({ schema: 'simpul', name: 'conference_seat' })
export class ConferenceSeat {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'conference_id' }) conferenceId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'referral_id' }) referralId: string;
  @Column('text', { array: true }) scopes: string[];
  @Column('uuid', { name: 'basis_ids', array: true }) basisIds: string[];
  @Column('text') answer: 'INVITED' | 'ACCEPTED' | 'DECLINED';
  @Column('uuid', { name: 'answered_by', nullable: true }) answeredBy: string | null;
  @Column('timestamptz', { name: 'answered_at', nullable: true }) answeredAt: Date | null;
  @Column('boolean', { nullable: true }) attended: boolean | null;
  @Column('bytea', { name: 'dissent_sealed', nullable: true }) dissentSealed: Buffer | null;
}

/** One question on the agenda, with what was said about it. */
@Entity({ schema: 'simpul', name: 'conference_item' })
export class ConferenceItem {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'conference_id' }) conferenceId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('int') position: number;
  @Column('text', { array: true }) scopes: string[];
  @Column('bytea', { name: 'question_sealed' }) questionSealed: Buffer;
  @Column('bytea', { name: 'discussion_sealed', nullable: true }) discussionSealed: Buffer | null;
}

/** What was decided about an item, who does it, and until when. */
@Entity({ schema: 'simpul', name: 'conference_decision' })
export class ConferenceDecision {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'conference_id' }) conferenceId: string;
  @Column('uuid', { name: 'conference_item_id' }) itemId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'referral_id', nullable: true }) referralId: string | null;
  @Column('uuid', { name: 'owner_account_id', nullable: true }) ownerAccountId: string | null;
  @Column('bytea', { name: 'text_sealed' }) textSealed: Buffer;
  @Column('timestamptz', { name: 'due_at' }) dueAt: Date;
  @Column('boolean', { name: 'taken_back' }) takenBack: boolean;
  @Column('timestamptz', { name: 'done_at', nullable: true }) doneAt: Date | null;
  @Column('uuid', { name: 'done_by', nullable: true }) doneBy: string | null;
}
