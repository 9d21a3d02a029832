import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AftercareOutcome } from './rules/aftercare.js';
import type { ClosingStatus, Rights } from './rules/closing.js';

/** The end of a case, from its proposal on. One row for each time that somebody proposed it. */
@Entity({ schema: 'simpul', name: 'case_closing' })
export class CaseClosing {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  /** Code of list ALASAN_TERMINASI. */
  @Column('text') reason: string;
  @Column('jsonb') rights: Rights;
  @Column('bytea', { name: 'summary_sealed' }) summarySealed: Buffer;
  @Column('boolean', { name: 'after_care' }) afterCare: boolean;
  @Column('uuid', { name: 'proposed_by' }) proposedBy: string;
  @Column('timestamptz', { name: 'proposed_at' }) proposedAt: Date;
  @Column('text') status: ClosingStatus;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('bytea', { name: 'decision_sealed', nullable: true }) decisionSealed: Buffer | null;
  @Column('uuid', { name: 'reopened_by', nullable: true }) reopenedBy: string | null;
  @Column('timestamptz', { name: 'reopened_at', nullable: true }) reopenedAt: Date | null;
  @Column('bytea', { name: 'reopening_sealed', nullable: true }) reopeningSealed: Buffer | null;
}

/** One try to hear how somebody is after the end of their case. */
@Entity({ schema: 'simpul', name: 'aftercare_check' })
export class AftercareCheck {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') outcome: AftercareOutcome;
  @Column('bytea', { name: 'note_sealed', nullable: true }) noteSealed: Buffer | null;
  @Column('uuid', { name: 'done_by' }) doneBy: string;
  @Column('timestamptz') at: Date;
}
