import { may, type Actor, type Permission } from '#access';
import { codes } from '#codes';
import { ApiProperty } from '@nestjs/swagger';
import {
  REFERRAL_STATUSES,
  availableActs,
  type ReferralAct,
  type ReferralParty,
} from '../rules/referral-lifecycle.js';
import { statusWords } from '../rules/status-words.js';
import type { AgencyName, ReferralRow } from '../referral-rows.queries.js';

const date = { type: String, format: 'date-time', nullable: true } as const;
const text = { type: String, nullable: true } as const;

export class AgencyNameView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() code: string;
  @ApiProperty({ description: 'Code of list JENIS_INSTANSI' }) kind: string;
  @ApiProperty() name: string;
  @ApiProperty(text) dutyPhone: string | null;
}

export class ServiceNameView {
  @ApiProperty({ description: 'Code of list LAYANAN' }) code: string;
  @ApiProperty() nameId: string;
  @ApiProperty() nameEn: string;
}

export class ResponsibleView {
  @ApiProperty(text) name: string | null;
  @ApiProperty({ ...text, format: 'uuid' }) accountId: string | null;
}

/** A referral's state, as both sides see it; what was written and shared is the page's (`GET /referrals/:id`). */
export class ReferralView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty(text) number: string | null;
  @ApiProperty({ format: 'uuid', required: false, description: 'Absent for the receiver' }) caseId?: string;
  @ApiProperty({ ...text, description: 'Null for the receiver of a bare question' }) caseNumber:
    string | null;
  @ApiProperty({ enum: REFERRAL_STATUSES }) status: string;
  @ApiProperty() statusWords: string;
  @ApiProperty({ type: AgencyNameView }) fromAgency: AgencyName;
  @ApiProperty({ type: AgencyNameView }) toAgency: AgencyName;
  @ApiProperty({ type: ServiceNameView }) service: ServiceNameView;
  @ApiProperty({ enum: ['SEGERA', 'BIASA'] }) urgency: string;
  @ApiProperty({ ...text, description: 'Code of list TINGKAT_RISIKO' }) risk: string | null;
  @ApiProperty({ ...text, format: 'uuid' }) followsReferralId: string | null;
  @ApiProperty({ ...text, format: 'uuid', description: 'Asked of several together; only for the sender' })
  fanId: string | null;
  @ApiProperty({ description: 'Asked of several, and nobody or somebody else has accepted: no packet' })
  bare: boolean;
  @ApiProperty({ format: 'date-time' }) createdAt: Date;
  @ApiProperty(date) sentAt: Date | null;
  @ApiProperty(text) sentByName: string | null;
  @ApiProperty(date) openedAt: Date | null;
  @ApiProperty(text) openedByName: string | null;
  @ApiProperty({ ...date, description: 'Acknowledged' }) receivedAt: Date | null;
  @ApiProperty(date) acceptedAt: Date | null;
  @ApiProperty(date) startedAt: Date | null;
  @ApiProperty(date) lastFeedbackAt: Date | null;
  @ApiProperty(date) endedAt: Date | null;
  @ApiProperty(date) confirmedAt: Date | null;
  @ApiProperty({ ...date, description: 'The next open time limit of this referral' }) dueAt: Date | null;
  @ApiProperty({ ...date, description: 'The planned appointment' }) nextAppointmentAt: Date | null;
  @ApiProperty({ type: ResponsibleView, nullable: true }) responsible: ResponsibleView | null;
  @ApiProperty({ ...text, description: 'Coded reason of a refusal or a failure' }) reason: string | null;
  @ApiProperty({ ...text, description: 'Code of list HASIL_LAYANAN' }) outcome: string | null;
  @ApiProperty({ ...text, description: 'Code of list ALASAN_SEBAGIAN, where the service was given in part' })
  shortfall: string | null;
  @ApiProperty({ ...text, enum: ['CONTINUE', 'ENOUGH'], description: 'The rest; only for the sender' })
  remainder: string | null;
  @ApiProperty({ description: 'Counts the changes' }) version: number;
  @ApiProperty({ type: [String], example: ['accept', 'ask', 'reject'] }) availableActs: string[];
}

/** The side on which the reader stands. */
export function sideOf(row: Pick<ReferralRow, 'toAgency'>, actor: Actor): ReferralParty {
  return row.toAgency.id === actor.agencyId ? 'receiver' : 'case-team';
}

/** What this person may do with the referral now: the table of the lifecycle, less what the role does not allow. */
export function actsFor(row: ReferralRow, actor: Actor): ReferralAct[] {
  const { status, heldFrom, bare } = row;
  const state = { status, heldFrom, confirmed: row.confirmedAt !== null, bare };
  return availableActs(state, sideOf(row, actor)).filter((act) =>
    may(actor.role, `referral.${act}` as Permission),
  );
}

export function toReferral(row: ReferralRow, actor: Actor): ReferralView {
  const { id, number, status, fromAgency, toAgency, urgency, bare, followsReferralId, createdAt } = row;
  const sender = sideOf(row, actor) === 'case-team';
  // Who is asked and has not accepted learns what is asked, and neither of which case nor how dangerous it is.
  const told = sender || !bare;
  const { sentAt, sentByName, openedAt, openedByName, acceptedAt, startedAt, lastFeedbackAt, endedAt } = row;
  return {
    ...(sender ? { caseId: row.caseId } : {}),
    ...{ id, number, status, fromAgency, toAgency, urgency, bare, createdAt },
    caseNumber: told ? row.caseNumber : null,
    // A receiver learns the level by the packet or not at all.
    risk: sender || (told && row.tellsRisk) ? row.risk : null,
    followsReferralId: told ? followsReferralId : null,
    fanId: sender ? row.fanId : null,
    ...{ sentAt, sentByName, openedAt, openedByName, acceptedAt, startedAt, lastFeedbackAt, endedAt },
    statusWords: statusWords(status, row.confirmedAt !== null, actor.locale),
    service: toService(row.serviceCode),
    receivedAt: row.acknowledgedAt,
    confirmedAt: row.confirmedAt,
    dueAt: row.nextDueAt,
    nextAppointmentAt: row.nextAppointmentAt,
    responsible: row.acceptedAt ? { name: row.responsibleName, accountId: row.responsibleAccountId } : null,
    reason: row.rejectionReason ?? row.failureReason,
    outcome: row.outcome,
    shortfall: row.shortfall,
    remainder: sender ? row.remainder : null,
    version: row.version,
    availableActs: actsFor(row, actor),
  };
}

export function toService(code: string): ServiceNameView {
  return { code, nameId: codes.label('LAYANAN', code, 'id'), nameEn: codes.label('LAYANAN', code, 'en') };
}
