import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RiskLevel } from './rules/risk.js';

/** One look at the danger in a case. Never changed; the latest one counts. */
@Entity({ schema: 'simpul', name: 'screening' })
export class Screening {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'case_id' })
  caseId: string;

  @Column({ type: 'uuid', name: 'screened_by' })
  screenedBy: string;

  @Column({ type: 'uuid', name: 'second_account_id', nullable: true })
  secondAccountId: string | null;

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
}

/** What was told at a screening; sealed. */
export interface ScreeningAnswers {
  redFlags: string[];
  recruitment: string[];
  control: string[];
  conclusion: string | null;
}
