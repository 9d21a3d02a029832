import { PlainText, Instant } from '#access';
import { codes, IsCode } from '#codes';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import type { BasisRow } from '../lawful-bases.queries.js';
import { BASES, STATES, stateOf, type Basis, type BasisState } from '../rules/lawful-basis.js';
import { NO_WITNESS, type NoWitness } from '../rules/how-asked.js';
import { ASSENTS } from '../rules/may-record.js';

const DECISIONS = ['COUNTERSIGNED', 'DECLINED'] as const;
const GIVERS = ['SELF', 'GUARDIAN', 'NONE'] as const;
const WAYS = ['LISAN', 'TERTULIS', 'REKAMAN'] as const;

export class RecordBasisDto {
  @ApiProperty({ enum: BASES })
  @IsIn(BASES)
  basis: Basis;

  @ApiProperty({
    required: false,
    enum: ['GIVEN', 'REFUSED'],
    description: 'Only for PERSETUJUAN, and needed there',
  })
  @IsOptional()
  @IsIn(['GIVEN', 'REFUSED'])
  answer?: 'GIVEN' | 'REFUSED';

  @ApiProperty({ description: 'Code of list JENIS_INSTANSI' })
  @IsCode('JENIS_INSTANSI')
  receiverKind: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'Only this agency; absent: any of the kind' })
  @IsOptional()
  @IsUUID()
  receiverAgencyId?: string;

  @ApiProperty({ type: [String], description: 'Codes of list LINGKUP_DATA' })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(9)
  @IsCode('LINGKUP_DATA', { each: true })
  scopes: string[];

  @ApiProperty({ required: false, description: 'Code of list LAYANAN; absent: any service' })
  @IsOptional()
  @IsCode('LAYANAN')
  purpose?: string;

  @ApiProperty({ enum: GIVERS })
  @IsIn(GIVERS)
  givenBy: (typeof GIVERS)[number];

  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  guardianPersonId?: string;

  @PlainText(60, { optional: true, example: 'IBU' })
  guardianRelation?: string;

  @ApiProperty({ required: false, enum: ASSENTS, description: 'Asked of every child from six years on' })
  @IsOptional()
  @IsIn(ASSENTS)
  childAssent?: (typeof ASSENTS)[number];

  @PlainText(120, { optional: true })
  witness?: string;

  @ApiProperty({ required: false, description: 'Code of list BAHASA, in which it was explained' })
  @IsOptional()
  @IsCode('BAHASA')
  language?: string;

  @PlainText(40, { optional: true, example: 'persetujuan/2026-1' })
  textVersion?: string;

  @ApiProperty({ required: false, type: [String], description: 'Codes of list AKOMODASI' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(8)
  @IsCode('AKOMODASI', { each: true })
  accommodations?: string[];

  @ApiProperty({ required: false, enum: NO_WITNESS, description: 'Why nobody else heard an oral yes' })
  @IsOptional()
  @IsIn(NO_WITNESS)
  noWitness?: NoWitness;

  @ApiProperty({ enum: WAYS })
  @IsIn(WAYS)
  howRecorded: (typeof WAYS)[number];

  @Instant({ optional: true })
  expiresAt?: string;

  @PlainText(120, { optional: true, example: 'UU 12/2022 Ps.41' })
  citation?: string;

  @ApiProperty({
    required: false,
    description: 'Whether the client knows; needed for every basis but consent',
  })
  @IsOptional()
  @IsBoolean()
  toldClient?: boolean;

  @PlainText(500, { optional: true })
  toldWords?: string;

  /** Why it has to be shared against the client's own no: whoever countersigns reads it. */
  @PlainText(500, { optional: true, example: 'Pelaku tahu tempat klien bekerja dan mengancam akan datang.' })
  why?: string;
}

export class DeclineCountersignDto {
  @PlainText(500)
  reason: string;
}

export class WithdrawBasisDto {
  @PlainText(500, { optional: true })
  reason?: string;
}

export class BasisView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: BASES }) basis: Basis;
  @ApiProperty({ example: 'Persetujuan' }) basisWords: string;
  @ApiProperty({ enum: STATES }) state: BasisState;
  @ApiProperty({ type: String, nullable: true, enum: ['GIVEN', 'REFUSED'] }) answer: string | null;
  @ApiProperty({ description: 'Code of list JENIS_INSTANSI' }) receiverKind: string;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) receiverAgencyId: string | null;
  @ApiProperty({ type: [String] }) scopes: string[];
  @ApiProperty({ type: String, nullable: true }) purpose: string | null;
  @ApiProperty({ enum: GIVERS }) givenBy: string;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' }) guardianPersonId: string | null;
  @ApiProperty({ type: String, nullable: true, enum: ASSENTS }) childAssent: string | null;
  @ApiProperty({ enum: WAYS }) howRecorded: string;
  @ApiProperty({ type: String, nullable: true, description: 'Code of list BAHASA' })
  language: string | null;
  @ApiProperty({ type: String, nullable: true }) textVersion: string | null;
  @ApiProperty({ type: [String], description: 'Codes of list AKOMODASI' }) accommodations: string[];
  @ApiProperty({ type: String, nullable: true, enum: NO_WITNESS }) noWitness: string | null;
  @ApiProperty({ type: String, nullable: true, enum: ['AGREED', 'EMERGENCY', 'COMES_OF_AGE'] })
  endsFor: string | null;
  @ApiProperty({ description: 'Where the law says so' }) citation: string;
  @ApiProperty({ type: Boolean, nullable: true }) toldClient: boolean | null;
  @ApiProperty({ type: String, nullable: true, description: 'What the client was told, or why not' })
  toldWords: string | null;
  @ApiProperty({ description: 'Goes against the client’s own no: opens nothing until countersigned' })
  againstRefusal: boolean;
  @ApiProperty({ type: String, nullable: true }) why: string | null;
  @ApiProperty({ type: String, nullable: true, enum: DECISIONS }) decision: string | null;
  @ApiProperty({ type: String, nullable: true }) decidedByName: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) decidedAt: Date | null;
  @ApiProperty({ type: String, nullable: true, enum: ['GUARDIAN_REPORTED'] }) voidReason: string | null;
  @ApiProperty({ type: String, nullable: true }) recordedByName: string | null;
  @ApiProperty({ format: 'date-time' }) recordedAt: Date;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) expiresAt: Date | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) withdrawnAt: Date | null;
  @ApiProperty({ type: [String], example: ['consent.withdraw', 'consent.countersign'] })
  availableActs: string[];
}

/** A basis with what is sealed in it, as far as its reader may open it. */
export type OpenedBasis = BasisRow & { readonly toldWords: string | null; readonly why: string | null };

export function toBasis(
  row: OpenedBasis,
  now: Date,
  locale: 'id' | 'en',
  availableActs: string[],
): BasisView {
  const { id, basis, answer, receiverKind, receiverAgencyId, scopes, purpose, givenBy, guardianPersonId } =
    row;
  const { childAssent, howRecorded, language, textVersion, citation, toldClient, recordedByName } = row;
  const { toldWords, againstRefusal, why, decision, decidedByName, decidedAt, voidReason } = row;
  const { recordedAt, expiresAt, withdrawnAt, noWitness, endsFor } = row;
  return {
    ...{ id, basis, answer, receiverKind, receiverAgencyId, purpose, givenBy, guardianPersonId },
    ...{ childAssent, howRecorded, language, textVersion, citation, toldClient, recordedByName },
    ...{ toldWords, againstRefusal, why, decision, decidedByName, decidedAt, voidReason },
    ...{ recordedAt, expiresAt, withdrawnAt, noWitness, endsFor, availableActs },
    accommodations: [...row.accommodations],
    scopes: [...scopes],
    basisWords: codes.label('DASAR_BERBAGI', basis, locale),
    state: stateOf(row, now),
  };
}

export class ConsentTextView {
  @ApiProperty({ example: 'persetujuan/2026-1' }) version: string;
  @ApiProperty({ description: 'Code of list BAHASA' }) language: string;
  @ApiProperty({ enum: ['STANDARD', 'EASY'] }) register: string;
  @ApiProperty() title: string;
  @ApiProperty({ type: [String], description: '{receiver}, {service}, {data}, {until} stand open' })
  paragraphs: string[];
}

export class ConsentTextsView {
  @ApiProperty({ type: [ConsentTextView] }) items: ConsentTextView[];
}
