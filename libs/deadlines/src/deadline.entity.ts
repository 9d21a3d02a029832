import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeadlineStatus } from './rules/deadline-lifecycle.js';

/** One clock that runs for somebody: which rule in which version, since when, until when, why, and who owes the act. */
@Entity({ schema: 'simpul', name: 'deadline' })
export class Deadline {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'rule_id' }) ruleId: string;
  @Column('text') slug: string;
  @Column('uuid', { name: 'case_id', nullable: true }) caseId: string | null;
  @Column('uuid', { name: 'referral_id', nullable: true }) referralId: string | null;
  @Column('uuid', { name: 'report_id', nullable: true }) reportId: string | null;
  /** The thing that it counts for, where a case has several at once: one consent, one emergency access. */
  @Column('uuid', { name: 'about_id', nullable: true }) aboutId: string | null;
  @Column('text', { name: 'trigger_event' }) triggerEvent: string;
  @Column('timestamptz', { name: 'trigger_at' }) triggerAt: Date;
  @Column('timestamptz', { name: 'armed_at' }) armedAt: Date;
  /** Null when the rule names no number: there is no due time and none may be invented. */
  @Column('timestamptz', { name: 'due_at', nullable: true }) dueAt: Date | null;
  @Column('boolean') estimated: boolean;
  @Column('text', { name: 'why_id' }) whyId: string;
  @Column('text', { name: 'why_en' }) whyEn: string;
  @Column('text') status: DeadlineStatus;
  @Column('uuid', { name: 'owing_agency_id', nullable: true }) owingAgencyId: string | null;
  @Column('uuid', { name: 'owing_account_id', nullable: true }) owingAccountId: string | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('timestamptz', { name: 'missed_at', nullable: true }) missedAt: Date | null;
  @Column('timestamptz', { name: 'paused_at', nullable: true }) pausedAt: Date | null;
  /** Paused by a question to the other side, not by a person at a desk. */
  @Column('boolean', { name: 'paused_by_event' }) pausedByEvent: boolean;
  @Column('uuid', { name: 'waiver_proposed_by', nullable: true }) waiverProposedBy: string | null;
  @Column('timestamptz', { name: 'waiver_proposed_at', nullable: true }) waiverProposedAt: Date | null;
}

/** One moment at which somebody is told. Claimed once, by a guarded update in the transaction of its effect. */
@Entity({ schema: 'simpul', name: 'deadline_step' })
export class DeadlineStep {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'deadline_id' }) deadlineId: string;
  @Column('text') rung: string;
  @Column('timestamptz', { name: 'fire_at' }) fireAt: Date;
  @Column('text', { array: true }) tells: string[];
  @Column('boolean', { name: 'marks_missed' }) marksMissed: boolean;
  @Column('text') status: 'pending' | 'fired' | 'superseded' | 'cancelled';
}

/** The history: every change of a deadline, the old due time included. */
@Entity({ schema: 'simpul', name: 'deadline_change' })
export class DeadlineChange {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'deadline_id' }) deadlineId: string;
  @Column('text') change: string;
  @Column('text', { name: 'from_status', nullable: true }) fromStatus: string | null;
  @Column('text', { name: 'to_status' }) toStatus: string;
  @Column('text', { nullable: true }) event: string | null;
  @Column('timestamptz', { name: 'due_before', nullable: true }) dueBefore: Date | null;
  @Column('timestamptz', { name: 'due_after', nullable: true }) dueAfter: Date | null;
  /** The version of the rule that holds after the change. */
  @Column('uuid', { name: 'rule_id', nullable: true }) ruleId: string | null;
  @Column('uuid', { name: 'actor_id', nullable: true }) actorId: string | null;
  @Column('bytea', { name: 'reason_sealed', nullable: true }) reasonSealed: Buffer | null;
}
