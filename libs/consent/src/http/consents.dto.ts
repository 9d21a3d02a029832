import { PlainText, Instant } from '#access';
import { codes, IsCode } from '#codes';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsOptional, IsUUID } from 'class-validator';
import type { BasisRow } from '../lawful-bases.queries.js';
import { BASES, stateOf, type Basis, type BasisState } from '../rules/lawful-basis.js';
import { ASSENTS } from '../rules/may-record.js';

const STATES: readonly BasisState[] = ['given', 'refused', 'withdrawn', 'expired', 'stands'];
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
  @ApiProperty({ description: 'Where the law says so' }) citation: string;
  @ApiProperty({ type: Boolean, nullable: true }) toldClient: boolean | null;
  @ApiProperty({ type: String, nullable: true }) recordedByName: string | null;
  @ApiProperty({ format: 'date-time' }) recordedAt: Date;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) expiresAt: Date | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) withdrawnAt: Date | null;
  @ApiProperty({ type: [String], example: ['consent.withdraw'] }) availableActs: string[];
}

/** `writes` says whether the reader's role may withdraw at all. */
export function toBasis(row: BasisRow, now: Date, locale: 'id' | 'en', writes: boolean): BasisView {
  const state = stateOf(row, now);
  const { id, basis, answer, receiverKind, receiverAgencyId, scopes, purpose, givenBy, guardianPersonId } =
    row;
  const { childAssent, howRecorded, language, textVersion, citation, toldClient, recordedByName } = row;
  return {
    ...{
      id,
      basis,
      answer,
      receiverKind,
      receiverAgencyId,
      scopes: [...scopes],
      purpose,
      givenBy,
      guardianPersonId,
    },
    ...{ childAssent, howRecorded, language, textVersion, citation, toldClient, recordedByName },
    basisWords: codes.label('DASAR_BERBAGI', basis, locale),
    state,
    recordedAt: row.recordedAt,
    expiresAt: row.expiresAt,
    withdrawnAt: row.withdrawnAt,
    availableActs: writes && state === 'given' ? ['consent.withdraw'] : [],
  };
}
