import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { HeldStatus, ReferralStatus } from './rules/referral-lifecycle.js';

/** A referral as it is stored. What was asked and shared lies sealed in other tables; here are codes, ids and times. */
@Entity({ schema: 'simpul', name: 'referral' })
export class Referral {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  /** Null while it is bare, as its risk is: its receiver reads this row. */
  @Column('text', { name: 'case_number', nullable: true }) caseNumber: string | null;
  @Column('text', { nullable: true }) number: string | null;
  @Column('text', { name: 'slip_code', nullable: true, select: false }) slipCode: string | null;
  @Column('uuid', { name: 'from_agency_id' }) fromAgencyId: string;
  @Column('uuid', { name: 'to_agency_id' }) toAgencyId: string;
  @Column('text', { name: 'service_code' }) serviceCode: string;
  @Column('text') urgency: 'SEGERA' | 'BIASA';
  @Column('text') status: ReferralStatus;
  @Column('text', { name: 'held_from', nullable: true }) heldFrom: HeldStatus | null;
  @Column('text', { nullable: true }) risk: string | null;
  @Column('uuid', { name: 'client_ids', array: true }) clientIds: string[];
  @Column('uuid', { name: 'basis_ids', array: true }) basisIds: string[];
  @Column('uuid', { name: 'follows_referral_id', nullable: true }) followsReferralId: string | null;
  /** One need asked of several agencies: those asked together. */
  @Column('uuid', { name: 'fan_id', nullable: true }) fanId: string | null;
  /** Asked among several and not accepted by this one: its receiver sees the question alone. */
  @Column('boolean', { default: false }) bare: boolean;
  @Column('text', { name: 'asked_age_bands', array: true, nullable: true }) askedAgeBands: string[] | null;
  @Column('text', { name: 'asked_region_code', nullable: true }) askedRegionCode: string | null;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', name: 'created_at', insert: false, update: false }) createdAt: Date;
  @Column('timestamptz', { name: 'sent_at', nullable: true }) sentAt: Date | null;
  @Column('uuid', { name: 'sent_by', nullable: true }) sentBy: string | null;
  @Column('timestamptz', { name: 'opened_at', nullable: true }) openedAt: Date | null;
  @Column('uuid', { name: 'opened_by', nullable: true }) openedBy: string | null;
  @Column('timestamptz', { name: 'acknowledged_at', nullable: true }) acknowledgedAt: Date | null;
  @Column('timestamptz', { name: 'accepted_at', nullable: true }) acceptedAt: Date | null;
  @Column('text', { name: 'responsible_name', nullable: true }) responsibleName: string | null;
  @Column('uuid', { name: 'responsible_account_id', nullable: true }) responsibleAccountId: string | null;
  @Column('timestamptz', { name: 'appointment_at', nullable: true }) appointmentAt: Date | null;
  @Column('bytea', { name: 'appointment_place_sealed', nullable: true, select: false })
  appointmentPlaceSealed: Buffer | null;
  @Column('timestamptz', { name: 'started_at', nullable: true }) startedAt: Date | null;
  @Column('timestamptz', { name: 'last_feedback_at', nullable: true }) lastFeedbackAt: Date | null;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('text', { name: 'rejection_reason', nullable: true, select: false }) rejectionReason: string | null;
  @Column('text', { name: 'failure_reason', nullable: true, select: false }) failureReason: string | null;
  @Column('text', { nullable: true, select: false }) outcome: string | null;
  /** Code of list ALASAN_SEBAGIAN: why not all of it was given. */
  @Column('text', { nullable: true, select: false }) shortfall: string | null;
  @Column('text', { name: 'cancelled_by', nullable: true }) cancelledBy: 'SENDER' | 'CONSENT' | 'FAN' | null;
  @Column('bytea', { name: 'ending_words_sealed', nullable: true, select: false })
  endingWordsSealed: Buffer | null;
  @Column('timestamptz', { name: 'confirmed_at', nullable: true }) confirmedAt: Date | null;
  /** The version of the frozen packet that the receiver reads. */
  @Column('int', { name: 'packet_version' }) packetVersion: number;
  /** Whether that packet tells the level of risk. */
  @Column('boolean', { name: 'tells_risk' }) tellsRisk: boolean;
  /** Counts the changes; the database's trigger raises it. */
  @Column({ type: 'int', insert: false, update: false }) version: number;
}

/** What the sender writes and chooses for the receiver. No receiver can read this row. */
@Entity({ schema: 'simpul', name: 'referral_draft' })
export class ReferralDraft {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'referral_id' }) referralId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('bytea', { name: 'words_sealed' }) wordsSealed: Buffer;
  @Column('jsonb') levels: Record<string, 'NONE' | 'MASKED' | 'FULL'>;
}

/** One move of a referral: who, from where to where, and the ledger's entry that proves it. */
@Entity({ schema: 'simpul', name: 'referral_move' })
export class ReferralMove {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'referral_id' }) referralId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('int') position: number;
  @Column('text') act: string;
  @Column('text') party: string;
  @Column('text', { name: 'from_status' }) fromStatus: string;
  @Column('text', { name: 'to_status' }) toStatus: string;
  @Column('uuid', { name: 'account_id', nullable: true }) accountId: string | null;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { name: 'ledger_entry_id' }) ledgerEntryId: string;
  @Column('timestamptz') at: Date;
}
