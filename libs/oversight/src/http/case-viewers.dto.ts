import { ApiProperty } from '@nestjs/swagger';
import type { CaseViewer } from '../case-viewers.queries.js';
import { RELATIONS, type Relation } from '../rules/relation-to-case.js';

export class CaseViewerView {
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() name: string;
  @ApiProperty() role: string;
  @ApiProperty() agencyName: string;
  @ApiProperty({ enum: RELATIONS, description: 'How the person stands to the case now' }) relation: Relation;
  @ApiProperty() looks: number;
  @ApiProperty({ description: 'How often identities were opened' }) reveals: number;
  @ApiProperty({ description: 'Acts that are no look' }) others: number;
  @ApiProperty({ description: 'Attempts that were refused' }) failed: number;
  @ApiProperty({ format: 'date-time' }) firstAt: string;
  @ApiProperty({ format: 'date-time' }) lastAt: string;
}

export class CaseViewersView {
  @ApiProperty() caseNumber: string;
  @ApiProperty({ type: [CaseViewerView] }) items: CaseViewerView[];
}

export function toCaseViewer(viewer: CaseViewer): CaseViewerView {
  const { accountId, name, role, agencyName, relation, looks, reveals, others, failed } = viewer;
  return {
    accountId,
    name,
    role,
    agencyName,
    relation,
    looks,
    reveals,
    others,
    failed,
    firstAt: viewer.firstAt.toISOString(),
    lastAt: viewer.lastAt.toISOString(),
  };
}
