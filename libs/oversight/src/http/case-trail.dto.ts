import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { EXPORT_REASONS, type CaseTrail, type ExportReason } from '../case-trail-export.js';
import { sentenceOf } from './audit.dto.js';
import { LEDGER_EXPORT_REASONS, type LedgerExportReason } from '../ledger-export.js';
import type { TrailEntry } from '../oversight.queries.js';

export class CaseTrailInput {
  @ApiPropertyOptional({ format: 'uuid' }) @IsOptional() @IsUUID() caseId?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'The case by its pseudonym, for whoever sees no case' })
  @IsOptional()
  @IsUUID()
  caseRef?: string;
  @ApiProperty({ enum: EXPORT_REASONS, description: 'Why the trail leaves the house' })
  @IsIn(EXPORT_REASONS)
  reason: ExportReason;
}

export class LedgerExportQuery {
  @ApiProperty({ enum: LEDGER_EXPORT_REASONS, description: 'Why the ledger leaves the house' })
  @IsIn(LEDGER_EXPORT_REASONS)
  reason: LedgerExportReason;
}

export class TrailLineView {
  @ApiProperty({
    description: 'Its number in the ledger, from 1: the place in the tree that the proof is about',
  })
  number: number;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ description: 'In Indonesian, whatever the reader’s language: it is a document' })
  sentence: string;
  @ApiProperty() decision: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null for the system' }) name: string | null;
  @ApiProperty() role: string;
  @ApiProperty({ type: String, nullable: true }) agency: string | null;
}

export class CaseTrailView {
  @ApiPropertyOptional({ description: 'For whoever may see the case' }) caseNumber?: string;
  @ApiProperty({ format: 'uuid', description: 'The case by its pseudonym in the ledger' }) caseRef: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ enum: EXPORT_REASONS }) reason: ExportReason;
  @ApiProperty({ type: [TrailLineView] }) lines: TrailLineView[];
  @ApiProperty({ description: 'Entries that no seal holds yet: neither here nor in the file' })
  unsealed: number;
  @ApiProperty({ description: 'Number of the seal' }) seal: number;
  @ApiProperty({ description: 'Entries of the whole ledger under the seal' }) size: number;
  @ApiProperty({ description: 'Root of the tree, base64: the same on each paper of this seal' }) root: string;
  @ApiProperty({ description: 'For apps/verify: one JSON object per line' }) file: string;
}

export function toCaseTrail(trail: CaseTrail, reason: ExportReason): CaseTrailView {
  const { reference, at, checkpoint, entries, unsealed, file } = trail;
  const number = entries.find(({ caseNumber }) => caseNumber)?.caseNumber;
  return {
    ...(number && { caseNumber: number }),
    caseRef: reference,
    at: at.toISOString(),
    reason,
    lines: entries.map(toLine),
    unsealed,
    seal: checkpoint.number,
    size: checkpoint.size,
    // The third line of the note.
    root: checkpoint.note.split('\n')[2]!,
    file,
  };
}

function toLine(entry: TrailEntry): TrailLineView {
  const { at, decision, actorName, actorRole, agencyName } = entry;
  return {
    number: entry.index! + 1,
    at: at.toISOString(),
    sentence: sentenceOf(entry).id,
    decision,
    name: actorName,
    role: actorRole,
    agency: agencyName,
  };
}
