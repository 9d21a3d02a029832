import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Basis, BasisDecision, VoidReason } from './rules/lawful-basis.js';
import type { EndsFor } from './rules/ends.js';
import type { NoWitness } from './rules/how-asked.js';

/** A lawful basis as it is stored. Written once; only its end is added later, or what a second person decided of it. */
@Entity({ schema: 'simpul', name: 'lawful_basis' })
export class LawfulBasis {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'case_id' })
  caseId: string;

  @Column({ type: 'text' })
  basis: Basis;

  @Column({ type: 'text', nullable: true })
  answer: 'GIVEN' | 'REFUSED' | null;

  @Column({ type: 'text', name: 'receiver_kind' })
  receiverKind: string;

  @Column({ type: 'uuid', name: 'receiver_agency_id', nullable: true })
  receiverAgencyId: string | null;

  @Column({ type: 'text', array: true })
  scopes: string[];

  @Column({ type: 'text', nullable: true })
  purpose: string | null;

  @Column({ type: 'text', name: 'given_by' })
  givenBy: 'SELF' | 'GUARDIAN' | 'NONE';

  @Column({ type: 'uuid', name: 'guardian_person_id', nullable: true })
  guardianPersonId: string | null;

  @Column({ type: 'bytea', name: 'guardian_relation_sealed', nullable: true })
  guardianRelationSealed: Buffer | null;

  @Column({ type: 'text', name: 'child_assent', nullable: true })
  childAssent: 'GIVEN' | 'REFUSED' | 'NOT_ASKED' | null;

  @Column({ type: 'bytea', name: 'witness_sealed', nullable: true })
  witnessSealed: Buffer | null;

  @Column({ type: 'text', nullable: true })
  language: string | null;

  @Column({ type: 'text', name: 'text_version', nullable: true })
  textVersion: string | null;

  @Column({ type: 'text', name: 'how_recorded' })
  howRecorded: 'LISAN' | 'TERTULIS' | 'REKAMAN';

  @Column({ type: 'text' })
  citation: string;

  @Column({ type: 'boolean', name: 'told_client', nullable: true })
  toldClient: boolean | null;

  @Column({ type: 'bytea', name: 'told_words_sealed', nullable: true })
  toldWordsSealed: Buffer | null;

  @Column({ type: 'uuid', name: 'recorded_by' })
  recordedBy: string;

  @Column({ type: 'timestamptz', name: 'recorded_at' })
  recordedAt: Date;

  @Column({ type: 'timestamptz', name: 'expires_at', nullable: true })
  expiresAt: Date | null;

  @Column({ type: 'timestamptz', name: 'withdrawn_at', nullable: true })
  withdrawnAt: Date | null;

  @Column({ type: 'uuid', name: 'withdrawn_by', nullable: true })
  withdrawnBy: string | null;

  @Column({ type: 'bytea', name: 'withdrawal_reason_sealed', nullable: true })
  withdrawalReasonSealed: Buffer | null;

  /** Stands against the client's own no: opens nothing until a second person has countersigned it. */
  @Column({ type: 'boolean', name: 'against_refusal' })
  againstRefusal: boolean;

  @Column({ type: 'bytea', name: 'why_sealed', nullable: true })
  whySealed: Buffer | null;

  @Column({ type: 'text', nullable: true })
  decision: BasisDecision | null;

  @Column({ type: 'uuid', name: 'decided_by', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'timestamptz', name: 'decided_at', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'bytea', name: 'decision_reason_sealed', nullable: true })
  decisionReasonSealed: Buffer | null;

  @Column({ type: 'text', name: 'void_reason', nullable: true })
  voidReason: VoidReason | null;

  /** Codes of list AKOMODASI: how it was made possible to understand and to answer. */
  @Column({ type: 'text', array: true })
  accommodations: string[];

  @Column({ type: 'text', name: 'text_hash', nullable: true })
  textHash: string | null;

  @Column({ type: 'text', name: 'no_witness', nullable: true })
  noWitness: NoWitness | null;

  @Column({ type: 'text', name: 'ends_for', nullable: true })
  endsFor: EndsFor | null;
}
