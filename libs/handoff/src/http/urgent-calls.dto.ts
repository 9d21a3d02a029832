import { Instant, PlainText } from '#access';
import { IsCode } from '#codes';
import { ServiceNameView, toService } from '#referrals';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { ALWAYS, CHECK_CODES, CHECKS, DO_NOT_SAY, SAY, type Check } from '../rules/urgent-script.js';
import type { Callee, CallOutcome, MadeCall, UrgentLane } from '../urgent/urgent-calls.service.js';

const OUTCOMES: CallOutcome[] = ['REACHED', 'NOT_REACHED', 'HANDED_OVER'];
const text = { type: String, nullable: true } as const;

/** A point that was gone through with the client, or a call to an agency. */
export class UrgentCallDto {
  @ApiProperty({ required: false, enum: CHECK_CODES })
  @IsOptional()
  @IsIn(CHECK_CODES)
  check?: Check;

  @ApiProperty({ required: false, format: 'uuid' })
  @IsOptional()
  @IsUUID()
  agencyId?: string;

  @ApiProperty({ required: false, enum: OUTCOMES })
  @IsOptional()
  @IsIn(OUTCOMES)
  outcome?: CallOutcome;

  @ApiProperty({ required: false, description: 'Code of list LAYANAN: what was handed over in words' })
  @IsOptional()
  @IsCode('LAYANAN')
  serviceCode?: string;

  @PlainText(120, { optional: true })
  who?: string;

  @Instant({ optional: true })
  at?: string;
}

export class UrgentCheckView {
  @ApiProperty({ enum: CHECK_CODES }) code: string;
  @ApiProperty() words: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) doneAt: Date | null;
  @ApiProperty(text) doneByName: string | null;
}

export class UrgentCallView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: OUTCOMES }) outcome: string;
  @ApiProperty({ format: 'uuid' }) agencyId: string;
  @ApiProperty() agencyName: string;
  @ApiProperty({ type: ServiceNameView, nullable: true }) service: ServiceNameView | null;
  @ApiProperty({ ...text, description: 'Who answered' }) who: string | null;
  @ApiProperty({ format: 'date-time' }) at: Date;
  @ApiProperty() recordedByName: string;
  @ApiProperty({
    ...text,
    format: 'uuid',
    description: 'The referral that confirms what was handed over in words',
  })
  referralId: string | null;
  @ApiProperty({
    ...{ type: String, format: 'date-time', nullable: true },
    description: 'Until when what was handed over in words is owed in writing',
  })
  writeBy: Date | null;
}

export class CalleeView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() name: string;
  @ApiProperty() openNow: boolean;
  @ApiProperty({ type: [String] }) phones: string[];
  @ApiProperty({ type: [String], description: 'Who is on duty now, by name' }) onDuty: string[];
  @ApiProperty({ type: [ServiceNameView] }) services: ServiceNameView[];
  @ApiProperty() reason: string;
}

export class AlwaysView {
  @ApiProperty() number: string;
  @ApiProperty() words: string;
}

export class UrgentLaneView {
  @ApiProperty({ description: 'High risk, or the client is not safe now' }) urgent: boolean;
  @ApiProperty({ type: [UrgentCheckView] }) checks: UrgentCheckView[];
  @ApiProperty({ type: [String] }) say: string[];
  @ApiProperty({ type: [String] }) doNotSay: string[];
  @ApiProperty({ type: [AlwaysView] }) always: AlwaysView[];
  @ApiProperty({ type: [CalleeView], description: 'In this order' }) order: CalleeView[];
  @ApiProperty({ type: [UrgentCallView] }) calls: UrgentCallView[];
}

export function toUrgentLane(lane: UrgentLane, locale: 'id' | 'en'): UrgentLaneView {
  return {
    urgent: lane.urgent,
    checks: CHECK_CODES.map((code) => {
      const done = lane.calls.find(({ check }) => check === code);
      const words = CHECKS[code][locale];
      return { code, words, doneAt: done?.at ?? null, doneByName: done?.recordedByName ?? null };
    }),
    say: SAY.map((one) => one[locale]),
    doNotSay: DO_NOT_SAY.map((one) => one[locale]),
    always: ALWAYS.map(({ number, words }) => ({ number, words: words[locale] })),
    order: lane.order.map((one) => toCallee(one, locale)),
    calls: lane.calls.filter(({ agencyId }) => agencyId !== null).map(toCall),
  };
}

function toCallee(
  { id, name, openNow, phones, onDuty, services, reason }: Callee,
  locale: 'id' | 'en',
): CalleeView {
  return {
    ...{ id, name, openNow, phones: [...phones], onDuty: [...onDuty] },
    services: services.map(toService),
    reason: reason[locale],
  };
}

function toCall({
  id,
  outcome,
  agencyId,
  agencyName,
  serviceCode,
  who,
  at,
  recordedByName,
  referralId,
  writeBy,
}: MadeCall) {
  return {
    ...{ id, outcome: outcome!, agencyId: agencyId!, agencyName: agencyName! },
    ...{ who, at, recordedByName, referralId, writeBy },
    service: serviceCode ? toService(serviceCode) : null,
  };
}
