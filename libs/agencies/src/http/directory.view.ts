import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { keyWords } from '../rules/directory-words.js';
import type { DirectoryChange, DirectoryPage, DirectoryRow, DirectoryService } from '../directory.queries.js';
import { HOURS } from './directory.dto.js';

export class FreshnessView {
  @ApiPropertyOptional({ format: 'date', description: 'Absent: nobody ever looked' }) verifiedOn?: string;
  @ApiProperty({ format: 'date', description: 'The last day on which it counts as checked' }) dueOn: string;
  @ApiProperty() stale: boolean;
}

export class DirectoryRowView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiPropertyOptional() unit?: string;
  @ApiProperty({ description: 'Code of list JENIS_INSTANSI' }) kind: string;
  @ApiPropertyOptional() regionName?: string;
  @ApiProperty({ enum: HOURS }) hours: string;
  @ApiPropertyOptional() dutyPhone?: string;
  @ApiProperty({ type: [String], description: 'Codes of list LAYANAN' }) serviceCodes: string[];
  @ApiProperty() locationSecret: boolean;
  @ApiProperty({ type: FreshnessView }) freshness: FreshnessView;
}

export class DirectoryListView {
  @ApiProperty({ type: [DirectoryRowView] }) items: DirectoryRowView[];
  @ApiProperty({ description: 'How many of all agencies have to be looked at again' }) stale: number;
  @ApiProperty({ description: 'How many of those are the reader’s to check' }) toCheck: number;
}

class DirectoryUnitView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
}

export class CapacityView {
  @ApiProperty() total: number;
  @ApiProperty() free: number;
  @ApiProperty({ format: 'date-time' }) asOf: string;
}

export class DirectoryServiceView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Code of list LAYANAN' }) serviceCode: string;
  @ApiProperty() nameId: string;
  @ApiProperty() nameEn: string;
  @ApiPropertyOptional() description?: string;
  @ApiProperty({ type: [String] }) forTracks: string[];
  @ApiProperty({ type: [String] }) forSex: string[];
  @ApiPropertyOptional() ageMin?: number;
  @ApiPropertyOptional() ageMax?: number;
  @ApiProperty({ type: [String] }) riskLevels: string[];
  @ApiProperty({ type: [String] }) requires: string[];
  @ApiPropertyOptional() costSource?: string;
  @ApiProperty({ enum: HOURS }) hours: string;
  @ApiProperty() emergency: boolean;
  @ApiProperty({ type: [String] }) accessibility: string[];
  @ApiPropertyOptional({ type: CapacityView, description: 'Absent: not counted' }) capacity?: CapacityView;
  @ApiProperty() version: number;
}

class DirectoryFieldView {
  @ApiProperty({ description: 'Name of the field' }) field: string;
  @ApiPropertyOptional({ description: 'Absent: nothing stood there, or it is never kept (an address)' })
  before?: string;
  @ApiPropertyOptional() after?: string;
}

export class DirectoryChangeView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty() byName: string;
  @ApiProperty({ enum: ['EDITED', 'CONTACTS', 'CAPACITY', 'VERIFIED', 'ADDED', 'ENDED', 'IMPORTED'] })
  how: string;
  @ApiPropertyOptional({ description: 'Absent: the agency itself' }) serviceName?: string;
  @ApiProperty({ type: [DirectoryFieldView] }) fields: DirectoryFieldView[];
}

export class DirectoryPageView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() version: number;
  @ApiProperty() name: string;
  @ApiPropertyOptional() unit?: string;
  @ApiPropertyOptional() description?: string;
  @ApiProperty({ description: 'Code of list JENIS_INSTANSI' }) kind: string;
  @ApiPropertyOptional() regionName?: string;
  @ApiPropertyOptional({ type: DirectoryUnitView }) parent?: DirectoryUnitView;
  @ApiProperty({ type: [DirectoryUnitView] }) units: DirectoryUnitView[];
  @ApiProperty({ type: [String] }) takesTracks: string[];
  @ApiProperty({ type: [String] }) needsToAccept: string[];
  @ApiPropertyOptional() feedbackDocument?: string;
  @ApiProperty({ enum: HOURS }) hours: string;
  @ApiPropertyOptional() hoursNote?: string;
  @ApiPropertyOptional() dutyPhone?: string;
  @ApiPropertyOptional() dutyPhoneFallback?: string;
  @ApiPropertyOptional() email?: string;
  @ApiProperty() locationSecret: boolean;
  @ApiPropertyOptional({ description: 'Never present for a secret place' }) address?: string;
  @ApiPropertyOptional() costSource?: string;
  @ApiProperty({ type: FreshnessView }) freshness: FreshnessView;
  @ApiPropertyOptional() verifiedByName?: string;
  @ApiProperty({ description: 'Months after which it has to be looked at again' }) months: number;
  @ApiProperty({ description: 'Where that number comes from' }) monthsBasis: string;
  @ApiProperty({ type: [DirectoryServiceView] }) services: DirectoryServiceView[];
  @ApiProperty() mayEdit: boolean;
  @ApiProperty({ type: [DirectoryChangeView] }) changes: DirectoryChangeView[];
}

const said = <T>(value: T | null): T | undefined => value ?? undefined;

type Kept = Pick<DirectoryRow, 'verifiedOn' | 'freshness'>;
const toFreshness = ({ verifiedOn, freshness }: Kept): FreshnessView => ({
  verifiedOn: said(verifiedOn),
  dueOn: freshness.dueOn,
  stale: freshness.stale,
});

export function toDirectoryList(
  rows: readonly DirectoryRow[],
  counts: { stale: number; toCheck: number },
): DirectoryListView {
  return {
    items: rows.map((row) => ({
      id: row.id,
      name: row.name,
      unit: said(row.unit),
      kind: row.kind,
      regionName: said(row.regionName),
      hours: row.hours,
      dutyPhone: said(row.dutyPhone),
      serviceCodes: [...row.serviceCodes],
      locationSecret: row.locationSecret,
      freshness: toFreshness(row),
    })),
    ...counts,
  };
}

export function toDirectoryPage(page: DirectoryPage): DirectoryPageView {
  return {
    id: page.id,
    version: page.version,
    name: page.name,
    unit: said(page.unit),
    description: said(page.description),
    kind: page.kind,
    regionName: said(page.regionName),
    parent: said(page.parent),
    units: [...page.units],
    takesTracks: page.takesTracks,
    needsToAccept: page.needsToAccept,
    feedbackDocument: said(page.feedbackDocument),
    hours: page.hours,
    hoursNote: said(page.hoursNote),
    dutyPhone: said(page.dutyPhone),
    dutyPhoneFallback: said(page.dutyPhoneFallback),
    email: said(page.email),
    locationSecret: page.locationSecret,
    address: page.locationSecret ? undefined : said(page.address),
    costSource: said(page.costSource),
    freshness: toFreshness(page),
    verifiedByName: said(page.verifiedByName),
    months: page.freshness.rule.months,
    monthsBasis: page.freshness.rule.citation,
    services: page.services.map(toService),
    mayEdit: page.mayEdit,
    changes: page.changes.map(toChange),
  };
}

function toService(service: DirectoryService): DirectoryServiceView {
  return {
    id: service.id,
    serviceCode: service.serviceCode,
    nameId: service.nameId,
    nameEn: service.nameEn,
    description: said(service.description),
    forTracks: service.forTracks,
    forSex: service.forSex,
    ageMin: said(service.ageMin),
    ageMax: said(service.ageMax),
    riskLevels: service.riskLevels,
    requires: service.requires,
    costSource: said(service.costSource),
    hours: service.hours,
    emergency: service.emergency,
    accessibility: service.accessibility,
    capacity:
      service.capacityTotal === null || service.capacityFree === null || service.capacityAsOf === null
        ? undefined
        : {
            total: service.capacityTotal,
            free: service.capacityFree,
            asOf: service.capacityAsOf.toISOString(),
          },
    version: service.version,
  };
}

function toChange(change: DirectoryChange): DirectoryChangeView {
  return {
    id: change.id,
    at: change.at.toISOString(),
    byName: change.byName,
    how: change.how,
    serviceName: said(change.serviceName),
    fields: change.fields.map((field) => ({
      field,
      before: keyWords(change.before[field]),
      after: keyWords(change.after[field]),
    })),
  };
}
