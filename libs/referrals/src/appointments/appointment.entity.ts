import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AppointmentStatus } from '../rules/appointment.js';

/** One meeting that was agreed for a referral. Codes, ids and times only. */
@Entity({ schema: 'simpul', name: 'appointment' })
export class Appointment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'referral_id' }) referralId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('timestamptz') at: Date;
  /** Code of list TEMPAT_JANJI. */
  @Column('text') place: string;
  /** Code of list PENDAMPING_JANJI. */
  @Column('text') escort: string;
  @Column('uuid', { name: 'escort_account_id', nullable: true }) escortAccountId: string | null;
  /** Codes of list KEBUTUHAN_JANJI. */
  @Column('text', { array: true }) accommodations: string[];
  /** What the clock of whoever comes along hangs on: a new one with each arrangement. */
  @Column('uuid', { name: 'arrangement_id' }) arrangementId: string;
  @Column('uuid', { name: 'follows_id', nullable: true }) followsId: string | null;
  @Column('uuid', { name: 'set_by' }) setBy: string;
  @Column('text') status: AppointmentStatus;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @Column('timestamptz', { name: 'decided_at', nullable: true }) decidedAt: Date | null;
}

/** A time that the case team got in touch, or tried to, after one that could not be kept. */
@Entity({ schema: 'simpul', name: 'appointment_follow_up' })
export class AppointmentFollowUp {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'appointment_id' }) appointmentId: string;
  @Column('uuid', { name: 'referral_id' }) referralId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  /** Code of list TINDAK_LANJUT_JANJI. */
  @Column('text') outcome: string;
  @Column('uuid', { name: 'made_by' }) madeBy: string;
  @Column('timestamptz') at: Date;
}
