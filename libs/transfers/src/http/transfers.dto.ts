import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import {
  OFFER_REASONS,
  REFUSALS,
  type OfferReason,
  type Refusal,
  type TransferRow,
} from '../transfers.service.js';

export class OfferInput {
  @ApiProperty({ enum: OFFER_REASONS })
  @IsIn(OFFER_REASONS)
  reason: OfferReason;
}

export class TakeInput {
  @ApiProperty({
    format: 'uuid',
    required: false,
    description: 'Leads the case from now; without it whoever takes it',
  })
  @IsOptional()
  @IsUUID()
  ownerAccountId?: string;
}

export class RefuseInput {
  @ApiProperty({ enum: REFUSALS })
  @IsIn(REFUSALS)
  reason: Refusal;
}

export class TransferView {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ format: 'uuid' }) referralId: string;
  @ApiProperty() caseNumber: string;
  @ApiProperty({ format: 'uuid' }) fromAgencyId: string;
  @ApiProperty() fromAgencyName: string;
  @ApiProperty({ format: 'uuid' }) toAgencyId: string;
  @ApiProperty() toAgencyName: string;
  @ApiProperty({ enum: OFFER_REASONS }) reason: OfferReason;
  @ApiProperty({ enum: ['OFFERED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN'] }) status: string;
  @ApiProperty() offeredByName: string;
  @ApiProperty({ format: 'date-time' }) offeredAt: string;
  @ApiProperty({ type: String, nullable: true }) decidedByName: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) decidedAt: string | null;
  @ApiProperty({ type: String, enum: REFUSALS, nullable: true }) refusal: Refusal | null;
  @ApiProperty({ type: String, nullable: true, description: 'Who took the case over' }) ownerName:
    string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: 'For those who see the case' })
  caseId: string | null;
  @ApiProperty() mayWithdraw: boolean;
  @ApiProperty() mayDecide: boolean;
}

export class TransfersView {
  @ApiProperty({ type: [TransferView] }) items: TransferView[];
}

export function toTransfer(row: TransferRow): TransferView {
  const { id, referralId, caseNumber, fromAgencyId, fromAgencyName, toAgencyId, toAgencyName, reason } = row;
  const { status, offeredByName, decidedByName, refusal, ownerName, caseId, mayWithdraw, mayDecide } = row;
  return {
    ...{ id, referralId, caseNumber, fromAgencyId, fromAgencyName, toAgencyId, toAgencyName, reason, status },
    offeredByName,
    offeredAt: row.offeredAt.toISOString(),
    decidedByName,
    decidedAt: row.decidedAt?.toISOString() ?? null,
    ...{ refusal, ownerName, caseId, mayWithdraw, mayDecide },
  };
}
