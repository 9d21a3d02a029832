import { may, PlainText, type Actor, Instant } from '#access';
import { PersonDetails } from '#cases';
import { IsCode } from '#codes';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsObject,
  IsOptional,
  IsUUID,
  ValidateNested,
} from 'class-validator';
import type { NewReport, ReportState } from '../intake.service.js';
import type { Report } from '../report.entity.js';
import { availableReportActs } from '../rules/report-lifecycle.js';

const PEOPLE_MAX = 20;

class ReporterInput {
  @ApiProperty({ description: 'Code of list JENIS_PELAPOR' })
  @IsCode('JENIS_PELAPOR')
  kind: string;

  @PlainText(200, { optional: true })
  name?: string;

  @PlainText(40, { optional: true })
  phone?: string;
}

export class VictimInput extends PersonDetails {
  @ApiProperty({ description: 'Code of list JENIS_KELAMIN' })
  @IsCode('JENIS_KELAMIN')
  sex: string;
}

class ReportedPersonBody extends PersonDetails {
  @ApiProperty({ required: false, description: 'Code of list JENIS_KELAMIN' })
  @IsOptional()
  @IsCode('JENIS_KELAMIN')
  sex?: string;

  @ApiProperty({
    required: false,
    default: 'NA',
    description: 'To the first victim; code of list HUBUNGAN_PELAKU',
  })
  @IsOptional()
  @IsCode('HUBUNGAN_PELAKU')
  relation?: string;

  @ApiProperty({
    required: false,
    format: 'uuid',
    description: 'Works at this partner agency: conflict of interest',
  })
  @IsOptional()
  @IsUUID()
  agencyId?: string;
}

export class ReportInput {
  @ApiProperty({ description: 'Code of list KANAL_MASUK' })
  @IsCode('KANAL_MASUK')
  channel: string;

  @ApiProperty({ type: ReporterInput })
  // ValidateNested alone lets a list through, empty or not.
  @IsObject()
  @ValidateNested()
  @Type(() => ReporterInput)
  reporter: ReporterInput;

  @Instant({ optional: true, description: 'Absent: now. Never in the future.' })
  receivedAt?: string;

  @Instant({ optional: true, description: 'When it happened' })
  occurredAt?: string;

  @Instant({ optional: true, description: 'When it became known' })
  knownAt?: string;

  @ApiProperty({ enum: ['YES', 'NO', 'UNKNOWN'] })
  @IsIn(['YES', 'NO', 'UNKNOWN'])
  clientSafeNow: string;

  @PlainText(20_000)
  narrative: string;

  @ApiProperty({
    type: [String],
    description: 'Codes of list JENIS_KEKERASAN; empty for a family without violence',
  })
  @IsArray()
  @ArrayMaxSize(7)
  @ArrayUnique()
  @IsCode('JENIS_KEKERASAN', { each: true })
  violenceTypes: string[];

  @ApiProperty({ type: [String], required: false, description: 'Codes of list KONTEKS_KASUS' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(9)
  @ArrayUnique()
  @IsCode('KONTEKS_KASUS', { each: true })
  contexts?: string[];

  @ApiProperty({ required: false, description: 'Code of list TEMPAT_KEJADIAN' })
  @IsOptional()
  @IsCode('TEMPAT_KEJADIAN')
  place?: string;

  @ApiProperty({ required: false, default: false })
  @IsOptional()
  @IsBoolean()
  online?: boolean;

  @ApiProperty({ type: [VictimInput], minItems: 1, maxItems: PEOPLE_MAX })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PEOPLE_MAX)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => VictimInput)
  victims: VictimInput[];

  @ApiProperty({ type: [ReportedPersonBody], required: false, maxItems: PEOPLE_MAX })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(PEOPLE_MAX)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ReportedPersonBody)
  reportedPersons?: ReportedPersonBody[];

  @PlainText(80, { optional: true })
  externalRef?: string;

  @ApiProperty({ enum: ['OPEN_CASE', 'RECEIVE_ONLY'], required: false, default: 'OPEN_CASE' })
  @IsOptional()
  @IsIn(['OPEN_CASE', 'RECEIVE_ONLY'])
  disposition?: string;
}

export class JoinInput {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  caseId: string;
}

export class OutsideMandateInput {
  @PlainText(1000)
  reason: string;
}

export class ReportView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: ['RECEIVED', 'OPENED', 'JOINED', 'OUTSIDE_MANDATE'] }) status: string;
  @ApiProperty({ required: false, format: 'uuid' }) caseId?: string;
  @ApiProperty({ required: false, example: 'PBM-2026-0042' }) caseNumber?: string;
  @ApiProperty({ format: 'date-time' }) receivedAt: string;
  @ApiProperty() channel: string;
  @ApiProperty() reporterKind: string;
  @ApiProperty({ enum: ['YES', 'NO', 'UNKNOWN'] }) clientSafeNow: string;
  @ApiProperty({ type: [String] }) violenceTypes: string[];
  @ApiProperty({ type: [String] }) contexts: string[];
  @ApiProperty() victims: number;
  @ApiProperty() reportedPersons: number;
  @ApiProperty({ type: [String] }) availableActs: string[];
}

export function toNewReport(input: ReportInput): NewReport {
  const instant = (text: string | undefined): Date | undefined =>
    text === undefined ? undefined : new Date(text);
  const { kind, name, phone } = input.reporter;
  return {
    channel: input.channel,
    reporterKind: kind,
    // A victim who reports is a victim of the case and no second person; of others only what they said is kept.
    reporter: name || phone ? { name, phone, relation: kind } : undefined,
    receivedAt: instant(input.receivedAt),
    occurredAt: instant(input.occurredAt),
    knownAt: instant(input.knownAt),
    clientSafeNow: input.clientSafeNow,
    narrative: input.narrative,
    violenceTypes: input.violenceTypes,
    contexts: input.contexts ?? [],
    place: input.place,
    online: input.online ?? false,
    victims: input.victims.map((victim) => ({ ...victim })),
    reported: (input.reportedPersons ?? []).map(({ relation, agencyId, ...person }) => ({
      ...person,
      relationToFirstVictim: relation,
      employerAgencyId: agencyId,
    })),
    externalRef: input.externalRef,
    openCase: input.disposition !== 'RECEIVE_ONLY',
  };
}

export function toReport({ report, caseNumber }: ReportState, actor: Actor): ReportView {
  return reportView(report, caseNumber, actor);
}

/** What every answer about a report has. */
export function reportView(report: Report, caseNumber: string | null, actor: Actor): ReportView {
  return {
    id: report.id,
    status: report.status,
    ...(report.caseId && caseNumber && { caseId: report.caseId, caseNumber }),
    receivedAt: report.receivedAt.toISOString(),
    channel: report.channel,
    reporterKind: report.reporterKind,
    clientSafeNow: report.clientSafeNow,
    violenceTypes: report.violenceTypes,
    contexts: report.contexts,
    victims: report.victims,
    reportedPersons: report.reportedPersons,
    // Its office alone decides: whoever took it and works elsewhere by now still reads it.
    availableActs:
      report.agencyId === actor.agencyId
        ? availableReportActs(report.status, (act) => may(actor.role, act))
        : [],
  };
}
