import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A fact outside the system that somebody recorded: the police have the report, protection was given. */
@Entity({ schema: 'simpul', name: 'milestone' })
export class Milestone {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'case_id' })
  caseId: string;

  @Column({ type: 'text' })
  kind: string;

  @Column({ type: 'timestamptz' })
  at: Date;

  @Column({ type: 'uuid', name: 'recorded_by' })
  recordedBy: string;
}
