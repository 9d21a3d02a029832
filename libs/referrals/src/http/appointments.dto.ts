import { Instant } from '#access';
import { IsCode } from '#codes';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsOptional, IsUUID } from 'class-validator';
import type { ShownAppointment } from '../appointments/appointments.queries.js';
import { APPOINTMENT_STATUSES } from '../rules/appointment.js';

export class ArrangementDto {
  @ApiProperty({ description: 'Code of list PENDAMPING_JANJI' })
  @IsCode('PENDAMPING_JANJI')
  escort: string;

  @ApiProperty({ required: false, format: 'uuid', description: 'Somebody of one’s own side' })
  @IsOptional()
  @IsUUID()
  escortAccountId?: string;

  @ApiProperty({ type: [String], description: 'Codes of list KEBUTUHAN_JANJI' })
  @IsArray()
  @ArrayMaxSize(8)
  @IsCode('KEBUTUHAN_JANJI', { each: true })
  accommodations: string[];
}

export class AppointmentDto extends ArrangementDto {
  @Instant({ description: 'Ahead, within a year' })
  at: string;

  @ApiProperty({ description: 'Code of list TEMPAT_JANJI; an address is never written' })
  @IsCode('TEMPAT_JANJI')
  place: string;
}

export class NewTimeDto {
  @Instant({ description: 'Ahead, within a year' })
  at: string;

  @ApiProperty({ description: 'Code of list ALASAN_UBAH_JANJI' })
  @IsCode('ALASAN_UBAH_JANJI')
  reason: string;
}

export class CallOffDto {
  @ApiProperty({ description: 'Code of list ALASAN_BATAL_JANJI' })
  @IsCode('ALASAN_BATAL_JANJI')
  reason: string;
}

export class NotAttendedDto {
  @ApiProperty({ description: 'Code of list ALASAN_BELUM_HADIR' })
  @IsCode('ALASAN_BELUM_HADIR')
  reason: string;
}

export class FollowUpDto {
  @ApiProperty({ description: 'Code of list TINDAK_LANJUT_JANJI' })
  @IsCode('TINDAK_LANJUT_JANJI')
  outcome: string;
}

const text = { type: String, nullable: true } as const;
const date = { type: String, format: 'date-time', nullable: true } as const;

export class ReferralAppointmentView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'date-time' }) at: Date;
  @ApiProperty() place: string;
  @ApiProperty() escort: string;
  @ApiProperty(text) escortName: string | null;
  @ApiProperty({ type: [String] }) accommodations: string[];
  @ApiProperty({ enum: APPOINTMENT_STATUSES }) status: string;
  @ApiProperty({ description: 'Still planned when the referral ended' }) fellAway: boolean;
  @ApiProperty({ ...text, description: 'Coded reason of a move, of calling off, or of not having come' })
  reason: string | null;
  @ApiProperty(text) setByName: string | null;
  @ApiProperty(text) decidedByName: string | null;
  @ApiProperty(date) decidedAt: Date | null;
  @ApiProperty({ ...text, description: 'Code of list TINDAK_LANJUT_JANJI' }) followUp: string | null;
  @ApiProperty(text) followedByName: string | null;
  @ApiProperty(date) followedAt: Date | null;
  @ApiProperty({ type: [String] }) availableActs: string[];
}

export function toAppointment(one: ShownAppointment): ReferralAppointmentView {
  const { id, at, place, escort, escortName, accommodations, status, fellAway, reason } = one;
  const { setByName, decidedByName, decidedAt, followUp, followedByName, followedAt, availableActs } = one;
  return {
    ...{ id, at, place, escort, escortName, accommodations, status, fellAway, reason },
    ...{ setByName, decidedByName, decidedAt, followUp, followedByName, followedAt, availableActs },
  };
}
