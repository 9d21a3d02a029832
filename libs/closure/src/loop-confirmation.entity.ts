import type { Remainder } from './rules/remainder.js';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the survivor said, where it was safe to ask; NOT_ASKED is an answer of its own and no blank. */
export const CLIENT_ANSWERS = ['HELPED', 'PARTLY', 'NOT_HELPED', 'NOT_ASKED'] as const;
export type ClientAnswer = (typeof CLIENT_ANSWERS)[number];

/** The closed loop of one referral. */
@Entity({ schema: 'simpul', name: 'loop_confirmation' })
export class LoopConfirmation {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'referral_id' }) referralId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text', { name: 'client_answer' }) clientAnswer: ClientAnswer;
  @Column('bytea', { name: 'note_sealed', nullable: true }) noteSealed: Buffer | null;
  @Column('text', { nullable: true }) remainder: Remainder | null;
  /** Code of list ALASAN_CUKUP. */
  @Column('text', { name: 'enough_reason', nullable: true }) enoughReason: string | null;
  @Column('uuid', { name: 'confirmed_by' }) confirmedBy: string;
  @Column('timestamptz') at: Date;
}
