import type { Actor } from '#access';
import { ApiProperty } from '@nestjs/swagger';
import type { WithdrawalEffect } from '../withdrawal-effects.queries.js';
import type { AgencyName } from '../referral-rows.queries.js';
import { statusWords } from '../rules/status-words.js';
import type { WithdrawalFate } from '../rules/withdrawal-fate.js';
import { AgencyNameView, ServiceNameView, toService } from './referral.dto.js';

const date = { type: String, format: 'date-time', nullable: true } as const;
const text = { type: String, nullable: true } as const;

export class EndedBasisView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ description: 'Code of list JENIS_INSTANSI' }) receiverKind: string;
  @ApiProperty({ type: [String], description: 'Codes of list LINGKUP_DATA' }) scopes: string[];
  @ApiProperty({ ...text, description: 'Code of list LAYANAN' }) purpose: string | null;
  @ApiProperty({ format: 'date-time' }) recordedAt: Date;
}

export class StoppedReferralView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty(text) number: string | null;
  @ApiProperty() statusWords: string;
  @ApiProperty({ type: AgencyNameView }) toAgency: AgencyName;
  @ApiProperty({ type: ServiceNameView }) service: ServiceNameView;
  @ApiProperty({
    enum: ['STOPS', 'CLOSES'],
    description: 'STOPS: is cancelled. CLOSES: had ended; can be read no more',
  })
  fate: WithdrawalFate;
  @ApiProperty({ description: 'Somebody is being helped there, or expected on a day: needs a talk' })
  begun: boolean;
  @ApiProperty(text) responsibleName: string | null;
  @ApiProperty(date) startedAt: Date | null;
  @ApiProperty(date) appointmentAt: Date | null;
}

export class WithdrawalEffectView {
  @ApiProperty({ ...date, description: 'Null while it is only thought of' }) withdrawnAt: Date | null;
  @ApiProperty({ type: [EndedBasisView] }) bases: EndedBasisView[];
  @ApiProperty({ type: [StoppedReferralView], description: 'Those that need a talk first' })
  referrals: StoppedReferralView[];
}

export function toWithdrawalEffect(effect: WithdrawalEffect, { locale }: Actor): WithdrawalEffectView {
  return {
    withdrawnAt: effect.withdrawnAt,
    bases: effect.bases.map(({ id, receiverKind, scopes, purpose, recordedAt }) => ({
      id,
      receiverKind,
      scopes: [...scopes],
      purpose,
      recordedAt,
    })),
    referrals: effect.referrals.map(({ row, fate, begun }) => ({
      id: row.id,
      number: row.number,
      statusWords: statusWords(row.status, row.confirmedAt !== null, locale),
      toAgency: row.toAgency,
      service: toService(row.serviceCode),
      fate,
      begun,
      responsibleName: row.acceptedAt ? row.responsibleName : null,
      startedAt: row.startedAt,
      appointmentAt: row.nextAppointmentAt,
    })),
  };
}
