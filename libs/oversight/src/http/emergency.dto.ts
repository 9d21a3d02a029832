import { PlainText } from '#access';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import type { EmergencyAccess } from '../emergency/emergency-access.queries.js';
import {
  EMERGENCY_OUTCOMES,
  EMERGENCY_REASONS,
  type EmergencyOutcome,
  type EmergencyReason,
} from '../rules/emergency.js';

const NUMBER_MAX = 40;
const WORDS_MAX = 500;

export class EmergencyInput {
  @ApiProperty({ example: 'PBM-2026-0042', description: 'The whole number; there is no search' })
  @PlainText(NUMBER_MAX)
  caseNumber: string;

  @ApiProperty({ enum: EMERGENCY_REASONS })
  @IsIn(EMERGENCY_REASONS)
  reason: EmergencyReason;

  @ApiProperty({ description: 'Why, in words; sealed with the case' })
  @PlainText(WORDS_MAX)
  words: string;
}

export class EmergencyReviewInput {
  @ApiProperty({ enum: EMERGENCY_OUTCOMES })
  @IsIn(EMERGENCY_OUTCOMES)
  outcome: EmergencyOutcome;
}

export class EmergencyAccessView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'uuid',
    description: 'While the reader sees the case',
  })
  caseId: string | null;
  @ApiProperty({ type: String, nullable: true }) caseNumber: string | null;
  @ApiProperty({ type: String, nullable: true }) agencyName: string | null;
  @ApiProperty() personName: string;
  @ApiProperty() personRole: string;
  @ApiProperty() personAgency: string;
  @ApiProperty({ enum: EMERGENCY_REASONS }) reason: string;
  @ApiProperty({ type: String, nullable: true }) words: string | null;
  @ApiProperty({ format: 'date-time' }) openedAt: string;
  @ApiProperty({ format: 'date-time' }) until: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) endedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) endedByName: string | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Looks at the page and its notes' })
  looks: number | null;
  @ApiProperty({ type: Number, nullable: true }) reveals: number | null;
  @ApiProperty({ type: Number, nullable: true }) notes: number | null;
  @ApiProperty({ type: String, nullable: true, enum: EMERGENCY_OUTCOMES }) outcome: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' }) reviewedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) reviewedByName: string | null;
  @ApiProperty() own: boolean;
  @ApiProperty({ isArray: true, enum: ['emergency.end', 'emergency.review'] }) availableActs: string[];
}

export class EmergencyAccessesView {
  @ApiProperty({ type: [EmergencyAccessView] }) items: EmergencyAccessView[];
}

export function toEmergencyAccess(access: EmergencyAccess): EmergencyAccessView {
  return {
    id: access.id,
    caseId: access.caseNumber && access.caseId,
    caseNumber: access.caseNumber,
    agencyName: access.agencyName,
    personName: access.personName,
    personRole: access.personRole,
    personAgency: access.personAgency,
    reason: access.reason,
    words: access.words,
    openedAt: access.openedAt.toISOString(),
    until: access.until.toISOString(),
    endedAt: access.endedAt?.toISOString() ?? null,
    endedByName: access.endedByName,
    looks: access.looks,
    reveals: access.reveals,
    notes: access.notes,
    outcome: access.outcome,
    reviewedAt: access.reviewedAt?.toISOString() ?? null,
    reviewedByName: access.reviewedByName,
    own: access.own,
    availableActs: access.availableActs,
  };
}
