import { Column, Entity, PrimaryColumn } from 'typeorm';

export const PERSON_KINDS = ['VICTIM', 'REPORTED', 'REPORTER', 'GUARDIAN', 'WITNESS'] as const;
export type PersonKind = (typeof PERSON_KINDS)[number];

/** Sealed fields of a person and the columns that hold them. */
export const SEALED_FIELDS = {
  name: 'nameSealed',
  nik: 'nikSealed',
  birthDate: 'birthDateSealed',
  phone: 'phoneSealed',
  address: 'addressSealed',
  region: 'regionSealed',
  school: 'schoolSealed',
  safeContact: 'safeContactSealed',
} as const;
export type SealedField = keyof typeof SEALED_FIELDS;

/** Somebody in a case. Readable are codes, the age, the district and initials; everything else is sealed. */
@Entity({ schema: 'simpul', name: 'person' })
export class Person {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'case_id' })
  caseId: string;

  @Column({ type: 'text' })
  kind: PersonKind;

  @Column({ type: 'int' })
  position: number;

  @Column({ type: 'text', nullable: true })
  sex: string | null;

  /** Whole years at the incident, otherwise at the report. */
  @Column({ type: 'int', name: 'age_years', nullable: true })
  ageYears: number | null;

  @Column({ type: 'text', name: 'age_band', nullable: true })
  ageBand: string | null;

  @Column({ type: 'text', name: 'region_code', nullable: true })
  regionCode: string | null;

  @Column({ type: 'text', array: true })
  disabilities: string[];

  @Column({ type: 'text' })
  initials: string;

  @Column({ type: 'text', name: 'nik_status' })
  nikStatus: string;

  @Column({ type: 'text', array: true, name: 'nik_warnings' })
  nikWarnings: string[];

  @Column({ type: 'text', nullable: true })
  relation: string | null;

  @Column({ type: 'uuid', name: 'employer_agency_id', nullable: true })
  employerAgencyId: string | null;

  @Column({ type: 'bytea', name: 'name_sealed', nullable: true })
  nameSealed: Buffer | null;

  @Column({ type: 'bytea', name: 'nik_sealed', nullable: true })
  nikSealed: Buffer | null;

  @Column({ type: 'bytea', name: 'birth_date_sealed', nullable: true })
  birthDateSealed: Buffer | null;

  @Column({ type: 'bytea', name: 'phone_sealed', nullable: true })
  phoneSealed: Buffer | null;

  @Column({ type: 'bytea', name: 'address_sealed', nullable: true })
  addressSealed: Buffer | null;

  @Column({ type: 'bytea', name: 'region_sealed', nullable: true })
  regionSealed: Buffer | null;

  @Column({ type: 'bytea', name: 'school_sealed', nullable: true })
  schoolSealed: Buffer | null;

  @Column({ type: 'bytea', name: 'safe_contact_sealed', nullable: true })
  safeContactSealed: Buffer | null;

  @Column({ type: 'bytea', name: 'name_index', nullable: true })
  nameIndex: Buffer | null;

  @Column({ type: 'bytea', name: 'nik_index', nullable: true })
  nikIndex: Buffer | null;

  @Column({ type: 'bytea', name: 'phone_index', nullable: true })
  phoneIndex: Buffer | null;
}

/** What a reported person is to a victim: a fact about the pair, not about either of them. */
@Entity({ schema: 'simpul', name: 'person_link' })
export class PersonLink {
  @PrimaryColumn('uuid')
  id: string;

  @Column({ type: 'uuid', name: 'case_id' })
  caseId: string;

  @Column({ type: 'uuid', name: 'victim_id' })
  victimId: string;

  @Column({ type: 'uuid', name: 'reported_id' })
  reportedId: string;

  @Column({ type: 'text' })
  relation: string;
}
