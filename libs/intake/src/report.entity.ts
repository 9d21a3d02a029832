import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReportStatus } from './rules/report-lifecycle.js';

/**
 * A report as it came in. What was told is sealed by the server's key while there is no case, and by the case's key
 * from the opening or joining on.
 */
@Entity({ schema: 'simpul', name: 'report' })
export class Report {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'agency_id' })
  agencyId: string;

  @Column({ type: 'uuid', name: 'received_by' })
  receivedBy: string;

  @Column({ type: 'text' })
  channel: string;

  @Column({ type: 'text', name: 'reporter_kind' })
  reporterKind: string;

  @Column({ type: 'timestamptz', name: 'received_at' })
  receivedAt: Date;

  @Column({ type: 'timestamptz', name: 'occurred_at', nullable: true })
  occurredAt: Date | null;

  @Column({ type: 'timestamptz', name: 'known_at', nullable: true })
  knownAt: Date | null;

  @Column({ type: 'text', name: 'client_safe_now' })
  clientSafeNow: string;

  @Column({ type: 'text', array: true, name: 'violence_types' })
  violenceTypes: string[];

  @Column({ type: 'text', array: true })
  contexts: string[];

  @Column({ type: 'text', nullable: true })
  place: string | null;

  @Column({ type: 'boolean' })
  online: boolean;

  @Column({ type: 'int' })
  victims: number;

  @Column({ type: 'int', name: 'reported_persons' })
  reportedPersons: number;

  @Column({ type: 'text' })
  status: ReportStatus;

  @Column({ type: 'uuid', name: 'case_id', nullable: true })
  caseId: string | null;

  @Column({ type: 'text', name: 'sealed_by' })
  sealedBy: 'SERVER' | 'CASE';

  @Column({ type: 'bytea', name: 'narrative_sealed' })
  narrativeSealed: Buffer;

  @Column({ type: 'bytea', name: 'people_sealed', nullable: true })
  peopleSealed: Buffer | null;

  @Column({ type: 'bytea', name: 'external_ref_sealed', nullable: true })
  externalRefSealed: Buffer | null;

  @Column({ type: 'bytea', name: 'reason_sealed', nullable: true })
  reasonSealed: Buffer | null;

  @Column({ type: 'uuid', name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt: Date | null;
}
