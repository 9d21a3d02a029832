import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A note as one receiver may read it: frozen as it was shared, on the bases that it rests on. Ending it leaves it here. */
@Entity({ schema: 'simpul', name: 'note_share' })
export class NoteShare {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'note_id' }) noteId: string;
  @Column('uuid', { name: 'case_id' }) caseId: string;
  @Column('uuid', { name: 'referral_id' }) referralId: string;
  @Column('text', { array: true }) scopes: string[];
  @Column('uuid', { name: 'basis_ids', array: true }) basisIds: string[];
  @Column('bytea', { name: 'text_sealed' }) textSealed: Buffer;
  @Column('uuid', { name: 'shared_by' }) sharedBy: string;
  @Column('timestamptz', { name: 'shared_at' }) sharedAt: Date;
  @Column('timestamptz', { name: 'ended_at', nullable: true }) endedAt: Date | null;
  @Column('uuid', { name: 'ended_by', nullable: true }) endedBy: string | null;
  @Column('bytea', { name: 'end_reason_sealed', nullable: true }) endReasonSealed: Buffer | null;
}
