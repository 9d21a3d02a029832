import { Column, Entity, PrimaryColumn } from 'typeorm';

/** TEAM: everybody on the case. CLINICAL: its author and the owner of the case, nobody above them. */
export const NOTE_AUDIENCES = ['TEAM', 'CLINICAL'] as const;
export type NoteAudience = (typeof NOTE_AUDIENCES)[number];

@Entity({ schema: 'simpul', name: 'case_note' })
export class CaseNote {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'case_id' })
  caseId: string;

  @Column({ type: 'uuid', name: 'author_id' })
  authorId: string;

  @Column({ type: 'text' })
  audience: NoteAudience;

  @Column({ type: 'bytea', name: 'text_sealed' })
  textSealed: Buffer;
}
