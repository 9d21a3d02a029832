import { IsCode } from '#codes';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import type { Agency, AgencyService } from '../agency.js';
import type { NamedOnDuty } from '../duty-roster.js';
import type { DutyVerdict } from '../rules/who-is-on-duty.js';

const HOURS = ['24/7', 'OFFICE', 'OFFICE_ONCALL'];

export class AgenciesQuery {
  @ApiProperty({ required: false, description: 'Code of list JENIS_INSTANSI' })
  @IsOptional()
  @IsCode('JENIS_INSTANSI')
  kind?: string;

  @ApiProperty({
    required: false,
    enum: ['YES'],
    description: 'The offices that look on or administer instead: where people work, never a receiver',
  })
  @IsOptional()
  @IsIn(['YES'])
  overseeing?: 'YES';
}

export class ServicesQuery {
  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  agencyId?: string;
}

export class AgencyView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ example: 'rsud-igd' }) code: string;
  @ApiProperty({ description: 'Code of list JENIS_INSTANSI' }) kind: string;
  @ApiProperty() name: string;
  @ApiProperty({ type: String, nullable: true }) unit: string | null;
  @ApiProperty({ enum: HOURS }) hours: string;
  @ApiProperty({ type: String, nullable: true }) dutyPhone: string | null;
  @ApiProperty({ type: [String] }) takesTracks: string[];
  @ApiProperty({ type: [String], description: 'What must be there before they take a referral' })
  needsToAccept: string[];
  @ApiProperty({ type: String, nullable: true }) feedbackDocument: string | null;
  @ApiProperty() locationSecret: boolean;
  @ApiProperty({ description: 'It is time that somebody checks what stands here' }) stale: boolean;
  @ApiProperty({ required: false, description: 'Never present for a secret place' }) address?: string;
}

export class AgenciesView {
  @ApiProperty({ type: [AgencyView] }) items: AgencyView[];
}

export class ServiceView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Code of list LAYANAN' }) code: string;
  @ApiProperty({ format: 'uuid' }) agencyId: string;
  @ApiProperty() nameId: string;
  @ApiProperty() nameEn: string;
  @ApiProperty({ type: [String] }) forTracks: string[];
  @ApiProperty({ type: [String], description: 'Codes of list JENIS_KELAMIN' }) forSex: string[];
  @ApiProperty({ type: Number, nullable: true, description: 'Years; null: no limit' }) ageMin: number | null;
  @ApiProperty({ type: Number, nullable: true, description: 'Years; null: no limit' }) ageMax: number | null;
  @ApiProperty({ type: [String] }) riskLevels: string[];
  @ApiProperty({ type: [String], description: 'Never a reason to delay emergency care' }) requires: string[];
  @ApiProperty({ type: String, nullable: true }) costSource: string | null;
  @ApiProperty({ enum: HOURS }) hours: string;
  @ApiProperty() emergency: boolean;
  @ApiProperty({ type: [String] }) accessibility: string[];
}

export class ServicesView {
  @ApiProperty({ type: [ServiceView] }) items: ServiceView[];
}

const REASONS = ['SHIFT', 'STAND_IN', 'FALLBACK'];

class OnDutyView {
  @ApiProperty({ format: 'uuid' }) accountId: string;
  @ApiProperty() displayName: string;
  @ApiProperty({ enum: REASONS }) reason: string;
}

export class DutyView {
  @ApiProperty({ format: 'uuid' }) agencyId: string;
  @ApiProperty() agencyCode: string;
  @ApiProperty() agencyName: string;
  @ApiProperty({ description: 'Code of list JENIS_INSTANSI' }) kind: string;
  @ApiProperty({ enum: HOURS }) hours: string;
  @ApiProperty() reachableNow: boolean;
  @ApiProperty({ enum: ['DESK', 'ON_CALL', 'NOBODY'] }) by: string;
  @ApiProperty({ type: String, nullable: true }) dutyPhone: string | null;
  @ApiProperty({ type: String, nullable: true, description: 'When the first number does not answer' })
  fallbackPhone: string | null;
  @ApiProperty({ type: [OnDutyView], description: 'By the roster of the agency; empty where it has none' })
  onDuty: OnDutyView[];
}

export class DutyRosterView {
  @ApiProperty({ format: 'date-time' }) at: string;
  @ApiProperty({ description: 'Whether a city office is open now' }) officeOpen: boolean;
  @ApiProperty({ type: [DutyView] }) items: DutyView[];
}

export function toAgency(agency: Agency, stale: boolean): AgencyView {
  return {
    id: agency.id,
    code: agency.code,
    kind: agency.kind,
    name: agency.name,
    unit: agency.unit,
    hours: agency.hours,
    dutyPhone: agency.dutyPhone,
    takesTracks: agency.takesTracks,
    needsToAccept: agency.needsToAccept,
    feedbackDocument: agency.feedbackDocument,
    locationSecret: agency.locationSecret,
    stale,
    ...(agency.locationSecret || agency.address === null ? {} : { address: agency.address }),
  };
}

export function toService(service: AgencyService): ServiceView {
  return {
    id: service.id,
    code: service.serviceCode,
    agencyId: service.agencyId,
    nameId: service.nameId,
    nameEn: service.nameEn,
    forTracks: service.forTracks,
    forSex: service.forSex,
    ageMin: service.ageMin,
    ageMax: service.ageMax,
    riskLevels: service.riskLevels,
    requires: service.requires,
    costSource: service.costSource,
    hours: service.hours,
    emergency: service.emergency,
    accessibility: service.accessibility,
  };
}

export function toDuty(agency: Agency, duty: DutyVerdict, onDuty: readonly NamedOnDuty[]): DutyView {
  return {
    agencyId: agency.id,
    agencyCode: agency.code,
    agencyName: agency.name,
    kind: agency.kind,
    hours: agency.hours,
    reachableNow: duty.reachableNow,
    by: duty.by,
    dutyPhone: agency.dutyPhone,
    fallbackPhone: agency.dutyPhoneFallback,
    onDuty: onDuty.map(({ accountId, displayName, reason }) => ({ accountId, displayName, reason })),
  };
}
