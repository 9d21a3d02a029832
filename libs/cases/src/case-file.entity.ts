import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Mandate, Track } from './rules/tracks.js';

/** A case as it is stored. What it says about danger, track and stage follows from rules; nobody types those. */
@Entity({ schema: 'simpul', name: 'case_file' })
export class CaseFile {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'text' })
  number: string;

  @Column({ type: 'uuid', name: 'agency_id' })
  agencyId: string;

  @Column({ type: 'uuid', name: 'owner_account_id' })
  ownerAccountId: string;

  @Column({ type: 'text' })
  mandate: Mandate;

  @Column({ type: 'text', array: true })
  tracks: Track[];

  @Column({ type: 'text', array: true })
  contexts: string[];

  @Column({ type: 'text', array: true, name: 'violence_types' })
  violenceTypes: string[];

  @Column({ type: 'boolean', name: 'trafficking_concluded' })
  traffickingConcluded: boolean;

  @Column({ type: 'text', nullable: true })
  risk: string | null;

  @Column({ type: 'text', name: 'client_safe_now' })
  clientSafeNow: string;

  @Column({ type: 'text', nullable: true })
  place: string | null;

  @Column({ type: 'boolean' })
  online: boolean;

  @Column({ type: 'timestamptz', name: 'occurred_at', nullable: true })
  occurredAt: Date | null;

  @Column({ type: 'timestamptz', name: 'known_at', nullable: true })
  knownAt: Date | null;

  @Column({ type: 'timestamptz', name: 'reported_at' })
  reportedAt: Date;

  @Column({ type: 'bytea', name: 'chronology_sealed', nullable: true })
  chronologySealed: Buffer | null;

  @Column({ type: 'timestamptz', name: 'closed_at', nullable: true })
  closedAt: Date | null;
}

/** Who works on a case, from when to when. */
@Entity({ schema: 'simpul', name: 'case_member' })
export class CaseMember {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'case_id' })
  caseId: string;

  @Column({ type: 'uuid', name: 'account_id' })
  accountId: string;

  @Column({ type: 'uuid', name: 'agency_id' })
  agencyId: string;

  @Column({ type: 'timestamptz' })
  since: Date;

  @Column({ type: 'timestamptz', nullable: true })
  until: Date | null;
}
