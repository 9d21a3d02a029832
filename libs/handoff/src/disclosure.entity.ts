import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisclosedField } from './rules/disclose.js';
import type { FieldChange } from './rules/packet-changes.js';

/** The packet as it was sent, or as a later update of it. Written once; the values are sealed, the names of the fields and their levels are not. */
@Entity({ schema: 'simpul', name: 'disclosure' })
export class Disclosure {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'referral_id' }) referralId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('jsonb') fields: Omit<DisclosedField, 'value'>[];
  @Column('jsonb') basis: FrozenBasis[];
  @Column('uuid', { name: 'basis_ids', array: true }) basisIds: string[];
  @Column('bytea', { name: 'packet_sealed' }) packetSealed: Buffer;
  @Column('timestamptz', { name: 'frozen_at' }) frozenAt: Date;
  @Column('uuid', { name: 'frozen_by', nullable: true }) frozenBy: string | null;
  /** 1 as sent; each later one was approved by the sender. */
  @Column('int') version: number;
  /** What is other than in the version before; names only. */
  @Column('jsonb') changes: FieldChange[];
}

export interface FrozenBasis {
  readonly dataClass: string;
  readonly basisId: string;
  readonly basis: string;
}

/** A question of the receiver or the sender's answer to it. */
@Entity({ schema: 'simpul', name: 'referral_message' })
export class ReferralMessage {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'referral_id' }) referralId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') kind: 'QUESTION' | 'ANSWER';
  @Column('uuid', { name: 'author_id' }) authorId: string;
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @Column('bytea', { name: 'text_sealed' }) textSealed: Buffer;
  @Column('timestamptz') at: Date;
}

/** What the receiver reports back (rujukan balik): the first service, interim, the outcome, or why it failed. */
@Entity({ schema: 'simpul', name: 'feedback' })
export class Feedback {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'referral_id' }) referralId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('text') kind: FeedbackKind;
  @Column('uuid', { name: 'author_id' }) authorId: string;
  @Column('uuid', { name: 'agency_id' }) agencyId: string;
  @Column('bytea', { name: 'text_sealed', nullable: true }) textSealed: Buffer | null;
  @Column('bytea', { name: 'remains_sealed', nullable: true }) remainsSealed: Buffer | null;
  @Column('text', { nullable: true }) outcome: string | null;
  @Column('text', { name: 'failure_reason', nullable: true }) failureReason: string | null;
  @Column('timestamptz', { name: 'next_at', nullable: true }) nextAt: Date | null;
  @Column('timestamptz') at: Date;
}

export type FeedbackKind = 'START' | 'PROGRESS' | 'OUTCOME' | 'FAILURE';
