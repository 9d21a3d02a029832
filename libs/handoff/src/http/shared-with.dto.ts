import { codes } from '#codes';
import { ApiProperty } from '@nestjs/swagger';
import { IsOptional, IsUUID } from 'class-validator';
import { fieldLabel, isField } from '../rules/field-catalogue.js';
import { SHARED_KINDS, type SharedEntry, type SharedKind } from '../rules/shared-entries.js';
import type { SharedRecord } from '../shared-with/shared-with.queries.js';
import { FieldChangeView, toChanges } from './disclosure.dto.js';

const text = { type: String, nullable: true } as const;

export class SharedWithQuery {
  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'One client of the case; otherwise all of them',
  })
  @IsOptional()
  @IsUUID()
  clientId?: string;
}

export class SharedFieldView {
  @ApiProperty() field: string;
  @ApiProperty() label: string;
  @ApiProperty({ enum: ['MASKED', 'FULL'] }) level: string;
}

export class SharedEntryView {
  @ApiProperty({ format: 'date-time' }) at: Date;
  @ApiProperty({ enum: SHARED_KINDS }) kind: SharedKind;
  @ApiProperty({ ...text, format: 'uuid' }) referralId: string | null;
  @ApiProperty(text) number: string | null;
  @ApiProperty({ ...text, description: 'Who received, or whose person looked' }) receiver: string | null;
  @ApiProperty(text) service: string | null;
  @ApiProperty({ type: [String] }) basis: string[];
  @ApiProperty({ type: [SharedFieldView] }) fields: SharedFieldView[];
  @ApiProperty({ type: [FieldChangeView] }) changes: FieldChangeView[];
  @ApiProperty(text) by: string | null;
  @ApiProperty({
    ...text,
    description: 'SENDER or CONSENT of a view that closed; the coded reason of a look',
  })
  reason: string | null;
}

export class SharedClientView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() position: number;
}

export class SharedRecordView {
  @ApiProperty() caseNumber: string;
  @ApiProperty({ type: [SharedClientView] }) clients: SharedClientView[];
  @ApiProperty({ type: [SharedEntryView] }) items: SharedEntryView[];
}

export function toSharedRecord(record: SharedRecord, locale: 'id' | 'en'): SharedRecordView {
  return {
    caseNumber: record.caseNumber,
    clients: record.clients.map(({ id, position }) => ({ id, position })),
    items: record.entries.map((entry) => toEntry(entry, locale)),
  };
}

function toEntry(entry: SharedEntry, locale: 'id' | 'en'): SharedEntryView {
  const { at, kind, referralId, number, receiver, serviceCode, by, reason } = entry;
  return {
    ...{ at, kind, referralId, number, receiver, by, reason },
    service: serviceCode && codes.label('LAYANAN', serviceCode, locale),
    basis: entry.basis.map((code) => codes.label('DASAR_BERBAGI', code, locale)),
    fields: entry.fields.map(({ field, level }) => ({
      ...{ field, level },
      label: isField(field) ? fieldLabel(field, locale) : field,
    })),
    changes: toChanges(entry.changes, locale),
  };
}
