import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ScreeningStatus } from './rules/approval.js';
import type { RiskLevel } from './rules/risk.js';

/** One look at the danger in a case. What was found is never changed. */
@Entity({ schema: 'simpul', name: 'screening' })
export class Screening {
  @PrimaryColumn('uuid')
  id: string;

  /** Drawn by the database: the latest is the one with the highest, whatever the clocks say. */
  @Column({ type: 'bigint', insert: false, update: false })
  turn: string;

  @Column({ type: 'uuid', name: 'case_id' })
  caseId: string;

  @Column({ type: 'uuid', name: 'screened_by' })
  screenedBy: string;

  @Column({ type: 'text' })
  risk: RiskLevel;

  @Column({ type: 'text', name: 'suggested_risk' })
  suggestedRisk: RiskLevel;

  @Column({ type: 'text', name: 'earlier_risk', nullable: true })
  earlierRisk: RiskLevel | null;

  @Column({ type: 'boolean' })
  lowered: boolean;

  @Column({ type: 'boolean', name: 'trafficking_indicated' })
  traffickingIndicated: boolean;

  @Column({ type: 'boolean', name: 'trafficking_concluded' })
  traffickingConcluded: boolean;

  @Column({ type: 'text', name: 'rule_version' })
  ruleVersion: string;

  @Column({ type: 'bytea', name: 'answers_sealed' })
  answersSealed: Buffer;

  @Column({ type: 'bytea', name: 'reason_sealed', nullable: true })
  reasonSealed: Buffer | null;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'text' })
  status: ScreeningStatus;

  @Column({ type: 'uuid', name: 'approved_by', nullable: true })
  approvedBy: string | null;

  @Column({ type: 'timestamptz', name: 'approved_at', nullable: true })
  approvedAt: Date | null;
}

/** What was told at a screening; sealed. */
export interface ScreeningAnswers {
  redFlags: string[];
  recruitment: string[];
  control: string[];
  conclusion: string | null;
}
