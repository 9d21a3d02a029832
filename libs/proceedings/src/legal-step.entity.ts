import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { LegalStepKind } from './rules/legal-step.js';
import type { Deviation } from './rules/order.js';

/** A step at police, prosecutor or court that came. Written once; taking it back is a mark on it, with a reason. */
@Entity({ schema: 'simpul', name: 'legal_step' })
export class LegalStep {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') kind: LegalStepKind;
  /** Whose act it was, where the directory knows the agency. */
  @Column('uuid', { name: 'agency_id', nullable: true }) agencyId: string | null;
  @Column('timestamptz') at: Date;
  @Column('timestamptz', { name: 'known_at' }) knownAt: Date;
  @Column('timestamptz', { name: 'next_at', nullable: true }) nextAt: Date | null;
  @Column('bytea', { name: 'number_sealed', nullable: true }) numberSealed: Buffer | null;
  @Column('text', { name: 'out_of_order', nullable: true }) outOfOrder: Deviation | null;
  @Column('bytea', { name: 'reason_sealed', nullable: true }) reasonSealed: Buffer | null;
  /** The events of the register that it was. */
  @Column('uuid', { name: 'milestone_ids', array: true }) milestoneIds: string[];
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
  @Column('timestamptz', { name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @Column('uuid', { name: 'withdrawn_by', nullable: true }) withdrawnBy: string | null;
  @Column('bytea', { name: 'withdrawal_reason_sealed', nullable: true })
  withdrawalReasonSealed: Buffer | null;
}
