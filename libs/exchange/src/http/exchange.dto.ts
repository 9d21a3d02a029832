import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import type { HsdsImport } from '../hsds.service.js';
import type { RowNote } from '../read-package.js';
import type { RowChange } from '../rules/merge-rows.js';

export const HSDS = 'hsds-3.0';
const CONTENT_MAX = 1_500_000;
const SHOWN_MAX = 300;

export class ImportPackageInput {
  @ApiProperty({ enum: [HSDS] }) @IsIn([HSDS]) profile: string;

  @ApiProperty({
    maxLength: CONTENT_MAX,
    description: 'The package as JSON text: rows under the names of their tables',
  })
  @IsString()
  @MinLength(1)
  @MaxLength(CONTENT_MAX)
  content: string;

  @ApiProperty({ description: 'False: only say what would happen' }) @IsBoolean() commit: boolean;

  @ApiPropertyOptional({ description: 'What the trial answered; needed to commit' })
  @IsOptional()
  @IsString()
  @Matches(/^[0-9a-f]{64}$/, { message: 'hsds.previewMalformed' })
  preview?: string;
}

export class HsdsRowChangeView {
  @ApiProperty() resource: string;
  @ApiProperty() id: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: [String] }) fields: string[];
}

export class HsdsRowNoteView {
  @ApiProperty() resource: string;
  @ApiProperty({ description: 'From 1; 0: the whole table or package' }) row: number;
  @ApiProperty() field: string;
  @ApiProperty() code: string;
}

export class HsdsCountsView {
  @ApiProperty() added: number;
  @ApiProperty() changed: number;
  @ApiProperty({ description: 'In the directory, not in the package: they stay' }) gone: number;
  @ApiProperty() same: number;
  @ApiProperty() faults: number;
  @ApiProperty() notices: number;
}

export class PackageImportView {
  @ApiProperty() committed: boolean;
  @ApiProperty() preview: string;
  @ApiProperty({ type: HsdsCountsView }) counts: HsdsCountsView;
  @ApiProperty({ type: [HsdsRowChangeView], description: 'The first three hundred' })
  added: HsdsRowChangeView[];
  @ApiProperty({ type: [HsdsRowChangeView] }) changed: HsdsRowChangeView[];
  @ApiProperty({ type: [HsdsRowChangeView] }) gone: HsdsRowChangeView[];
  @ApiProperty({ type: [HsdsRowNoteView] }) faults: HsdsRowNoteView[];
  @ApiProperty({ type: [HsdsRowNoteView] }) notices: HsdsRowNoteView[];
}

/** Rows as HSDS 3.0 names them. Tables that an import brought beyond these stand beside them. */
export class HsdsPackageView {
  @ApiPropertyOptional({ type: 'array', items: { type: 'object', additionalProperties: true } })
  organization?: object[];
  @ApiPropertyOptional({ type: 'array', items: { type: 'object', additionalProperties: true } })
  service?: object[];
}

export function toPackageImport(done: HsdsImport): PackageImportView {
  return {
    committed: done.committed,
    preview: done.preview,
    counts: {
      added: done.added.length,
      changed: done.changed.length,
      gone: done.gone.length,
      same: done.same,
      faults: done.faults.length,
      notices: done.notices.length,
    },
    added: done.added.slice(0, SHOWN_MAX).map(toChange),
    changed: done.changed.slice(0, SHOWN_MAX).map(toChange),
    gone: done.gone.slice(0, SHOWN_MAX).map(toChange),
    faults: done.faults.slice(0, SHOWN_MAX).map(toNote),
    notices: done.notices.slice(0, SHOWN_MAX).map(toNote),
  };
}

const toChange = ({ resource, id, name, fields }: RowChange): HsdsRowChangeView => ({
  resource,
  id,
  name,
  fields: [...fields],
});
const toNote = ({ resource, row, field, code }: RowNote): HsdsRowNoteView => ({ resource, row, field, code });
